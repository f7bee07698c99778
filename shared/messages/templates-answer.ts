import { z } from "zod";
import { MESSAGE_KINDS, type MessageKind } from "./message-kind.js";

/** The ids of the templates that a phone may ask a person about, by kind of message. */
export const TemplatesAnswer = z.object({
  templates: z.partialRecord(z.enum(Object.keys(MESSAGE_KINDS) as [MessageKind, ...MessageKind[]]), z.string()),
});
export type TemplatesAnswer = z.infer<typeof TemplatesAnswer>;
