import { createHash } from "node:crypto";
import type { Context } from "hono";
import { encode } from "uqr";
import { beijingDayNumber } from "../../shared/core/time.js";
import { holidayFrom } from "../../shared/holidays/coming-holidays.js";
import { holidayDay } from "../../shared/holidays/holiday-day.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { AppEnv } from "../http/app-env.js";
import { allowOtherOrigins } from "../http/common-headers.js";
import { publicOrigin } from "../http/public-address.js";
import { requireHeavyWork } from "../http/request-context.js";
import { KeptPosters } from "../posters/kept-posters.js";
import { stationLink } from "../posters/make-poster.js";
import { printableText } from "../posters/printable-text.js";
import { type HolidayList, presentHoliday } from "./list-next-holiday.js";

/** Grows when the drawing changes, so that nobody keeps one of the old kind. */
const DRAWING_VERSION = 1;

/** The list as a picture and the paper for the door: drawn in a thread, and kept until what they say changes. */
export class HolidayPictures {
  readonly #kept: KeptPosters;

  constructor(private readonly deps: Dependencies) {
    this.#kept = new KeptPosters(deps.wallClock);
  }

  list(c: Context<AppEnv>, city: string, { answer, stamp }: HolidayList): Promise<Response> {
    const link = `${publicOrigin(c, this.deps)}/#/visitor/holiday/index?city=${city}`;
    const draw = () => this.deps.heavyWork.run("drawHolidayList", { ...answer, link, code: qrSquares(link) });
    return this.#answer(c, {
      stamp: `${stamp} ${link}`,
      type: "image/png",
      fileName: `${answer.holiday.name}开着的驿站.png`,
      draw,
    });
  }

  /** @throws ApiError not_found */
  async notice(c: Context<AppEnv>, id: string): Promise<Response> {
    const station = await this.deps.stations.find(id);
    if (station === null || station.withdrawnAt !== null) throw new ApiError("not_found");
    const holiday = holidayFrom(beijingDayNumber(this.deps.clock()));
    const link = stationLink(publicOrigin(c, this.deps), id);
    const told = { id, name: station.name, days: holiday.days.map((day) => holidayDay(station, day)) };
    const draw = () =>
      this.deps.heavyWork.run("drawHolidayNotice", {
        holiday: presentHoliday(holiday),
        station: told,
        isDemo: station.isDemo,
        link,
        code: qrSquares(link),
        changedAt: station.updatedAt,
      });
    const stamp = `notice ${holiday.from} ${holiday.to} ${id} ${station.revision} ${link}`;
    return this.#answer(c, { stamp, type: "application/pdf", fileName: `${station.name}-${holiday.name}.pdf`, draw });
  }

  async #answer(
    c: Context<AppEnv>,
    {
      stamp,
      type,
      fileName,
      draw,
    }: { stamp: string; type: string; fileName: string; draw: () => Promise<Uint8Array<ArrayBuffer>> },
  ): Promise<Response> {
    const key = createHash("sha256").update(`${DRAWING_VERSION} ${stamp}`).digest("base64url");
    c.header("ETag", `"${key}"`);
    c.header("Cache-Control", "public, no-cache");
    allowOtherOrigins(c);
    if (c.req.header("If-None-Match")?.includes(`"${key}"`)) return c.body(null, 304);
    let drawn = this.#kept.find(key);
    if (drawn === null) {
      requireHeavyWork(c, this.deps);
      drawn = this.#kept.keep(
        key,
        draw().then((bytes) => ({ bytes, isStopgap: false })),
      );
    }
    const { bytes } = await drawn;
    c.header("Content-Disposition", `inline; filename*=UTF-8''${encodeURIComponent(printableText(fileName))}`);
    return c.body(bytes, 200, { "content-type": type });
  }
}

function qrSquares(text: string): boolean[][] {
  return encode(text, { ecc: "M", border: 0 }).data;
}
