import { createRoute, z } from "@hono/zod-openapi";
import { areasAround } from "../../shared/packs/area.js";
import { PackManifest } from "../../shared/packs/pack-answer.js";
import { NearestQuery } from "../../shared/stations/station-answer.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { createPackFiles } from "./pack-files.js";

/** So long a phone may go by what it was told of versions. */
const MANIFEST_SECONDS = 30;

const manifestRoute = createRoute({
  method: "get",
  path: "/manifest",
  summary: "The packs around a place, and how new they are",
  // GCJ-02: an area is far larger than what lies between the datums.
  request: { query: NearestQuery.pick({ latitude: true, longitude: true }) },
  responses: { 200: jsonAnswer("Areas that have stations", PackManifest), ...errorAnswers("invalid_input") },
});

const packRoute = createRoute({
  method: "get",
  path: "/{file}",
  summary:
    "The stations of an area as a file that never changes: for finding them (a.v.json), or the rest (a.v.detail.json)",
  request: {
    params: z.object({
      file: z.string().regex(/^\d{1,4}x\d{1,4}\.\d{1,16}(\.detail)?\.json$/, { error: "不是离线包" }),
    }),
  },
  responses: {
    200: jsonAnswer("Columns; shared/packs/ says what is in them", z.object({}).loose()),
    304: { description: "The caller has it" },
    ...errorAnswers("invalid_input", "not_found"),
  },
});

/** Packs: what phones keep for the time without network. */
export function packRoutes({ packs }: Pick<Dependencies, "packs">) {
  const files = createPackFiles(packs);
  return createRouter()
    .openapi(manifestRoute, async (c) => {
      const areas = await packs.readVersions(areasAround(c.req.valid("query")));
      c.header("Cache-Control", `public, max-age=${MANIFEST_SECONDS}`);
      c.header("Vary", "Accept-Encoding");
      return c.json({ areas }, 200);
    })
    .openapi(packRoute, async (c) => {
      const { file } = c.req.valid("param");
      const etag = `"${file.replace(/\.json$/, "")}"`;
      const isKnown = c.req.header("If-None-Match") === etag;
      const text = isKnown ? null : await files.read(file);
      if (!isKnown && text === null) throw new ApiError("not_found");
      c.header("Cache-Control", "public, max-age=31536000, immutable");
      c.header("ETag", etag);
      c.header("Vary", "Accept-Encoding");
      return text === null ? c.body(null, 304) : c.body(text, 200, { "Content-Type": "application/json" });
    });
}
