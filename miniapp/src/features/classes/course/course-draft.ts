import type { CourseRules } from "../../../../../shared/classes/booking-rules";
import type { ClassCategory } from "../../../../../shared/classes/class-category";
import type { CourseFacts, CourseSchedule } from "../../../../../shared/classes/course";

/** One date of a course that is held on single days, as it stands in the form. */
export interface DraftDate {
  /** Tells two dates of one form apart, whatever they say; grows from the first to the last. */
  key: number;
  date: string;
  startsAt: string;
  minutes: string;
}

/** What an officer has typed so far; numbers and dates are text until they are sent. Empty: not said. */
export interface CourseDraft {
  title: string;
  category: ClassCategory | null;
  venueId: string | null;
  room: string;
  teacher: string;
  level: string;
  age: string;
  bring: string;
  about: string;
  capacity: string;
  waitlistLimit: string;
  bookedBy: CourseFacts["bookedBy"];
  opensDaysBefore: string;
  kind: CourseSchedule["kind"];
  weekdays: readonly number[];
  startsAt: string;
  minutes: string;
  from: string;
  until: string;
  holidays: "skip" | "keep";
  /** Days without class, 2026-12-24 each, with anything between them. */
  except: string;
  dates: readonly DraftDate[];
  rules: Record<keyof CourseRules, string>;
}

export const NO_RULES: CourseDraft["rules"] = {
  cancelBeforeMinutes: "",
  checkInBeforeMinutes: "",
  checkInAfterMinutes: "",
  walkInAfterMinutes: "",
  offerMinutes: "",
};

const NEW_DRAFT: Omit<CourseDraft, "from"> = {
  title: "",
  category: null,
  venueId: null,
  room: "",
  teacher: "",
  level: "",
  age: "",
  bring: "",
  about: "",
  capacity: "20",
  waitlistLimit: "20",
  bookedBy: "session",
  opensDaysBefore: "",
  kind: "weekly",
  weekdays: [],
  startsAt: "19:00",
  minutes: "90",
  until: "",
  holidays: "skip",
  except: "",
  dates: [],
  rules: NO_RULES,
};

/** An empty form. @param today `YYYY-MM-DD` in Beijing */
export function newDraft(today: string): CourseDraft {
  return { ...NEW_DRAFT, from: today };
}

/** The form of a course that there is. */
export function draftOf(course: CourseFacts, today: string): CourseDraft {
  const { schedule, rules } = course;
  return {
    ...newDraft(today),
    ...{ title: course.title, category: course.category, venueId: course.venueId, bookedBy: course.bookedBy },
    room: course.room ?? "",
    teacher: course.teacher ?? "",
    level: course.level ?? "",
    age: course.age ?? "",
    bring: course.bring ?? "",
    about: course.about ?? "",
    capacity: String(course.capacity),
    waitlistLimit: String(course.waitlistLimit),
    opensDaysBefore: course.bookingOpensDaysBefore === null ? "" : String(course.bookingOpensDaysBefore),
    ...scheduleDraft(schedule),
    rules: {
      ...NO_RULES,
      ...Object.fromEntries(
        Object.entries(rules).map(([rule, value]) => [rule, value === undefined ? "" : String(value)]),
      ),
    },
  };
}

function scheduleDraft(schedule: CourseSchedule): Partial<CourseDraft> {
  if (schedule.kind === "dates") {
    const dates = schedule.dates.map(({ date, startsAt, durationMinutes }, key) => ({
      ...{ key, date, startsAt },
      minutes: String(durationMinutes),
    }));
    return { kind: "dates", dates };
  }
  const { kind, weekdays, startsAt, durationMinutes, from, until, holidays, except } = schedule;
  return {
    kind,
    weekdays,
    startsAt,
    minutes: String(durationMinutes),
    from,
    until,
    holidays,
    except: except.join(" "),
  };
}

/** What is missing before it can be sent, a sentence each; the server checks the rest. */
export function missingIn(draft: CourseDraft): string[] {
  const isNumber = (text: string) => /^\d{1,5}$/.test(text.trim());
  const problems: [boolean, string][] = [
    [draft.title.trim() === "", "课叫什么还没写"],
    [draft.category === null, "教什么还没选"],
    [draft.venueId === null, "在哪里上还没选"],
    [!isNumber(draft.capacity), "名额要写一个数"],
    [!isNumber(draft.waitlistLimit), "排队人数要写一个数，不让排队写 0"],
    [draft.opensDaysBefore.trim() !== "" && !isNumber(draft.opensDaysBefore), "提前几天开始报名，要写一个数或空着"],
    ...scheduleProblems(draft, isNumber),
    ...Object.values(draft.rules).map((text): [boolean, string] => [
      text.trim() !== "" && !isNumber(text),
      "规矩里的分钟要写数，或者空着",
    ]),
  ];
  return [...new Set(problems.filter(([isMissing]) => isMissing).map(([, words]) => words))];
}

function scheduleProblems(draft: CourseDraft, isNumber: (text: string) => boolean): [boolean, string][] {
  if (draft.kind === "dates") {
    const isWhole = ({ date, startsAt, minutes }: DraftDate) => date !== "" && startsAt !== "" && isNumber(minutes);
    return [
      [draft.dates.length === 0, "至少要加一天"],
      [!draft.dates.every(isWhole), "有一天的日期、时间或时长没写全"],
    ];
  }
  return [
    [draft.weekdays.length === 0, "周几上课还没选"],
    [draft.startsAt === "" || !isNumber(draft.minutes), "几点上、上多久还没写"],
    [draft.from === "" || draft.until === "", "从哪天上到哪天还没写"],
  ];
}

/** What is sent, once nothing is missing; null while something is. */
export function factsOf(draft: CourseDraft): CourseFacts | null {
  const { category, venueId } = draft;
  if (category === null || venueId === null || missingIn(draft).length > 0) return null;
  const said = (text: string) => (text.trim() === "" ? null : text.trim());
  return {
    ...{ title: draft.title.trim(), category, venueId, bookedBy: draft.bookedBy },
    room: said(draft.room),
    teacher: said(draft.teacher),
    level: said(draft.level),
    age: said(draft.age),
    bring: said(draft.bring),
    about: said(draft.about),
    capacity: Number(draft.capacity),
    waitlistLimit: Number(draft.waitlistLimit),
    bookingOpensDaysBefore: draft.opensDaysBefore.trim() === "" ? null : Number(draft.opensDaysBefore),
    rules: Object.fromEntries(
      Object.entries(draft.rules).flatMap(([rule, text]) => (text.trim() === "" ? [] : [[rule, Number(text)]])),
    ),
    schedule: scheduleOf(draft),
  };
}

function scheduleOf(draft: CourseDraft): CourseSchedule {
  if (draft.kind === "dates") {
    const dates = draft.dates.map(({ date, startsAt, minutes }) => ({
      date,
      startsAt,
      durationMinutes: Number(minutes),
    }));
    return { kind: "dates", dates };
  }
  return {
    ...{ kind: "weekly", startsAt: draft.startsAt, durationMinutes: Number(draft.minutes) },
    ...{ from: draft.from, until: draft.until, holidays: draft.holidays },
    weekdays: [...draft.weekdays].sort((a, b) => a - b),
    except: draft.except.match(/\d{4}-\d{2}-\d{2}/g) ?? [],
  };
}
