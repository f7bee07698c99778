import { z } from "zod";
import { HallId, VenueFacts } from "./course.js";

/** A hall where classes are held and which is no station. Instants are EpochMs. */
export const Hall = VenueFacts.extend({
  id: HallId,
  /** Grows by one with every change. */
  revision: z.int().min(1),
  createdAt: z.int(),
  updatedAt: z.int(),
  isDemo: z.boolean(),
});
export type Hall = z.infer<typeof Hall>;
