import { createRoute, z } from "@hono/zod-openapi";
import { AuditEntry } from "../../shared/audit/audit-entry.js";
import { officerReaches } from "../../shared/people/roles.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { instantText } from "../http/instants.js";
import { requirePermission } from "../http/require-permission.js";

const PAGE_SIZE = 50;

const auditRoute = createRoute({
  method: "get",
  path: "/",
  summary: "Who changed what, newest first, within an officer's reach (officer)",
  request: {
    query: z.object({
      subject: z.string().max(60).optional().openapi({ description: "The id of a station, task or person" }),
      cursor: z
        .string()
        .regex(/^[1-9]\d{0,14}-\d{1,19}$/)
        .optional(),
    }),
  },
  responses: {
    200: jsonAnswer(
      "A page",
      z.object({ entries: z.array(AuditEntry.extend({ at: z.iso.datetime() })), nextCursor: z.string().nullable() }),
    ),
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed"),
  },
});

export function auditRoutes(deps: Dependencies) {
  const router = createRouter();
  router.use(requirePermission(deps, "audit:read"));
  return router.openapi(auditRoute, async (c) => {
    const { subject, cursor } = c.req.valid("query");
    const user = c.get("user");
    const page = await deps.audit.read({
      matches: (entry) =>
        officerReaches(user, entry.districtCode) && (subject === undefined || entry.subject.id === subject),
      cursor: cursor ?? null,
      limit: PAGE_SIZE,
    });
    const entries = page.entries.map((entry) => ({ ...entry, at: instantText(entry.at) }));
    return c.json({ entries, nextCursor: page.nextCursor }, 200);
  });
}
