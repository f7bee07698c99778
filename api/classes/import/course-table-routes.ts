import { createRoute, z } from "@hono/zod-openapi";
import { CSV_TYPE, XLSX_TYPE } from "../../../shared/core/file-types.js";
import { ImportAnswer } from "../../../shared/stations/import/import-answer.js";
import type { Dependencies } from "../../dependencies.js";
import { errorAnswers, jsonAnswer } from "../../http/answers.js";
import { createRouter } from "../../http/app-env.js";
import { requirePermission } from "../../http/require-permission.js";
import { LIST_BODY, requireListType } from "../../stations/import/import-routes.js";
import { heldCourses, reaches } from "../list-courses.js";
import { tableFile } from "../text-table.js";
import { courseTable } from "./course-table.js";
import { importCourses } from "./import-courses.js";

const importRoute = createRoute({
  method: "post",
  path: "/import",
  summary: "Import a timetable, CSV or XLSX: all of its courses or none (officer). The body is the file itself",
  request: { query: z.strictObject({ dryRun: z.enum(["true", "false"]).default("false") }), body: LIST_BODY },
  responses: {
    200: jsonAnswer("What was imported, or would be", ImportAnswer),
    ...errorAnswers(
      "invalid_input",
      "not_signed_in",
      "not_allowed",
      "conflict",
      "term_booked",
      "too_large",
      "unsupported_media_type",
      "import_rejected",
    ),
  },
});

const exportRoute = createRoute({
  method: "get",
  path: "/export",
  summary: "The courses that go on, as a table that an import reads back (officer)",
  request: { query: z.strictObject({ format: z.enum(["xlsx", "csv"]).default("xlsx") }) },
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

/** Timetables as files. Before the routes of single courses, whose ids they would be taken for. */
export function courseTableRoutes(deps: Dependencies) {
  const router = createRouter();
  router.on("POST", "/import", requirePermission(deps, "class:manage"), requireListType);
  router.on("GET", "/export", requirePermission(deps, "class:manage"));
  return router
    .openapi(importRoute, async (c) => {
      const file = new Uint8Array(await c.req.arrayBuffer());
      const dryRun = c.req.valid("query").dryRun === "true";
      return c.json(await importCourses(deps, { file, dryRun, user: c.get("user") }), 200);
    })
    .openapi(exportRoute, async (c) => {
      const { format } = c.req.valid("query");
      const courses = (await heldCourses(deps, "running")).filter(({ venue }) => reaches(c.get("user"), venue));
      const { content, headers } = await tableFile(courseTable(courses), format, "courses");
      return c.body(content, 200, headers);
    });
}
