import { createHash } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { StationId } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers } from "../http/answers.js";
import { type AppEnv, createRouter } from "../http/app-env.js";
import { allowOtherOrigins } from "../http/common-headers.js";
import { publicOrigin } from "../http/public-address.js";
import { requireHeavyWork } from "../http/request-context.js";
import { KeptPosters } from "./kept-posters.js";
import { type PosterFormat, stationLink } from "./make-poster.js";
import { printableText } from "./printable-text.js";

const MEDIA_TYPES: Record<PosterFormat, string> = { pdf: "application/pdf", png: "image/png" };
/** Grows when the drawing changes, so that nobody keeps a poster of the old kind. */
const DRAWING_VERSION = 2;

const routeOf = <Format extends PosterFormat>(format: Format) =>
  createRoute({
    method: "get",
    path: `/{id}/poster.${format}`,
    summary: `A station's poster, A4, as ${format.toUpperCase()}`,
    request: { params: z.object({ id: StationId }) },
    responses: {
      200: {
        description: "The poster",
        content: { [MEDIA_TYPES[format]]: { schema: { type: "string", format: "binary" } } },
      },
      304: { description: "As it was" },
      ...errorAnswers("invalid_input", "not_found", "busy"),
    },
  });

/** Posters are public: whoever can see a station may hang up its poster. */
export function posterRoutes(deps: Dependencies) {
  const kept = new KeptPosters();
  return createRouter()
    .openapi(routeOf("pdf"), (c) => answer(deps, kept, c, c.req.valid("param").id, "pdf"))
    .openapi(routeOf("png"), (c) => answer(deps, kept, c, c.req.valid("param").id, "png"));
}

async function answer(
  deps: Dependencies,
  kept: KeptPosters,
  c: Context<AppEnv>,
  id: string,
  format: PosterFormat,
): Promise<Response> {
  const station = await deps.stations.find(id);
  if (station === null || station.withdrawnAt !== null) throw new ApiError("not_found");
  const link = stationLink(publicOrigin(c, deps), id);
  const etag = `"${createHash("sha256").update(`${DRAWING_VERSION} ${format} ${station.revision} ${link}`).digest("base64url")}"`;
  c.header("ETag", etag);
  c.header("Cache-Control", "public, no-cache");
  if (c.req.header("If-None-Match")?.includes(etag)) {
    allowOtherOrigins(c);
    return c.body(null, 304);
  }
  const fileName = printableText(`${station.name}-海报.${format}`);
  c.header("Content-Disposition", `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`);
  let drawn = kept.find(etag);
  if (drawn === null) {
    requireHeavyWork(c, deps);
    drawn = kept.keep(etag, deps.heavyWork.run("drawPoster", { station, link, format }));
  }
  const poster = await drawn;
  allowOtherOrigins(c);
  return c.body(poster, 200, { "content-type": MEDIA_TYPES[format] });
}
