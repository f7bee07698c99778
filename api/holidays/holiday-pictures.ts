import { createHash } from "node:crypto";
import { encode } from "uqr";
import { beijingDayNumber } from "../../shared/common/time.js";
import { holidayFrom } from "../../shared/holidays/coming-holidays.js";
import { holidayDay } from "../../shared/holidays/holiday-day.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { stationLink } from "../posters/make-poster.js";
import { type HolidayList, presentHoliday } from "./list-next-holiday.js";

/** Grows when the drawing changes, so that nobody keeps one of the old kind. */
const DRAWING_VERSION = 1;

/** Something that a thread draws once for what it says. */
export interface HolidayPicture {
  /** Another one for every other content: its ETag. */
  key: string;
  type: "image/png" | "application/pdf";
  fileName: string;
  draw: () => Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * The list of a city as a picture to forward.
 *
 * @param origin of the address that the picture's code leads to
 */
export function holidayListPicture(
  { heavyWork }: Dependencies,
  origin: string,
  city: string,
  { answer, stamp }: HolidayList,
): HolidayPicture {
  const link = `${origin}/#/visitor/holiday/index?city=${city}`;
  return {
    key: keyOf(`${stamp} ${link}`),
    type: "image/png",
    fileName: `${answer.holiday.name}开着的驿站.png`,
    draw: () => heavyWork.run("drawHolidayList", { ...answer, link, code: qrSquares(link) }),
  };
}

/**
 * The paper for a station's door.
 *
 * @throws ApiError not_found
 */
export async function holidayNotice(
  { stations, heavyWork, clock }: Dependencies,
  origin: string,
  id: string,
): Promise<HolidayPicture> {
  const station = await stations.find(id);
  if (station === null || station.withdrawnAt !== null) throw new ApiError("not_found");
  const holiday = holidayFrom(beijingDayNumber(clock()));
  const link = stationLink(origin, id);
  return {
    key: keyOf(`notice ${holiday.from} ${holiday.to} ${id} ${station.revision} ${link}`),
    type: "application/pdf",
    fileName: `${station.name}-${holiday.name}.pdf`,
    draw: () =>
      heavyWork.run("drawHolidayNotice", {
        holiday: presentHoliday(holiday),
        station: { id, name: station.name, days: holiday.days.map((day) => holidayDay(station, day)) },
        isDemo: station.isDemo,
        link,
        code: qrSquares(link),
        changedAt: station.updatedAt,
      }),
  };
}

function keyOf(stamp: string): string {
  return createHash("sha256").update(`${DRAWING_VERSION} ${stamp}`).digest("base64url");
}

function qrSquares(text: string): boolean[][] {
  return encode(text, { ecc: "M", border: 0 }).data;
}
