import type { ChangeAuthor } from "../../../shared/audit/audit-entry.js";
import type { Datum } from "../../../shared/core/place.js";
import type { User } from "../../../shared/people/user.js";
import { readHeadingMap } from "../../../shared/stations/import/columns.js";
import type { ImportProblem, StationImportAnswer } from "../../../shared/stations/import/import-answer.js";
import { rowInSheet, sheetTurn } from "../../../shared/stations/import/row-number.js";
import { Station } from "../../../shared/stations/station.js";
import { ApiError } from "../../api-error.js";
import type { Dependencies } from "../../dependencies.js";
import { divisionName } from "../../divisions/divisions.js";
import { ImportRejection, MOST_TOLD } from "../../tables/import-rejection.js";
import { type Problems, rejectIfAny } from "../../tables/problems.js";
import type { TableLimits } from "../../tables/table-limits.js";
import type { RefusedChange } from "../station-import-store.js";
import type { StationChange } from "../stored-station.js";
import { doorWarnings } from "./door-warnings.js";
import { gathered } from "./gather-problems.js";
import { placeWarnings } from "./place-warnings.js";
import { type ImportPlan, planImport } from "./plan-import.js";
import type { StationList } from "./read-list.js";

export interface ImportRequest {
  file: Uint8Array;
  /** Outweighs what the header says; null: the header's, else GCJ-02. */
  datum: Datum | null;
  /** The code of a province or city in which all districts lie, as in 4101; null: told from the list. */
  city: string | null;
  /** What the importing person says of headings: `名字=名称`. */
  map?: readonly string[];
  /** Says what would happen and changes nothing. */
  dryRun: boolean;
  /** Null: whoever may use the machine itself. */
  actor: User | null;
  /** How large the list may be; without them, as over the network. */
  limits?: TableLimits;
  onProgress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  step: "read" | "compared" | "staged" | "published";
  rows: number;
}

type Needs = Pick<Dependencies, "stations" | "stationImports" | "districts" | "heavyWork" | "clock" | "newId">;

const ATTEMPTS = 5;

/**
 * Imports a list of stations, CSV or XLSX: all of its rows or none. Everything is checked first, staged where nobody
 * sees it, and shown by one switch. When a station moved on meanwhile, all is decided again from what is known then.
 *
 * @throws ImportRejection naming row, column, value and what is expected; nothing was imported
 * @throws ApiError `conflict` when others kept changing the same stations
 */
export async function importStations(deps: Needs, request: ImportRequest): Promise<StationImportAnswer> {
  if (request.city !== null && divisionName(request.city) === null) {
    throw new ApiError("invalid_input", [
      { path: "city", message: "没有这个行政区划代码；写 2 位、4 位或 6 位，如 4101" },
    ]);
  }
  const said = readHeadingMap(request.map ?? []);
  if ("wrong" in said) {
    const message = `「${said.wrong}」要写成 表里的列名=认得的列名，如 名字=名称`;
    throw new ApiError("invalid_input", [{ path: "map", message }]);
  }
  const list = await deps.heavyWork.run("readStationList", {
    file: request.file,
    datum: request.datum,
    limits: request.limits,
    said: said.map,
  });
  const progress = (step: ImportProgress["step"], rows = list.rows.length) => request.onProgress?.({ step, rows });
  // More is wrong in its cells than is told: what else may be wrong is looked at when those are right.
  if (list.errors.total > MOST_TOLD) rejectIfAny(inSheets(list, list.errors));
  progress("read");
  for (let attempt = 1; ; attempt++) {
    const plan = await planImport(deps, list, request);
    rejectIfAny(inSheets(list, list.errors), inSheets(list, plan.errors));
    const warnings = [
      ...list.warnings,
      ...plan.warnings,
      ...(await doorWarnings(deps.stations, list, plan)),
      ...(await placeWarnings(deps, list, plan)),
    ];
    progress("compared");
    const refused = request.dryRun ? [] : await publish(deps, plan, request.actor, progress);
    if (refused.length === 0) return { ...answer(plan, list, warnings), readings: list.readings };
    if (attempt >= ATTEMPTS) throw refusal(refused, plan);
  }
}

/** Each made when it is wanted: two documents of every station of a long list would fill the memory. */
function* changesOf(plan: ImportPlan, actor: User | null): Generator<StationChange> {
  const author: ChangeAuthor = actor
    ? { userId: actor.id, role: "officer", way: "import" }
    : { userId: null, role: null, way: "command" };
  for (const { station, previous } of plan.rows) {
    if (station !== previous) {
      yield { station: Station.parse(station), previous, by: { author, action: "station:import" } };
    }
  }
}

async function publish(
  { stationImports, newId }: Needs,
  plan: ImportPlan,
  actor: User | null,
  progress: (step: ImportProgress["step"], rows?: number) => void,
): Promise<RefusedChange[]> {
  if (plan.rows.every(({ station, previous }) => station === previous)) return [];
  const importId = newId("im");
  try {
    await stationImports.stage(importId, changesOf(plan, actor), (count) => progress("staged", count));
    const outcome = await stationImports.publish(importId, (count) => progress("published", count));
    return "published" in outcome ? [] : outcome.refused;
  } finally {
    // Where Redis is gone, what is staged expires by itself, and the failure is what counts.
    await stationImports.discard(importId).catch(() => undefined);
  }
}

/** The same problems, by the rows of their sheets. */
function inSheets(list: StationList, problems: Problems): Problems {
  return { ...problems, first: problems.first.map((problem) => inSheet(list, problem)) };
}

function inSheet({ sheets }: StationList, problem: ImportProblem): ImportProblem {
  const sheet = sheets.length > 1 ? sheets[sheetTurn(problem.row)]?.name : undefined;
  return { ...problem, row: rowInSheet(problem.row), ...(sheet === undefined ? {} : { sheet }) };
}

function answer(
  plan: ImportPlan,
  list: StationList,
  warnings: readonly ImportProblem[],
): Omit<StationImportAnswer, "readings"> {
  const count = (matches: (row: ImportPlan["rows"][number]) => boolean) => plan.rows.filter(matches).length;
  return {
    created: count(({ previous }) => previous === null),
    updated: count(({ station, previous }) => previous !== null && station !== previous),
    unchanged: count(({ station, previous }) => station === previous),
    warnings: gathered(warnings).map((warning) => inSheet(list, warning)),
    ignoredColumns: list.ignored,
  };
}

/** Still refused after several tries: a name or code that another station holds is the list's to put right. */
function refusal(refused: readonly RefusedChange[], plan: ImportPlan): ApiError {
  const taken = refused.filter(({ reason }) => reason !== "conflict");
  if (taken.length === 0) return new ApiError("conflict");
  return new ImportRejection(
    taken.map(({ id, reason }) => ({
      row: plan.rows.find(({ station }) => station.id === id)?.row ?? 0,
      message: reason === "code_taken" ? "这个编号已经有别的驿站在用" : "同一个区县里已经有同名的驿站",
    })),
  );
}
