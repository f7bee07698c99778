import { createRoute, z } from "@hono/zod-openapi";
import { instantText } from "../../shared/core/instant.js";
import { DistrictCode, StationId } from "../../shared/stations/station.js";
import {
  DistrictList,
  NearestAnswer,
  NearestQuery,
  OfficialDistrictList,
  StationDetail,
  StationList,
  WithdrawnList,
} from "../../shared/stations/station-answer.js";
import type { Dependencies } from "../dependencies.js";
import { cityOf, countiesWithin } from "../divisions/divisions.js";
import { errorAnswers, jsonAnswer, jsonBody, jsonWritten } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { doerOf } from "../http/doer-of.js";
import { requirePermission } from "../http/require-permission.js";
import { whoAsks } from "../http/who-asks.js";
import { passForViewer, photoPass } from "../photos/present-photos.js";
import { changeStation, createStation, reinstateStation, withdrawStation } from "./change-station.js";
import { findNearest } from "./find-nearest.js";
import { findStation } from "./find-station.js";
import { listWithdrawn } from "./list-withdrawn.js";
import { presentDetail, presentItem } from "./present-station.js";
import { NewStation, StationPatch, stationFactsOf, stationPatchOf } from "./station-input.js";

const PAGE_SIZE = 50;
const params = z.object({ id: StationId });

const nearestRoute = createRoute({
  method: "get",
  path: "/nearest",
  summary: "The nearest stations, and whether each is open when the person gets there",
  request: { query: NearestQuery },
  responses: { 200: jsonAnswer("By distance, equal distances by id", NearestAnswer), ...errorAnswers("invalid_input") },
});

const listRoute = createRoute({
  method: "get",
  path: "/",
  summary: "Stations of a district, a page at a time",
  request: {
    query: z.object({
      district: z.string().max(30).optional().openapi({
        description:
          "A code or its prefix (64, 6401, 640104), the district's text, or 4101|高新区: what is called so in a city",
      }),
      cursor: z.string().max(200).optional().openapi({ description: "`nextCursor` of the page before" }),
    }),
  },
  responses: { 200: jsonAnswer("A page", StationList), ...errorAnswers("invalid_input") },
});

const detailRoute = createRoute({
  method: "get",
  path: "/{id}",
  summary: "Everything a person may see of one station",
  request: { params },
  responses: { 200: jsonAnswer("The station", StationDetail), ...errorAnswers("invalid_input", "not_found") },
});

const createStationRoute = createRoute({
  method: "post",
  path: "/",
  summary: "Add a station (officer)",
  request: { body: jsonBody(NewStation) },
  responses: {
    201: jsonAnswer("Added", StationDetail),
    ...errorAnswers("malformed_json", "invalid_input", "not_signed_in", "not_allowed", "code_taken", "name_taken"),
  },
});

const changeRoute = createRoute({
  method: "patch",
  path: "/{id}",
  summary: "Change what is said about a station (officer)",
  request: { params, body: jsonBody(StationPatch) },
  responses: {
    200: jsonAnswer("Changed", StationDetail),
    ...errorAnswers(
      "malformed_json",
      "invalid_input",
      "not_signed_in",
      "not_allowed",
      "not_found",
      "conflict",
      "code_taken",
      "name_taken",
    ),
  },
});

const withdrawRoute = createRoute({
  method: "post",
  path: "/{id}/withdraw",
  summary: "Take a station off every list; its record stays (officer)",
  request: { params },
  responses: {
    200: jsonAnswer("Withdrawn", StationDetail),
    ...errorAnswers("not_signed_in", "not_allowed", "not_found", "conflict"),
  },
});

const reinstateRoute = createRoute({
  method: "post",
  path: "/{id}/reinstate",
  summary: "Put a withdrawn station back on every list, as it was (officer)",
  request: { params },
  responses: {
    200: jsonAnswer("On the lists", StationDetail),
    ...errorAnswers("not_signed_in", "not_allowed", "not_found", "conflict"),
  },
});

const withdrawnRoute = createRoute({
  method: "get",
  path: "/withdrawn",
  summary: "The withdrawn stations of an officer's reach, those withdrawn last first (officer)",
  request: {
    query: z.object({
      cursor: z
        .string()
        .regex(/^\d{15}-st_[a-z0-9_]{1,40}$/)
        .optional()
        .openapi({ description: "`nextCursor` of the page before" }),
    }),
  },
  responses: {
    200: jsonAnswer("A page", WithdrawnList),
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed"),
  },
});

