import type { z } from "zod";
import { Appeal } from "../../shared/classes/appeal.js";
import { Booking } from "../../shared/classes/booking.js";
import type { TextSealer } from "../people/sealed-text.js";
import { sealedWords } from "../people/sealed-words.js";
import { json } from "./booking-reply.js";

/**
 * What a roster calls people, and what they say of absences: sealed in Redis, which hands them on from record to
 * record.
 */
export function rosterWords(sealer: TextSealer) {
  const { seal, open, isCurrent } = sealedWords(sealer, "words on a roster");
  const booking = Booking.extend({ calledBy: Appeal.shape.calledBy });
  const openBooking = (kept: z.output<typeof booking>): Booking =>
    Booking.parse({ ...kept, calledBy: open(kept.calledBy) });
  const openAppeal = (kept: Appeal): Appeal => ({
    ...kept,
    calledBy: open(kept.calledBy),
    text: open(kept.text),
    reply: kept.reply === null ? null : open(kept.reply),
  });
  return {
    seal,
    /** A booking in a reply, opened. */
    bookingReply: json(booking).transform(openBooking),
    appealReply: json(Appeal).transform(openAppeal),
    readBooking: (document: string): Booking => openBooking(booking.parse(JSON.parse(document))),
    readAppeal: (document: string): Appeal => openAppeal(Appeal.parse(JSON.parse(document))),
    /** The same under the present key; null: it is. */
    renewedBooking: (document: string): string | null => {
      const kept = booking.parse(JSON.parse(document));
      if (isCurrent(kept.calledBy)) return null;
      return JSON.stringify({ ...kept, calledBy: seal(open(kept.calledBy)) });
    },
    renewedAppeal: (document: string): string | null => {
      const kept = Appeal.parse(JSON.parse(document));
      const words = [kept.calledBy, kept.text, kept.reply ?? ""];
      if (words.every(isCurrent)) return null;
      const opened = openAppeal(kept);
      return JSON.stringify({
        ...kept,
        calledBy: seal(opened.calledBy),
        text: seal(opened.text),
        reply: opened.reply === null ? null : seal(opened.reply),
      });
    },
  };
}
