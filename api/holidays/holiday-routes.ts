import { holidayContract } from "../../shared/contract/holidays.js";
import type { NextHoliday } from "../../shared/holidays/holiday-answer.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { jsonWritten } from "../http/json-written.js";
import { answerRollCall } from "./answer-roll-call.js";
import { HolidayPictures } from "./holiday-pictures.js";
import { HolidayLists } from "./list-next-holiday.js";
import { listRollCall } from "./list-roll-call.js";

/** An answer that a keeper gives is on the list a minute later at most. */
const KEPT = { "Cache-Control": "public, max-age=60" };

/** Who opens on holidays: for everybody, and the officers' roll call behind it. */
export function holidayRoutes(deps: Dependencies) {
  const lists = new HolidayLists(deps);
  const pictures = new HolidayPictures(deps);
  return contractRoutes(deps, holidayContract, {
    getNextHoliday: async ({ query, c }) => {
      const { answer } = await lists.of(query.city);
      return jsonWritten<NextHoliday>(c, JSON.stringify(answer), { headers: KEPT, compresses: deps.compressesAnswers });
    },
    getHolidayPicture: async ({ query, c }) => pictures.list(c, query.city, await lists.of(query.city)),
    getHolidayNotice: ({ params, c }) => pictures.notice(c, params.id),
    listRollCall: ({ query, user }) => listRollCall(deps, user, query),
    answerRollCall: ({ body, doer }) => answerRollCall(deps, body, doer),
  });
}
