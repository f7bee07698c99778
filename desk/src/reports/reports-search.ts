import { REPORT_WORDS } from "../../../miniapp/src/features/trust/trust-words";
import type { ReportKind } from "../../../shared/trust/report";
import { TASK_STATES, type TaskState } from "../../../shared/trust/task-states";

/** What the address says of the tasks: what a colleague gets who opens it. */
export interface ReportsSearch {
  /** Absent: all with something left to do. */
  state?: TaskState | "all";
  station?: string;
  kind?: ReportKind;
  /** A code of a district. */
  district?: string;
  /** Made at least so many days ago. */
  older?: number;
  /** `me`, `none`, or the id of a person. */
  who?: string;
  waiting?: "yes" | "no";
}

/** In the order in which people are offered them. */
export const REPORT_KINDS = Object.keys(REPORT_WORDS) as ReportKind[];
const STATES: readonly string[] = [...TASK_STATES, "all"];
const MOST_DAYS = 999;

/** Reads what came with the address; what cannot be is left out. */
export function readReportsSearch(search: Record<string, unknown>): ReportsSearch {
  const read: ReportsSearch = {};
  const { state, kind, older, waiting } = search;
  if (STATES.some((known) => known === state)) read.state = state as TaskState | "all";
  if (REPORT_KINDS.some((known) => known === kind)) read.kind = kind as ReportKind;
  if (waiting === "yes" || waiting === "no") read.waiting = waiting;
  if (typeof older === "number" && Number.isInteger(older) && older > 0 && older <= MOST_DAYS) read.older = older;
  for (const name of ["station", "district", "who"] as const) {
    const value = search[name];
    if (typeof value === "string" && value !== "") read[name] = value;
    // The address reads digits as a number.
    if (typeof value === "number") read[name] = String(value);
  }
  return read;
}

/** The same question as the API is asked. */
export function askedOf({ state, station, kind, district, older, who, waiting }: ReportsSearch) {
  return {
    ...(state === "all" ? {} : { state: state ?? ("open" as const) }),
    ...(station === undefined ? {} : { stationId: station }),
    ...(kind === undefined ? {} : { kind }),
    ...(district === undefined ? {} : { district }),
    ...(older === undefined ? {} : { olderDays: older }),
    ...(who === undefined ? {} : { assignee: who }),
    ...(waiting === undefined ? {} : { waiting }),
  };
}
