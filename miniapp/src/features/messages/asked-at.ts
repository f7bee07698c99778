import type { MessageKind } from "../../../../shared/messages/message-kind";

/**
 * A tap after which messages may come: a seat booked, a place in the waitlist taken, a wish made, a report whose answer is
 * wanted. Keepers are asked at anything they tap.
 */
export type AskedAt = "booking" | "waitlist" | "wish" | "report";

/** WeChat asks about three templates at most, and one answer allows one message of each. */
const MOST_ASKED = 3;

/** What a person is asked about at a tap, most wanted first. */
const KINDS_ASKED: Record<AskedAt | "keeper", readonly MessageKind[]> = {
  booking: ["class_reminder_hours", "class_cancelled", "class_reminder_day", "class_changed", "class_booked"],
  waitlist: ["class_waitlist_offered", "class_reminder_hours", "class_cancelled", "class_reminder_day"],
  wish: ["wish_ready", "wish_reviewed", "wish_asked", "wish_claimed", "wish_delivered"],
  keeper: ["keeper_door", "keeper_task", "keeper_question"],
  report: ["report_answered"],
};

/**
 * The templates to ask about at a tap, each once; kinds that have none are passed over.
 *
 * @param left of a keeper: how many of each kind may still be sent. They are asked for what is used up alone.
 */
export function templatesAsked(
  at: AskedAt | "keeper",
  templates: Partial<Record<MessageKind, string>>,
  left: Partial<Record<MessageKind, number>> | null = null,
): string[] {
  const isWanted = (kind: MessageKind) => at !== "keeper" || left?.[kind] === 0;
  const ids = KINDS_ASKED[at].filter(isWanted).flatMap((kind) => templates[kind] ?? []);
  return [...new Set(ids)].slice(0, MOST_ASKED);
}
