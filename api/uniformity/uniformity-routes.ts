import { createRoute, z } from "@hono/zod-openapi";
import { UNIFORMITY_CHECKS } from "../../shared/stations/uniformity.js";
import { UNIFORMITY_SORTS, UniformityList } from "../../shared/stations/uniformity-answer.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { requirePermission } from "../http/require-permission.js";
import { listUniformity } from "./list-uniformity.js";

const uniformityRoute = createRoute({
  method: "get",
  path: "/",
  summary:
    "四统一 and stars of the stations in an officer's reach, by what they miss, overdue tasks or days since confirmation (officer)",
  request: {
    query: z.object({
      district: z
        .string()
        .max(30)
        .optional()
        .openapi({ description: "A code or its prefix (64, 6401, 640104), or the district's text" }),
      missing: z
        .enum(UNIFORMITY_CHECKS)
        .optional()
        .openapi({ description: "Only stations that miss something for it" }),
      overdue: z.stringbool().optional().openapi({ type: "boolean", description: "Only stations with overdue tasks" }),
      unconfirmedDays: z.coerce
        .number()
        .int()
        .min(0)
        .max(9_999)
        .optional()
        .openapi({ description: "Only stations that nobody has confirmed for more than so many days, or ever" }),
      sort: z
        .enum(UNIFORMITY_SORTS)
        .default("missing")
        .openapi({ description: "What comes first: most missing, most overdue tasks, longest unconfirmed" }),
      cursor: z
        .string()
        .regex(/^(?:\d{2,5}-){3}st_[a-z0-9_]{1,40}$/)
        .optional()
        .openapi({ description: "`nextCursor` of the page before, asked for in the same way" }),
    }),
  },
  responses: {
    200: jsonAnswer("A page", UniformityList),
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed"),
  },
});

export function uniformityRoutes(deps: Dependencies) {
  const router = createRouter();
  router.use(requirePermission(deps, "uniformity:read"));
  return router.openapi(uniformityRoute, async (c) => {
    c.header("Cache-Control", "no-store");
    return c.json(await listUniformity(deps, c.get("user"), c.req.valid("query")), 200);
  });
}
