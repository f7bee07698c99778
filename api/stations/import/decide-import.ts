import type { ChangeAuthor } from "../../../shared/audit/audit-entry.js";
import type { Datum } from "../../../shared/core/place.js";
import type { User } from "../../../shared/people/user.js";
import { type HeadingMap, readHeadingMap } from "../../../shared/stations/import/columns.js";
import type { ImportProblem, StationImportAnswer } from "../../../shared/stations/import/import-answer.js";
import { rowInSheet, sheetTurn } from "../../../shared/stations/import/row-number.js";
import { Station, type StationId } from "../../../shared/stations/station.js";
import { ApiError } from "../../api-error.js";
import type { Dependencies } from "../../dependencies.js";
import { divisionName } from "../../divisions/divisions.js";
import { ImportRejection, MOST_TOLD } from "../../tables/import-rejection.js";
import { type Problems, rejectIfAny } from "../../tables/problems.js";
import type { TableLimits } from "../../tables/table-limits.js";
import type { StationChange } from "../station-change.js";
import type { RefusedChange } from "../station-import-store.js";
import { doorWarnings } from "./door-warnings.js";
import { gathered } from "./gather-problems.js";
import { placeWarnings } from "./place-warnings.js";
import { type ImportPlan, planImport } from "./plan-import.js";
import type { StationList } from "./read-list.js";

/** A list that came, and what is said of it. */
export interface ListQuestion {
  file: Uint8Array;
  /** Outweighs what the header says; null: the header's, else GCJ-02. */
  datum: Datum | null;
  /** The code of a province or city in which all districts lie, as in 4101; null: told from the list. */
  city: string | null;
  /** What the importing person says of headings: `名字=名称`. */
  map?: readonly string[];
  /** Null: whoever may use the machine itself. */
  actor: User | null;
  /** How large the list may be; without them, as over the network. */
  limits?: TableLimits;
}

type Needs = Pick<Dependencies, "stations" | "clock" | "newId" | "districts">;

/**
 * Reads what came as a list.
 *
 * @throws ApiError `invalid_input` for what is asked of it
 * @throws ImportRejection where it is no list, or more is wrong in its cells than is told
 */
export async function readForImport(
  { heavyWork }: Pick<Dependencies, "heavyWork">,
  { file, datum, city, map = [], limits }: ListQuestion,
): Promise<StationList> {
  const said = checkQuestion({ city, map });
  const list = await heavyWork.run("readStationList", { file, datum, limits, said });
  // More is wrong in its cells than is told: what else may be wrong is looked at when those are right.
  if (list.errors.total > MOST_TOLD) rejectIfAny(inSheets(list, list.errors));
  return list;
}

/**
 * What is asked of a list, apart from the list.
 *
 * @returns what the person says of headings
 * @throws ApiError `invalid_input`
 */
export function checkQuestion({ city, map = [] }: Pick<ListQuestion, "city" | "map">): HeadingMap {
  if (city !== null && divisionName(city) === null) {
    throw new ApiError("invalid_input", [
      { path: "city", message: "没有这个行政区划代码；写 2 位、4 位或 6 位，如 4101" },
    ]);
  }
  const said = readHeadingMap(map);
  if ("wrong" in said) {
    const message = `「${said.wrong}」要写成 表里的列名=认得的列名，如 名字=名称`;
    throw new ApiError("invalid_input", [{ path: "map", message }]);
  }
  return said.map;
}

/**
 * Decides what a list changes, from what is known at this moment, and what is said of it; changes nothing.
 *
 * @throws ImportRejection naming row, column, value and what is expected
 */
export async function decideImport(
  deps: Needs,
  list: StationList,
  options: Pick<ListQuestion, "city" | "actor">,
): Promise<{ plan: ImportPlan; answer: StationImportAnswer }> {
  const plan = await planImport(deps, list, options);
  rejectIfAny(inSheets(list, list.errors), inSheets(list, plan.errors));
  const warnings = [
    ...list.warnings,
    ...plan.warnings,
    ...(await doorWarnings(deps.stations, list, plan)),
    ...(await placeWarnings(deps, list, plan)),
  ];
  return { plan, answer: { ...answer(plan, list, warnings), readings: list.readings } };
}

/** Each made when it is wanted: two documents of every station of a long list would fill the memory. */
export function* changesOf(plan: ImportPlan, actor: User | null): Generator<StationChange> {
  const author: ChangeAuthor = actor
    ? { userId: actor.id, role: "officer", way: "import" }
    : { userId: null, role: null, way: "command" };
  for (const { station, previous } of plan.rows) {
    if (station !== previous) {
      yield { station: Station.parse(station), previous, by: { author, action: "station:import" } };
    }
  }
}

/** Still refused after several tries: a name or code that another station holds is the list's to put right. */
export function refusal(refused: readonly RefusedChange[], rowOf: (id: StationId) => number | undefined): ApiError {
  const taken = refused.filter(({ reason }) => reason !== "conflict");
  if (taken.length === 0) return new ApiError("conflict");
  return new ImportRejection(
    taken.map(({ id, reason }) => ({
      row: rowOf(id) ?? 0,
      message: reason === "code_taken" ? "这个编号已经有别的驿站在用" : "同一个区县里已经有同名的驿站",
    })),
  );
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
