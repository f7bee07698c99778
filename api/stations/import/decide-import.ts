import type { ChangeAuthor } from "../../../shared/audit/audit-entry.js";
import type { Datum } from "../../../shared/common/place.js";
import type { User } from "../../../shared/people/user.js";
import { type HeadingMap, readHeadingMap } from "../../../shared/stations/import/columns.js";
import type { StationImportAnswer } from "../../../shared/stations/import/import-answer.js";
import type { ImportMends } from "../../../shared/stations/import/mends.js";
import { Station, type StationId } from "../../../shared/stations/station.js";
import { ApiError } from "../../api-error.js";
import type { Dependencies } from "../../dependencies.js";
import { divisionName } from "../../divisions/divisions.js";
import { ImportRejection, MOST_TOLD } from "../../tables/import-rejection.js";
import { rejectIfAny } from "../../tables/problems.js";
import type { TableLimits } from "../../tables/table-limits.js";
import type { StationChange } from "../station-change.js";
import type { RefusedChange } from "../station-import-store.js";
import { doorWarnings } from "./door-warnings.js";
import { rowTold } from "./import-act.js";
import { placeWarnings } from "./place-warnings.js";
import { type ImportPlan, planImport } from "./plan-import.js";
import { importAnswer, problemsInSheets } from "./present-import.js";
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
  /** What was put right in its cells since. */
  mends?: ImportMends;
  /** What becomes of rows outside the user's reach; absent: the list is refused. */
  outside?: "refuse" | "set-aside";
  /** Whether withdrawn stations that the list speaks of are put back on the lists. */
  reinstate?: boolean;
  /** Null: whoever may use the machine itself. */
  user: User | null;
  /** How large the list may be; without them, as over the network. */
  limits?: TableLimits;
}

type Needs = Pick<Dependencies, "stations" | "clock" | "newId" | "districts">;

/**
 * Reads what came as a list.
 *
 * @param task which reading: the long one where nobody waits for the answer
 * @throws ApiError `invalid_input` for what is asked of it
 * @throws ImportRejection where it is no list, or more is wrong in its cells than is told
 */
export async function readForImport(
  { heavyWork }: Pick<Dependencies, "heavyWork">,
  { file, datum, city, map = [], mends, limits }: ListQuestion,
  task: "readStationList" | "readLongStationList" = "readStationList",
): Promise<StationList> {
  const said = checkQuestion({ city, map });
  const list = await heavyWork.run(task, { file, datum, limits, said, mends });
  // More is wrong in its cells than is told: what else may be wrong is looked at when those are right.
  if (list.errors.total > MOST_TOLD) rejectIfAny(problemsInSheets(list, list.errors));
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
  options: Pick<ListQuestion, "city" | "user" | "outside" | "reinstate"> & { dryRun: boolean },
): Promise<{ plan: ImportPlan; answer: Omit<StationImportAnswer, "changeId"> }> {
  const plan = await planImport(deps, list, options);
  rejectIfAny(problemsInSheets(list, list.errors), problemsInSheets(list, plan.errors));
  const doors = await doorWarnings(deps.stations, list, plan);
  const places = await placeWarnings(deps, list, plan);
  const warnings = [...list.warnings, ...plan.warnings, ...doors, ...places.map(({ location: _, ...told }) => told)];
  return { plan, answer: importAnswer({ plan, list, warnings, places, isTrial: options.dryRun }) };
}

/** Each made when it is wanted: two documents of every station of a long list would fill the memory. */
export function* changesOf(plan: ImportPlan, user: User | null): Generator<StationChange> {
  const author: ChangeAuthor = user
    ? { userId: user.id, role: "officer", way: "import" }
    : { userId: null, role: null, way: "command" };
  for (const row of plan.rows) {
    const { station, previous } = row;
    if (station === previous) continue;
    const told = user === null ? {} : { told: rowTold(row, plan.decidedAt) };
    yield { station: Station.parse(station), previous, by: { author, action: "station:import" }, ...told };
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
