import type { EpochMs } from "../../../shared/common/time.js";
import type { User } from "../../../shared/people/user.js";
import { differences, type StationChange } from "../station-change.js";
import type { ImportAct } from "../station-import-store.js";
import type { ImportPlan } from "./plan-import.js";

/** What an officer's import is in the record. */
export function importAct(id: string, plan: ImportPlan, user: User): ImportAct {
  return {
    id,
    owner: user.id,
    author: { userId: user.id, role: "officer", way: "import" },
    startedAt: plan.decidedAt,
    district: commonStart(plan.rows.map(({ station }) => station.district.code ?? "")),
  };
}

/** What a row did, as taking it back undoes it: a station that is new is withdrawn then. */
export function rowTold({ station, previous }: ImportPlan["rows"][number], now: EpochMs): StationChange["told"] {
  return previous === null ? { from: { withdrawnAt: now }, to: { withdrawnAt: null } } : differences(station, previous);
}

function commonStart(codes: readonly string[]): string {
  let common = codes[0] ?? "";
  for (const code of codes) while (!code.startsWith(common)) common = common.slice(0, -1);
  return common;
}
