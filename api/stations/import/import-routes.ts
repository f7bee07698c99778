import { createRoute, z } from "@hono/zod-openapi";
import { createMiddleware } from "hono/factory";
import { CSV_TYPE, XLSX_TYPE } from "../../../shared/core/file-types.js";
import { StationImportAnswer } from "../../../shared/stations/import/import-answer.js";
import { ApiError } from "../../api-error.js";
import type { Dependencies } from "../../dependencies.js";
import { errorAnswers, jsonAnswer } from "../../http/answers.js";
import { type AppEnv, createRouter } from "../../http/app-env.js";
import { requirePermission } from "../../http/require-permission.js";
import { importStations } from "./import-stations.js";

/** The file itself, for a route's description. */
export const LIST_BODY = {
  required: true,
  content: {
    [CSV_TYPE]: { schema: { type: "string" } },
    [XLSX_TYPE]: { schema: { type: "string", format: "binary" } },
  },
} as const;

const importRoute = createRoute({
  method: "post",
  path: "/",
  summary: "Import a list of stations, CSV or XLSX: all of its rows or none (officer). The body is the file itself",
  request: {
    query: z.strictObject({
      datum: z
        .enum(["gcj02", "wgs84", "bd09"])
        .optional()
        .openapi({ description: "Outweighs the header; without either it is gcj02" }),
      dryRun: z.enum(["true", "false"]).default("false"),
      city: z
        .string()
        .regex(/^\d{2}(\d{2}){0,2}$/, { error: "行政区划代码是 2、4 或 6 位数字" })
        .optional()
        .openapi({ description: "The code of the province or city all districts lie in, as in 4101" }),
    }),
    body: LIST_BODY,
  },
  responses: {
    200: jsonAnswer("What was imported, or would be", StationImportAnswer),
    ...errorAnswers(
      "invalid_input",
      "not_signed_in",
      "not_allowed",
      "conflict",
      "too_large",
      "unsupported_media_type",
      "import_rejected",
    ),
  },
});

/** Refuses bodies of other types before they are read. A charset is not believed: the content tells. */
export const requireListType = createMiddleware<AppEnv>(async (c, next) => {
  const [type = ""] = (c.req.header("content-type") ?? "").split(";");
  if (![CSV_TYPE, XLSX_TYPE].includes(type.trim().toLowerCase())) throw new ApiError("unsupported_media_type");
  await next();
});

export function importRoutes(deps: Dependencies) {
  const router = createRouter();
  router.use(requirePermission(deps, "station:import"), requireListType);
  return router.openapi(importRoute, async (c) => {
    const { datum, dryRun, city } = c.req.valid("query");
    const answer = await importStations(deps, {
      file: new Uint8Array(await c.req.arrayBuffer()),
      datum: datum ?? null,
      city: city ?? null,
      dryRun: dryRun === "true",
      actor: c.get("user"),
    });
    return c.json(answer, 200);
  });
}
