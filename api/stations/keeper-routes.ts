import { createRoute, z } from "@hono/zod-openapi";
import type { ErrorCode } from "../../shared/contract/error-codes.js";
import { wordsUpTo } from "../../shared/core/free-text.js";
import { InstantInput, instantText } from "../../shared/core/instant.js";
import { OpeningSpan } from "../../shared/stations/hours.js";
import { AmenityKind, AmenityState, type Station, StationId } from "../../shared/stations/station.js";
import { MyStations, StationDetail } from "../../shared/stations/station-answer.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer, jsonBody } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { doerOf } from "../http/doer-of.js";
import { requirePermission } from "../http/require-permission.js";
import { photoPass } from "../photos/present-photos.js";
import { confirmDoor } from "../trust/move-task.js";
import { closeStation, forgetAmenity, reopenStation, resetToday, setAmenity, setToday } from "./keep-station.js";
import { presentDetail, presentItem } from "./present-station.js";

const params = z.object({ id: StationId });
const amenityParams = params.extend({ kind: AmenityKind });
const words = wordsUpTo(60).nullable();

function answers(description: string, ...codes: ErrorCode[]) {
  return {
    200: jsonAnswer(description, StationDetail),
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed", "not_found", "conflict", ...codes),
  };
}

const mineRoute = createRoute({
  method: "get",
  path: "/mine",
  summary: "The stations that the person signed in keeps",
  responses: { 200: jsonAnswer("By id", MyStations), ...errorAnswers("not_signed_in") },
});

const closeRoute = createRoute({
  method: "put",
  path: "/{id}/closure",
  summary: "Shut a station for a while; it opens by itself (keeper, officer)",
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        until: InstantInput.nullable().openapi({ description: "Null: until somebody opens it again" }),
        reason: words.default(null),
      }),
    ),
  },
  responses: answers("Shut", "malformed_json", "words_refused"),
});

const reopenRoute = createRoute({
  method: "delete",
  path: "/{id}/closure",
  summary: "End a closure (keeper, officer)",
  request: { params },
  responses: answers("Open as posted"),
});

const setAmenityRoute = createRoute({
  method: "put",
  path: "/{id}/amenities/{kind}",
  summary: "Say how an amenity is now (keeper, officer)",
  request: {
    params: amenityParams,
    body: jsonBody(
      z.strictObject({
        state: AmenityState,
        note: words.optional(),
        expiresOn: z.iso.date({ error: "要写成 2026-12-03 这样" }).nullable().optional(),
      }),
    ),
  },
  responses: answers("Said", "malformed_json", "words_refused"),
});

const forgetAmenityRoute = createRoute({
  method: "delete",
  path: "/{id}/amenities/{kind}",
  summary: "Say that nobody knows of an amenity (keeper, officer)",
  request: { params: amenityParams },
  responses: answers("Unknown from now on"),
});

const setTodayRoute = createRoute({
  method: "put",
  path: "/{id}/today",
  summary: "Hours for today alone; none: it does not open today (keeper, officer)",
  request: { params, body: jsonBody(z.strictObject({ spans: z.array(OpeningSpan).max(6) })) },
  responses: answers("Changed for today", "malformed_json"),
});

const resetTodayRoute = createRoute({
  method: "delete",
  path: "/{id}/today",
  summary: "The usual hours hold today again (keeper, officer)",
  request: { params },
  responses: answers("As usual"),
});

const confirmRoute = createRoute({
  method: "post",
  path: "/{id}/confirm",
  summary: "Everything said of the station is right; takes back 有人说门关着 (keeper, officer)",
  request: { params },
  responses: answers("Confirmed"),
});

/** What keepers do at their stations, and officers at those of their reach. */
export function keeperRoutes(deps: Dependencies) {
  const { stations, clock } = deps;
  const router = createRouter();
  router.on("GET", "/mine", requirePermission(deps, "account:own"));
  router.on(["PUT", "DELETE"], "/:id/closure", requirePermission(deps, "station:close"));
  router.on(["PUT", "DELETE"], "/:id/amenities/:kind", requirePermission(deps, "station:set-amenity"));
  router.on(["PUT", "DELETE"], "/:id/today", requirePermission(deps, "station:set-today"));
  router.on("POST", "/:id/confirm", requirePermission(deps, "station:confirm"));
  const detail = (station: Station) => presentDetail(station, clock(), photoPass(deps));
  return router
    .openapi(mineRoute, async (c) => {
      const { roles, stationIds } = c.get("user");
      const now = clock();
      const kept = await stations.findMany(roles.includes("keeper") ? stationIds : []);
      const listed = kept.filter(({ withdrawnAt }) => withdrawnAt === null).sort((a, b) => (a.id < b.id ? -1 : 1));
      return c.json({ asOf: instantText(now), stations: listed.map((one) => presentItem(one, now, now)) }, 200);
    })
    .openapi(closeRoute, async (c) => {
      const closing = { ...c.req.valid("param"), ...c.req.valid("json") };
      return c.json(detail(await closeStation(deps, closing, doerOf(c))), 200);
    })
    .openapi(reopenRoute, async (c) =>
      c.json(detail(await reopenStation(deps, c.req.valid("param").id, doerOf(c))), 200),
    )
    .openapi(setAmenityRoute, async (c) => {
      const found = { ...c.req.valid("param"), ...c.req.valid("json") };
      return c.json(detail(await setAmenity(deps, found, doerOf(c))), 200);
    })
    .openapi(forgetAmenityRoute, async (c) =>
      c.json(detail(await forgetAmenity(deps, c.req.valid("param"), doerOf(c))), 200),
    )
    .openapi(setTodayRoute, async (c) => {
      const changed = { ...c.req.valid("param"), ...c.req.valid("json") };
      return c.json(detail(await setToday(deps, changed, doerOf(c))), 200);
    })
    .openapi(resetTodayRoute, async (c) =>
      c.json(detail(await resetToday(deps, c.req.valid("param").id, doerOf(c))), 200),
    )
    .openapi(confirmRoute, async (c) =>
      c.json(detail(await confirmDoor(deps, c.req.valid("param").id, doerOf(c))), 200),
    );
}
