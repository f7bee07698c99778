import { createHash } from "node:crypto";
import type { Context } from "hono";
import { posterContract } from "../../shared/contract/stations.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { AppEnv } from "../http/app-env.js";
import { allowOtherOrigins } from "../http/common-headers.js";
import { contractRoutes } from "../http/contract-routes.js";
import { publicOrigin } from "../http/public-address.js";
import { requireHeavyWork } from "../http/request-context.js";
import { KeptPosters } from "./kept-posters.js";
import { type PosterFormat, stationLink } from "./make-poster.js";
import { printableText } from "./printable-text.js";

const MEDIA_TYPES: Record<PosterFormat, string> = { pdf: "application/pdf", png: "image/png" };
/** Grows when the drawing changes, so that nobody keeps a poster of the old kind. */
const DRAWING_VERSION = 2;

/** Posters are public: whoever can see a station may hang up its poster. */
export function posterRoutes(deps: Dependencies) {
  const kept = new KeptPosters();
  return contractRoutes(deps, posterContract, {
    getPosterPdf: ({ params, c }) => answer(deps, kept, c, params.id, "pdf"),
    getPosterPng: ({ params, c }) => answer(deps, kept, c, params.id, "png"),
  });
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
