import { createRoute, z } from "@hono/zod-openapi";
import { UNIFORMITY_CHECKS } from "../../shared/stations/uniformity.js";
import { UniformityList } from "../../shared/stations/uniformity-answer.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { requirePermission } from "../http/require-permission.js";
import { listUniformity } from "./list-uniformity.js";

const uniformityRoute = createRoute({
  method: "get",
  path: "/",
  summary: "四统一 and stars of the stations in an officer's reach, those that miss most first (officer)",
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
      cursor: z
        .string()
        .regex(/^\d{2}-\d{5}-st_[a-z0-9_]{1,40}$/)
        .optional()
        .openapi({ description: "`nextCursor` of the page before" }),
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
