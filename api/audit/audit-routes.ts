import { createRoute, z } from "@hono/zod-openapi";
import { AuditList } from "../../shared/audit/audit-answer.js";
import { StationId } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { requirePermission } from "../http/require-permission.js";
import { listAudit } from "./list-audit.js";

const auditRoute = createRoute({
  method: "get",
  path: "/",
  summary: "Who changed what, newest first, within an officer's reach (officer)",
  request: {
    query: z.object({
      subject: z.string().max(60).optional().openapi({ description: "The id of a station, task or person" }),
      stationId: StationId.optional().openapi({ description: "A station, with the tasks made about it" }),
      cursor: z
        .string()
        .regex(/^[1-9]\d{0,14}-\d{1,19}$/)
        .optional(),
    }),
  },
  responses: {
    200: jsonAnswer("A page", AuditList),
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed"),
  },
});

export function auditRoutes(deps: Dependencies) {
  const router = createRouter();
  router.use(requirePermission(deps, "audit:read"));
  return router.openapi(auditRoute, async (c) => {
    c.header("Cache-Control", "no-store");
    return c.json(await listAudit(deps, c.get("user"), c.req.valid("query")), 200);
  });
}
