import { useQuery } from "@tanstack/react-query";
import type { RollCall, RollCallRow } from "../../../shared/holidays/holiday-answer";
import { callApi } from "../http/api";

export const ROLL_CALL_KEY = "roll-call";

export interface WholeRollCall extends Pick<RollCall, "holiday" | "coming" | "asOf"> {
  rows: RollCallRow[];
}

/** All pages of a holiday's table. @param from its first day; undefined: the next one */
export function useRollCall(from: string | undefined) {
  return useQuery({
    queryKey: [ROLL_CALL_KEY, from],
    queryFn: async (): Promise<WholeRollCall> => {
      const holiday = from === undefined ? {} : { holiday: from };
      const first = await callApi("GET /holidays/roll-call", holiday);
      const rows = [...first.rows];
      for (let cursor = first.nextCursor; cursor !== null; ) {
        const page = await callApi("GET /holidays/roll-call", { ...holiday, cursor });
        rows.push(...page.rows);
        cursor = page.nextCursor;
      }
      return { ...first, rows };
    },
  });
}
