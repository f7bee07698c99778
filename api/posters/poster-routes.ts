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
import { makePoster, type PosterFormat, stationLink } from "./make-poster.js";
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
      ...errorAnswers("invalid_input", "not_found"),
    },
  });

/** Posters are public: whoever can see a station may hang up its poster. */
export function posterRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(routeOf("pdf"), (c) => answer(deps, c, c.req.valid("param").id, "pdf"))
    .openapi(routeOf("png"), (c) => answer(deps, c, c.req.valid("param").id, "png"));
}

async function answer(deps: Dependencies, c: Context<AppEnv>, id: string, format: PosterFormat): Promise<Response> {
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
  requireHeavyWork(c, deps);
  const fileName = printableText(`${station.name}-海报.${format}`);
  c.header("Content-Disposition", `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`);
  const poster = await makePoster(station, link, format);
  allowOtherOrigins(c);
  return c.body(poster, 200, { "content-type": MEDIA_TYPES[format] });
}
