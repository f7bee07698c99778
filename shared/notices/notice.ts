import type { CountedKind } from "../messages/message-kind.js";

interface NoticeRule {
  /** Which template its message goes by. */
  kind: CountedKind;
  /** It goes out at night too, and beyond what a person is sent in a day. */
  isUrgent?: true;
}

/** What the people of a station, officers and reporters are told, each with the kind of message that says it. */
export const NOTICES = {
  /** Somebody stands before the door. About a station. */
  door: { kind: "keeper_door", isUrgent: true },
  /** The station is shown as reported shut. About a station. */
  turned: { kind: "keeper_door", isUrgent: true },
  /** Something was reported that is no door. About a task, as the next five. */
  task_new: { kind: "keeper_task" },
  /** Whoever reported says that it is not right yet. */
  task_back: { kind: "keeper_task" },
  task_tomorrow: { kind: "keeper_task" },
  task_overdue: { kind: "keeper_task" },
  /** An officer gave it to them. */
  task_given: { kind: "keeper_task" },
  /** An officer asks for it to be done. */
  task_asked: { kind: "keeper_task" },
  /** Medicine, a week before its date and on it. About a station. */
  medicine_week: { kind: "keeper_task" },
  medicine_today: { kind: "keeper_task" },
  /** A wish waits to be handed over. About a wish. */
  wish_waiting: { kind: "keeper_task" },
  /** Nobody has confirmed the door for some days. About a station. */
  unconfirmed: { kind: "keeper_question" },
  /** A question of `api/notices/questions.ts`. About a station. */
  question: { kind: "keeper_question" },
  /** What an officer has to look after today. About the officer. */
  officer_day: { kind: "keeper_task" },
  /** What was done about a report. About the report. */
  answered: { kind: "report_answered" },
  /** What the office answered about a station that is missing. About that. */
  missing_answered: { kind: "report_answered" },
  /** What somebody wanted to learn is taught now. About the course. */
  class_opened: { kind: "report_answered" },
} as const satisfies Record<string, NoticeRule>;
export type NoticeName = keyof typeof NOTICES;

/** Something to tell a person. */
export interface Notice {
  name: NoticeName;
  /** Id of what it is about. */
  about: string;
  /** Which time of it: a date, a revision, the words of a question. Without bars. */
  detail: string;
}

/** A notice as the `subject` of a message; {@link readNotice} reads it back. */
export function noticeText({ name, about, detail }: Notice): string {
  return `${name}|${about}|${detail}`;
}

/** @returns null for what is no notice, or one of another version */
export function readNotice(text: string): Notice | null {
  const [name = "", about, detail] = text.split("|");
  if (!Object.keys(NOTICES).includes(name) || about === undefined || detail === undefined) return null;
  return { name: name as NoticeName, about, detail };
}
