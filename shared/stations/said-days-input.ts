import { z } from "zod";
import { OpeningSpan } from "./hours.js";

/** What somebody says of dates: `usual` as on that day of the week, no spans not open, `unsaid` takes an answer back. */
export const SaidDays = z
  .array(
    z.strictObject({
      date: z.iso.date({ error: "要写成日期，如 2026-10-01" }),
      hours: z.union([z.array(OpeningSpan).max(6), z.enum(["usual", "unsaid"])]),
    }),
  )
  .min(1)
  .max(31);
