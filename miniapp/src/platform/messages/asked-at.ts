import type { MessageKind } from "../../../../shared/messages/message-kind";

/** A tap after which messages may come: a seat booked, a place in the queue taken, a wish made. */
export type AskedAt = "booking" | "waitlist" | "wish";

/** WeChat asks about three templates at most, and one answer allows one message of each. */
const MOST_ASKED = 3;

/** What a person is asked about at a tap, most wanted first. */
const KINDS_ASKED: Record<AskedAt, readonly MessageKind[]> = {
  booking: ["class_reminder_hours", "class_cancelled", "class_reminder_day", "class_changed", "class_booked"],
  waitlist: ["class_waitlist_offered", "class_reminder_hours", "class_cancelled", "class_reminder_day"],
  wish: ["wish_ready", "wish_reviewed", "wish_asked", "wish_claimed", "wish_delivered"],
};

/** The templates to ask about at a tap, each once; kinds that have none are passed over. */
export function templatesAsked(at: AskedAt, templates: Partial<Record<MessageKind, string>>): string[] {
  const ids = KINDS_ASKED[at].flatMap((kind) => templates[kind] ?? []);
  return [...new Set(ids)].slice(0, MOST_ASKED);
}
