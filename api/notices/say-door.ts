import { calmFrom } from "../../shared/notices/quiet-hours.js";
import { mayAt } from "../../shared/people/permissions.js";
import { openingAt } from "../../shared/stations/opening.js";
import type { Station } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";
import type { ComposedMessage } from "../outbox/composer.js";
import { keeperPage } from "./keeper-page.js";
import type { Told } from "./told.js";

type Needs = Pick<Dependencies, "stations" | "reports" | "clock">;
type Said = ComposedMessage<"keeper_door"> | null;

/** 有人在门口: while nobody at the station has answered, and the door should be open. */
export async function sayDoor(deps: Needs, told: Told): Promise<Said> {
  const station = await standingDoor(deps, told);
  if (station === null) return null;
  const task = (await deps.reports.openTasksOf(station.id)).find(({ kind }) => kind === "door_closed");
  return task === undefined ? null : saying(deps, station, task.createdAt, "有人说门没开，点开回一下");
}

/** 疑似未开: while it is shown as such. */
export async function sayTurned(deps: Needs, told: Told): Promise<Said> {
  const station = await standingDoor(deps, told);
  const { reportedClosedUntil = null, shutReports } = station ?? {};
  if (station === null || reportedClosedUntil === null || reportedClosedUntil <= deps.clock()) return null;
  return saying(deps, station, shutReports?.doubtedAt ?? deps.clock(), "几个人说门没开，点开确认一下");
}

/** The station, where the person still looks after it and its hours do not say that it is shut. */
async function standingDoor({ stations, clock }: Needs, { notice, user }: Told): Promise<Station | null> {
  const station = await stations.find(notice.about);
  if (station === null || station.withdrawnAt !== null) return null;
  if (!mayAt(user, "task:handle", { id: station.id, districtCode: station.district.code })) return null;
  const { state } = postedOpening(station, clock());
  return state === "closed" || state === "temporarily_closed" ? null : station;
}

/** At night it waits for the morning where nobody knows whether the door should be open. */
function saying({ clock }: Pick<Needs, "clock">, station: Station, time: number, note: string): Said {
  const now = clock();
  const isKnownOpen = postedOpening(station, now).state !== "unknown";
  return {
    page: keeperPage(station.id),
    content: { title: station.name, time, note },
    isUrgent: isKnownOpen || calmFrom(now) === now,
  };
}

/** What the hours and closures say, whatever passers-by do. */
function postedOpening(station: Station, now: number) {
  return openingAt({ ...station, reportedClosedUntil: null }, now);
}