/** Answers that depend on the minute are not kept by anybody on the way. */
const NO_STORE = "no-store";

export function stationRoutes(deps: Dependencies) {
  const { stations, districts, clock } = deps;
  const router = createRouter();
  router.on("POST", "/", requirePermission(deps, "station:create"));
  router.on("PATCH", "/:id", requirePermission(deps, "station:change"));
  router.on("POST", "/:id/withdraw", requirePermission(deps, "station:withdraw"));
  router.on("POST", "/:id/reinstate", requirePermission(deps, "station:reinstate"));
  router.on("GET", "/withdrawn", requirePermission(deps, "station:reinstate"));
  return router
    .openapi(withdrawnRoute, async (c) => {
      c.header("Cache-Control", NO_STORE);
      return c.json(await listWithdrawn(deps, c.get("user"), c.req.valid("query").cursor), 200);
    })
    .openapi(nearestRoute, async (c) => {
      const answer = await findNearest(deps, c.req.valid("query"));
      return jsonWritten<NearestAnswer>(c, answer, { "Cache-Control": NO_STORE });
    })
    .openapi(listRoute, async (c) => {
      const { district, cursor } = c.req.valid("query");
      const { ids, nextCursor } = await districts.listStationIds(district, cursor, PAGE_SIZE);
      const now = clock();
      const page = (await stations.findMany(ids)).filter((station) => station.withdrawnAt === null);
      return c.json(
        { asOf: instantText(now), stations: page.map((station) => presentItem(station, now, now)), nextCursor },
        200,
      );
    })
    .openapi(detailRoute, async (c) => {
      const { station, staleSince } = await findStation(deps, c.req.valid("param").id);
      c.header("Cache-Control", NO_STORE);
      const asker = async () => (await whoAsks(deps, c))?.user ?? null;
      const pass = staleSince === null ? await passForViewer(deps, station, asker) : null;
      const staleness = staleSince === null ? {} : { stale: true as const, staleSince: instantText(staleSince) };
      return c.json({ ...presentDetail(station, clock(), pass), ...staleness }, 200);
    })
    .openapi(createStationRoute, async (c) => {
      const station = await createStation(deps, stationFactsOf(c.req.valid("json"), clock()), doerOf(c));
      return c.json(presentDetail(station, clock(), photoPass(deps)), 201);
    })
    .openapi(changeRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { revision, ...patch } = c.req.valid("json");
      const station = await changeStation(deps, { id, facts: stationPatchOf(patch, clock()), revision }, doerOf(c));
      return c.json(presentDetail(station, clock(), photoPass(deps)), 200);
    })
    .openapi(withdrawRoute, async (c) => {
      const station = await withdrawStation(deps, c.req.valid("param").id, doerOf(c));
      return c.json(presentDetail(station, clock()), 200);
    })
    .openapi(reinstateRoute, async (c) => {
      const station = await reinstateStation(deps, c.req.valid("param").id, doerOf(c));
      return c.json(presentDetail(station, clock(), photoPass(deps)), 200);
    });
}

const districtsRoute = createRoute({
  method: "get",
  path: "/",
  summary: "The districts that have stations, for picking a place by hand",
  responses: { 200: jsonAnswer("By code", DistrictList), ...errorAnswers() },
});

const officialRoute = createRoute({
  method: "get",
  path: "/official",
  summary: "The official districts of a province, a city or a county, for adding a station",
  request: { query: z.object({ within: DistrictCode }) },
  responses: { 200: jsonAnswer("By code", OfficialDistrictList), ...errorAnswers("invalid_input") },
});

export function districtRoutes({ districts }: Dependencies) {
  return createRouter()
    .openapi(districtsRoute, async (c) => {
      const listed = await districts.listDistricts();
      return c.json({ districts: listed.map((district) => ({ ...district, city: cityOf(district.code) })) }, 200);
    })
    .openapi(officialRoute, (c) => {
      const counties = countiesWithin(c.req.valid("query").within);
      return c.json({ districts: counties.map(({ code, name }) => ({ code, text: name })) }, 200);
    });
}
