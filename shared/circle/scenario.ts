import { z } from "zod";
import { AMENITY_KINDS } from "../amenities/amenity.js";
import { wordsUpTo } from "../common/free-text.js";
import { InstantText } from "../common/instant.js";
import { HalfHour } from "./coverage-answer.js";
import { CellId, MOST_OF } from "./steps-answer.js";
import { COUNTED_DAYS, STEP_WEIGHTS } from "./steps-question.js";

export const ScenarioId = z.string().regex(/^sc_[a-z0-9]{8,40}$/, { error: "不是方案编号" });
export type ScenarioId = z.infer<typeof ScenarioId>;

const cells = z.array(CellId).max(MOST_OF.cells);

/** A question for next steps as it is kept; the words are those of `GET /coverage/next-steps`. */
export const ScenarioQuestion = z.strictObject({
  city: z.string().regex(/^(\d{4}|\d{6})$/, { error: "要写市或区县的代码，如 4101、410102" }),
  hours: z.int().min(0).max(MOST_OF.hours),
  sites: z.int().min(0).max(MOST_OF.sites),
  mends: z.int().min(0).max(MOST_OF.mends),
  days: z.enum(COUNTED_DAYS),
  minutes: z.int().min(1).max(60),
  travel: z.enum(["walk", "ebike"]),
  amenities: z.array(z.enum(AMENITY_KINDS)).max(AMENITY_KINDS.length),
  weights: z.enum(STEP_WEIGHTS),
  siteOpens: HalfHour,
  siteCloses: HalfHour,
  fixed: cells,
  wished: cells,
  forbidden: cells,
});
export type ScenarioQuestion = z.infer<typeof ScenarioQuestion>;

export const ScenarioInput = z.strictObject({ name: wordsUpTo(20), question: ScenarioQuestion });
export type ScenarioInput = z.infer<typeof ScenarioInput>;

export const ScenarioChange = ScenarioInput.extend({
  /** What was seen: a scenario that somebody has changed since is not written over. */
  revision: z.int().min(1),
});
export type ScenarioChange = z.infer<typeof ScenarioChange>;

/** A scenario as it is kept. Instants are EpochMs. */
export const Scenario = z.strictObject({
  id: ScenarioId,
  revision: z.int(),
  name: z.string(),
  question: ScenarioQuestion,
  createdAt: z.int(),
  changedAt: z.int(),
});
export type Scenario = z.infer<typeof Scenario>;

export const ScenarioAnswer = Scenario.omit({ createdAt: true }).extend({ changedAt: InstantText });
export type ScenarioAnswer = z.infer<typeof ScenarioAnswer>;

export const ScenarioQuery = z.object({
  city: ScenarioQuestion.shape.city.optional().meta({ description: "Of one city or county alone" }),
});
export type ScenarioQuery = z.infer<typeof ScenarioQuery>;

export const ScenarioList = z.object({
  scenarios: z.array(ScenarioAnswer),
  /** The cities and counties with stations that the officer may plan for, cities first. */
  areas: z.array(z.object({ code: z.string(), name: z.string() })),
});
