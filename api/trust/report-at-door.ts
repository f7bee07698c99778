import type { ChangeWay } from "../../shared/audit/audit-entry.js";
import type { EpochMs } from "../../shared/common/time.js";
import { openingAt } from "../../shared/stations/opening.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import type { NewReport, Report, Task } from "../../shared/trust/report.js";
import type { ReportAnswer } from "../../shared/trust/report-answer.js";
import { afterShutReport, type ShutChange } from "../../shared/trust/shut-reports.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { changeFromNewest } from "../stations/change-station.js";
import { checkWords } from "../wechat/check-words.js";
import type { Recorded } from "./report-store.js";
import type { Reporter } from "./reporter-fingerprints.js";

type Needs = Pick<
  Dependencies,
  "stations" | "reports" | "clock" | "newId" | "contentCheck" | "trustSettings" | "openIds"
>;

export interface AtDoor {
  stationId: StationId;
  said: NewReport;
  reporter: Reporter;
  /** The account that reports, for the check of its words only; null: not signed in. */
  userId: string | null;
  way: ChangeWay;
}

/**
 * Takes what a passer-by says of a station: a task for its people, and, where enough different people say that the door
 * is shut, a station that everybody sees as such at once. Who reports is kept nowhere but as fingerprints, for some hours.
 *
 * @throws ApiError not_found for a station that is not, or no longer, on the lists; too_many_reports when nobody has
 *   answered the last five of this person or address on the matter, or they have reported too often lately
 */
export async function reportAtDoor(
  deps: Needs,
  { stationId, said, reporter, userId, way }: AtDoor,
): Promise<ReportAnswer> {
  const station = await deps.stations.find(stationId);
  if (station === null || station.withdrawnAt !== null) throw new ApiError("not_found");
  const note = said.note ? said.note : null;
  const isNotePublic = note === null || (await checkWords(deps, "hide_until_seen", { text: note, writerId: userId }));
  const at = deps.clock();
  const about = { stationId, kind: said.kind, amenity: said.amenity ?? null };
  const report: Report = {
    id: deps.newId("rp"),
    ...about,
    at,
    note,
    isNotePublic,
    atDoor: said.atDoor,
    isVouched: reporter.person !== null,
  };
  const task = newTask(deps.newId("tk"), about, station, at);
  const recorded = await deps.reports.record({
    report,
    task,
    reporter,
    settings: deps.trustSettings,
    audit: {
      at,
      author: { userId: null, role: null, way },
      action: "task:create",
      subject: { type: "task", id: task.id },
      districtCode: task.districtCode,
      from: {},
      to: { stationId, kind: said.kind, amenity: about.amenity },
    },
  });
  if (recorded === null) throw new ApiError("too_many_reports");
  const changed = await countIn(deps, recorded, { stationId, isOfDoor: said.kind === "door_closed", way });
  const current = await deps.reports.findTask(recorded.taskId);
  return {
    id: recorded.reportId,
    state: current?.state ?? "new",
    stationState: openingAt(changed, deps.clock()).state,
  };
}

/** Brings the station up to date with its open reports, as a passer-by's doing. */
async function countIn(
  deps: Needs,
  { doorReports }: Recorded,
  { stationId, isOfDoor, way }: { stationId: StationId; isOfDoor: boolean; way: ChangeWay },
): Promise<Station> {
  const { stations, clock, reports } = deps;
  return changeFromNewest({ stations, clock }, stationId, async (station, now) => {
    // Counted after the station was read: whoever reports later changes it after this, or makes this decide again.
    const openReportCount = await reports.countOpen(stationId);
    const shut = isOfDoor ? await shutChange(deps, station, { doorReports, now, way }) : null;
    return {
      change: { openReportCount, ...shut },
      by: {
        author: { userId: null, role: null, way },
        action: isTurned(station, shut) ? "station:turn" : "station:report",
      },
    };
  });
}

/**
 * What the reports of the door change, unless the city's brake holds a turn back: then what settled accounts turn
 * alone.
 */
async function shutChange(
  { reports, trustSettings: settings }: Needs,
  station: Station,
  { doorReports, now, way }: { doorReports: Recorded["doorReports"]; now: EpochMs; way: ChangeWay },
): Promise<ShutChange | null> {
  const shut = afterShutReport(station, doorReports, now, settings);
  if (!isTurned(station, shut)) return shut;
  const bySettled = afterShutReport(station, doorReports, now, settings, "settled");
  const { id, district } = station;
  const mayTurn = await reports.takeTurn({
    stationId: id,
    districtCode: district.code,
    isSettled: isTurned(station, bySettled),
    at: now,
    settings,
    audit: {
      at: now,
      author: { userId: null, role: null, way },
      action: "station:brake",
      subject: { type: "station", id },
      districtCode: district.code,
      from: {},
      to: {},
    },
  });
  return mayTurn ? shut : bySettled;
}

function isTurned(station: Station, shut: ShutChange | null): boolean {
  return shut !== null && shut.reportedClosedUntil !== station.reportedClosedUntil;
}

function newTask(
  id: string,
  about: Pick<Task, "stationId" | "kind" | "amenity">,
  { district }: Station,
  at: number,
): Task {
  return {
    id,
    ...about,
    districtCode: district.code,
    state: "new",
    wasReopened: false,
    done: null,
    createdAt: at,
    changedAt: at,
  };
}
