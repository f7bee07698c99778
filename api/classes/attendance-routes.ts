import { createRoute, z } from "@hono/zod-openapi";
import { CSV_TYPE, XLSX_TYPE } from "../../shared/core/file-types.js";
import { DAY_MS } from "../../shared/core/time.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { requirePermission } from "../http/require-permission.js";
import { attendanceTable } from "./attendance.js";
import { tableFile } from "./text-table.js";

const MOST_DAYS = 92;
const day = z.iso.date({ error: "要写成 2026-12-03 这样" });

const exportRoute = createRoute({
  method: "get",
  path: "/attendance",
  summary: "Who came to the classes of some Beijing days, as a table (officer)",
  description: "Within the officer's reach: what people are called and their numbers. Attendance is kept for a year.",
  request: {
    query: z
      .strictObject({ from: day, to: day, format: z.enum(["xlsx", "csv"]).default("xlsx") })
      .superRefine(({ from, to }, context) => {
        const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
        if (days < 1) context.addIssue({ code: "custom", path: ["to"], message: "不能早于开始的日子" });
        if (days > MOST_DAYS)
          context.addIssue({ code: "custom", path: ["to"], message: `一次最多导出 ${MOST_DAYS} 天` });
      }),
  },
  responses: {
    200: {
      description: "The table",
      content: {
        [XLSX_TYPE]: { schema: z.string().openapi({ format: "binary" }) },
        [CSV_TYPE]: { schema: z.string() },
      },
    },
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed"),
  },
});

/** Attendance as a file. Before the routes of single classes, whose ids it would be taken for. */
export function attendanceRoutes(deps: Dependencies) {
  const router = createRouter();
  router.use("/attendance", requirePermission(deps, "class:attendance"));
  return router.openapi(exportRoute, async (c) => {
    const { format, ...days } = c.req.valid("query");
    const table = await attendanceTable(deps, days, c.get("user"));
    const { content, headers } = await tableFile(table, format, `attendance-${days.from}-${days.to}`);
    return c.body(content, 200, headers);
  });
}
