import type { SayQuestion } from "./said-question.js";
import { sayRollCall } from "./say-roll-call.js";

/** Every question that keepers are asked by a message, by its name: letters, digits and `-`. */
export const QUESTIONS: Readonly<Record<string, SayQuestion>> = { "roll-call": sayRollCall };
