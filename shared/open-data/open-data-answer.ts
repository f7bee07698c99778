import { z } from "zod";
import { InstantInput } from "../common/instant.js";
import { wholeNumberText } from "../common/query-text.js";

/** What all formats are asked by. */
export const OpenDataQuery = z.object({
  city: z
    .string()
    .regex(/^(\d{2}|\d{4}|\d{6}|\d{4}\|[^|,]{1,30})$/, { error: "要写省、市或区县的代码，如 4101" })
    .optional()
    .meta({ description: "A province, city or county by its code, or 4101|高新区；everywhere without it" }),
});

export const ChangesQuery = OpenDataQuery.extend({
  since: InstantInput.optional().meta({
    description: "Only stations that have changed since, with the ids of those that were taken off the list",
  }),
});

export const ServicesQuery = OpenDataQuery.extend({
  page: wholeNumberText(1, 10_000).default(1),
  per_page: wholeNumberText(1, 500).default(100),
  modified_after: InstantInput.optional(),
});

/** What there is, under which terms. */
export const OpenDataAnswer = z.object({
  license: z.string(),
  licenseUrl: z.string().nullable(),
  source: z.string(),
  formats: z.array(z.object({ name: z.string(), path: z.string() })),
});
