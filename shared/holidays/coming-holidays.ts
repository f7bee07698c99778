import { type BeijingDate, beijingDate } from "../common/time.js";
import { calendarDay, festivalOf } from "../stations/calendar.js";
import type { Festival } from "../stations/festivals.js";

/** Public holidays that follow one another without a day of work between: 国庆节 and 中秋 may be one. */
export interface Holiday {
  /** 国庆节, or 国庆节、中秋. */
  name: string;
  from: BeijingDate;
  to: BeijingDate;
  /** False: the State Council has not announced its year; these are the days that are holidays by law. */
  announced: boolean;
  /** Its days, counted from 1970-01-01. */
  days: number[];
}

const FESTIVAL_NAMES: Readonly<Record<Festival, string>> = {
  new_year: "元旦",
  spring_festival: "春节",
  qingming: "清明节",
  labour_day: "劳动节",
  dragon_boat: "端午节",
  mid_autumn: "中秋节",
  national_day: "国庆节",
};
/** No two holidays lie further apart than 国庆节 and 元旦 do. */
const LONGEST_WAIT_DAYS = 120;

/**
 * The holiday that a day belongs to, or else the first one after it, with all of its days.
 *
 * @param dayNumber a Beijing civil day counted from 1970-01-01
 */
export function holidayFrom(dayNumber: number): Holiday {
  for (let day = dayNumber; day <= dayNumber + LONGEST_WAIT_DAYS; day++) {
    if (isHoliday(day)) return holidayWith(day);
  }
  throw new Error(`no holiday within ${LONGEST_WAIT_DAYS} days of ${beijingDate(dayNumber)}`);
}

/** The holidays that have not ended on a day and begin at most so many days after it. */
export function holidaysWithin(dayNumber: number, days: number): Holiday[] {
  const found: Holiday[] = [];
  for (let day = dayNumber; day <= dayNumber + days; ) {
    const holiday = holidayFrom(day);
    const [first = day] = holiday.days;
    if (first > dayNumber + days) break;
    found.push(holiday);
    day = first + holiday.days.length;
  }
  return found;
}

function holidayWith(day: number): Holiday {
  let first = day;
  while (isHoliday(first - 1)) first--;
  const days: number[] = [];
  for (let one = first; isHoliday(one); one++) days.push(one);
  const festivals = new Set(days.map((one) => festivalOf(beijingDate(one))).filter((one) => one !== undefined));
  return {
    name: [...festivals].map((festival) => FESTIVAL_NAMES[festival]).join("、"),
    from: beijingDate(first),
    to: beijingDate(first + days.length - 1),
    announced: days.every((one) => calendarDay(one).announced),
    days,
  };
}

function isHoliday(day: number): boolean {
  return calendarDay(day).kind === "holiday";
}
