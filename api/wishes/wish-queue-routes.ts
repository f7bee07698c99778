import { createRoute, z } from "@hono/zod-openapi";
import { XLSX_TYPE } from "../../shared/core/file-types.js";
import { DistrictCode, StationId } from "../../shared/stations/station.js";
import { WISH_CATEGORY_KEYS } from "../../shared/wishes/category.js";
import { FIGURE_GROUPS, FIGURE_KEYS } from "../../shared/wishes/figures.js";
import { WishFigureAnswer } from "../../shared/wishes/figures-answer.js";
import { WishId } from "../../shared/wishes/wish.js";
import { SimilarWishes, WishQueue, WishUnits } from "../../shared/wishes/wish-answer.js";
import { WISH_STATES } from "../../shared/wishes/wish-states.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { requirePermission } from "../http/require-permission.js";
import { readFigures } from "./count-wishes.js";
import { listUnits, readQueue, similarWishes } from "./wish-queue.js";

const PAGE_SIZE = 30;
const LARGEST_PAGE = 100;

const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, { error: "月份要写成 2026-11 这样" });
const filters = {
  district: DistrictCode.optional().openapi({ description: "A code, or its beginning" }),
  category: z.enum(WISH_CATEGORY_KEYS).optional(),
  stationId: StationId.optional(),
  street: z.string().max(30).optional(),
  month: Month.optional(),
  from: Month.optional(),
  to: Month.optional(),
};

const queueRoute = createRoute({
  method: "get",
  path: "/queue",
  summary: "What there is to do in an officer's reach: by deadline, overdue first (officer)",
  request: {
    query: z.strictObject({
      ...filters,
      state: z
        .enum([...WISH_STATES, "open"])
        .optional()
        .openapi({ description: "`open`, which it is without a figure: all that are not closed" }),
      figure: z.enum(FIGURE_KEYS).optional().openapi({ description: "Those that this figure counts" }),
      cursor: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(PAGE_SIZE),
    }),
  },
  responses: {
    200: jsonAnswer("A page; numbers and links in the texts are hidden", WishQueue),
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed"),
  },
});

const unitsRoute = createRoute({
  method: "get",
  path: "/units",
  summary: "The units for which wishes of an officer's reach were claimed, most frequent first (officer)",
  responses: { 200: jsonAnswer("The units", WishUnits), ...errorAnswers("not_signed_in", "not_allowed") },
});

const similarRoute = createRoute({
  method: "get",
  path: "/{id}/similar",
  summary: "Open wishes that may be the same one, for merging (officer)",
  request: { params: z.object({ id: WishId }) },
  responses: {
    200: jsonAnswer("Most alike first", SimilarWishes),
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed", "not_found"),
  },
});

const figureQuery = z.strictObject({ ...filters, by: z.enum(FIGURE_GROUPS).default("month") });

const figuresRoute = createRoute({
  method: "get",
  path: "/figures",
  summary: "The figures an officer reports; each row names what opens its wishes in the queue (officer)",
  request: { query: figureQuery },
  responses: {
    200: jsonAnswer("The figures", WishFigureAnswer),
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed"),
  },
});

const xlsxRoute = createRoute({
  method: "get",
  path: "/figures.xlsx",
  summary: "The same as a sheet with Chinese headers (officer)",
  request: { query: figureQuery },
  responses: {
    200: { description: "The sheet", content: { [XLSX_TYPE]: { schema: { type: "string", format: "binary" } } } },
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed"),
  },
});

/** What officers see of all wishes of their reach. */
export function wishQueueRoutes(deps: Dependencies) {
  const router = createRouter();
  for (const path of ["/queue", "/units", "/:id/similar"]) {
    router.on("GET", path, requirePermission(deps, "wish:review"));
  }
  for (const path of ["/figures", "/figures.xlsx"]) router.on("GET", path, requirePermission(deps, "wish:figures"));
  return router
    .openapi(queueRoute, async (c) => {
      const query = c.req.valid("query");
      const state = query.state ?? (query.figure === undefined ? "open" : undefined);
      c.header("Cache-Control", "no-store");
      return c.json(await readQueue(deps, c.get("user"), { ...query, state }), 200);
    })
    .openapi(unitsRoute, async (c) => {
      c.header("Cache-Control", "no-store");
      return c.json({ units: await listUnits(deps, c.get("user")) }, 200);
    })
    .openapi(similarRoute, async (c) => {
      c.header("Cache-Control", "no-store");
      return c.json(await similarWishes(deps, c.req.valid("param").id, c.get("user")), 200);
    })
    .openapi(figuresRoute, async (c) => {
      c.header("Cache-Control", "no-store");
      return c.json(await readFigures(deps, c.get("user"), c.req.valid("query")), 200);
    })
    .openapi(xlsxRoute, async (c) => {
      if (!deps.rateLimits.allowHeavyWork(c.get("caller"))) throw new ApiError("too_many_requests");
      const figures = await readFigures(deps, c.get("user"), c.req.valid("query"));
      const fileName = `微心愿-${figures.asOf.slice(0, 10)}.xlsx`;
      c.header("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
      c.header("Cache-Control", "no-store");
      return c.body(await deps.heavyWork.run("writeFigures", figures), 200, { "content-type": XLSX_TYPE });
    });
}
