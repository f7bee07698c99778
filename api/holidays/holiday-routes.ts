import type { Context } from "hono";
import { holidayContract } from "../../shared/contract/holidays.js";
import type { NextHoliday } from "../../shared/holidays/holiday-answer.js";
import type { Dependencies } from "../dependencies.js";
import type { AppEnv } from "../http/app-env.js";
import { allowOtherOrigins } from "../http/common-headers.js";
import { contractRoutes } from "../http/contract-routes.js";
import { jsonWritten } from "../http/json-written.js";
import { publicOrigin } from "../http/public-address.js";
import { requireHeavyWork } from "../http/request-context.js";
import { KeptPosters } from "../posters/kept-posters.js";
import { printableText } from "../posters/printable-text.js";
import { answerRollCall } from "./answer-roll-call.js";
import { type HolidayPicture, holidayListPicture, holidayNotice } from "./holiday-pictures.js";
import { HolidayLists } from "./list-next-holiday.js";
import { listRollCall } from "./list-roll-call.js";

/** An answer that a keeper gives is on the list a minute later at most. */
const KEPT = { "Cache-Control": "public, max-age=60" };

/** Who opens on holidays: for everybody, and the officers' roll call behind it. */
export function holidayRoutes(deps: Dependencies) {
  const lists = new HolidayLists(deps);
  const kept = new KeptPosters(deps.wallClock);

  /** Draws what nobody has asked for yet; the rest is answered from what is kept. */
  async function send(c: Context<AppEnv>, { key, type, fileName, draw }: HolidayPicture): Promise<Response> {
    c.header("ETag", `"${key}"`);
    c.header("Cache-Control", "public, no-cache");
    allowOtherOrigins(c);
    if (c.req.header("If-None-Match")?.includes(`"${key}"`)) return c.body(null, 304);
    let drawn = kept.find(key);
    if (drawn === null) {
      requireHeavyWork(c, deps);
      drawn = kept.keep(
        key,
        draw().then((bytes) => ({ bytes, isStopgap: false })),
      );
    }
    const { bytes } = await drawn;
    c.header("Content-Disposition", `inline; filename*=UTF-8''${encodeURIComponent(printableText(fileName))}`);
    return c.body(bytes, 200, { "content-type": type });
  }

  return contractRoutes(deps, holidayContract, {
    getNextHoliday: async ({ query, c }) => {
      const { answer } = await lists.of(query.city);
      return jsonWritten<NextHoliday>(c, JSON.stringify(answer), { headers: KEPT, compresses: deps.compressesAnswers });
    },
    getHolidayPicture: async ({ query, c }) =>
      send(c, holidayListPicture(deps, publicOrigin(c, deps), query.city, await lists.of(query.city))),
    getHolidayNotice: async ({ params, c }) => send(c, await holidayNotice(deps, publicOrigin(c, deps), params.id)),
    listRollCall: ({ query, user }) => listRollCall(deps, user, query),
    answerRollCall: ({ body, doer }) => answerRollCall(deps, body, doer),
  });
}
