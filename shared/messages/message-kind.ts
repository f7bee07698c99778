import type { EpochMs } from "../common/time.js";

/** What a message may say, before it is put into the fields of a WeChat template. */
export interface MessageValues {
  /** What it is about: a class, a wish. */
  title: string;
  /** When it begins, or until when. */
  time: EpochMs;
  place: string;
  /** What happened or what to do next, in a few words. */
  note: string;
  /** In five characters. */
  state: string;
  /** What is shown or said at the counter: letters and digits. */
  code: string;
}
export type MessageField = keyof MessageValues;

/**
 * Every kind of message, with what it says. A kind is also what a template is set for; several may share one
 * (docs/deploy.md).
 */
export const MESSAGE_KINDS = {
  class_booked: ["title", "time", "place", "note"],
  class_waitlist_offered: ["title", "time", "place", "note"],
  /** 24 hours before. */
  class_reminder_day: ["title", "time", "place", "note"],
  /** 2 hours before. */
  class_reminder_hours: ["title", "time", "place", "note"],
  class_cancelled: ["title", "time", "place", "note"],
  class_changed: ["title", "time", "place", "note"],
  wish_reviewed: ["title", "state", "time", "note"],
  wish_asked: ["title", "state", "time", "note"],
  wish_claimed: ["title", "state", "time", "note"],
  wish_ready: ["title", "code", "place", "time", "note"],
  wish_delivered: ["title", "state", "time", "note"],
  /** To the people of a station: somebody stands before its door, or it is turned. */
  keeper_door: ["title", "time", "note"],
  /** To them and to officers: a task, medicine, a wish to hand over. */
  keeper_task: ["title", "state", "time", "note"],
  /** To them: something that one tap answers. */
  keeper_question: ["title", "time", "note"],
  /** To whoever reported and asked to be told. */
  report_answered: ["title", "state", "time", "note"],
} as const satisfies Record<string, readonly MessageField[]>;

export type MessageKind = keyof typeof MESSAGE_KINDS;

/**
 * Kinds that are sent only while the server knows of a yes that is not used up yet. The others are tried, and WeChat says
 * whether there is one.
 */
export const COUNTED_KINDS = ["keeper_door", "keeper_task", "keeper_question", "report_answered"] as const;
export type CountedKind = (typeof COUNTED_KINDS)[number];

export function isCountedKind(kind: MessageKind): kind is CountedKind {
  return (COUNTED_KINDS as readonly MessageKind[]).includes(kind);
}

/** What a message of this kind says. */
export type MessageContent<Kind extends MessageKind> = Pick<MessageValues, (typeof MESSAGE_KINDS)[Kind][number]>;
