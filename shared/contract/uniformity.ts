import { z } from "zod";
import { wholeNumberText } from "../common/query-text.js";
import { UNIFORMITY_CHECKS } from "../stations/uniformity.js";
import { UNIFORMITY_SORTS, UniformityList } from "../stations/uniformity-answer.js";
import type { Contract } from "./endpoint.js";

export const uniformityContract = {
  listUniformity: {
    route: "GET /uniformity",
    summary:
      "四统一 and stars of the stations in an officer's reach, by what they miss, overdue tasks or days since confirmation (officer)",
    permission: "uniformity:read",
    query: z.object({
      district: z.string().max(30).optional().meta({
        description:
          "A code or its prefix (64, 6401, 640104)，the district's text, or 4101|高新区：what is called so in a city",
      }),
      missing: z.enum(UNIFORMITY_CHECKS).optional().meta({ description: "Only stations that miss something for it" }),
      overdue: z.stringbool().optional().meta({ type: "boolean", description: "Only stations with overdue tasks" }),
      unconfirmedDays: wholeNumberText(0, 9_999)
        .optional()
        .meta({ description: "Only stations that nobody has confirmed for more than so many days, or ever" }),
      sort: z
        .enum(UNIFORMITY_SORTS)
        .default("missing")
        .meta({ description: "What comes first: most missing, most overdue tasks, longest unconfirmed" }),
      cursor: z
        .string()
        .regex(/^(?:\d{2,5}-){3}st_[a-z0-9_]{1,40}$/)
        .optional()
        .meta({ description: "`nextCursor` of the page before, asked for in the same way" }),
    }),
    answer: UniformityList,
    answers: "A page",
  },
} as const satisfies Contract;
