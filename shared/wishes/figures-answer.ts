import { z } from "zod";
import { InstantText } from "../common/instant.js";
import { FIGURE_GROUPS, FIGURE_KEYS } from "./figures.js";

const counts = Object.fromEntries(FIGURE_KEYS.map((figure) => [figure, z.int()])) as Record<
  (typeof FIGURE_KEYS)[number],
  z.ZodInt
>;

const figures = {
  ...counts,
  reviewHours: z.number().nullable(),
  claimRate: z.number().nullable(),
  fulfilmentRate: z.number().nullable(),
  satisfaction: z.number().nullable(),
  costYuan: z.number(),
};

export const WishFigureAnswer = z.object({
  asOf: InstantText,
  by: z.enum(FIGURE_GROUPS),
  rows: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      ...figures,
      /** What to add to the queue's address, with `figure=…`, to see the wishes that a number counts. */
      filter: z.string(),
    }),
  ),
  total: z.object({ ...figures, filter: z.string() }),
});
export type WishFigureAnswer = z.infer<typeof WishFigureAnswer>;
