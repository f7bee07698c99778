import { createHash } from "node:crypto";
import type { Context } from "hono";
import { posterContract } from "../../shared/contract/posters.js";
import type { Station } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";
import type { AppEnv } from "../http/app-env.js";
import { allowOtherOrigins } from "../http/common-headers.js";
import { contractRoutes } from "../http/contract-routes.js";
import { publicOrigin } from "../http/public-address.js";
import { requireHeavyWork } from "../http/request-context.js";
import { findListed } from "../stations/find-station.js";
import { codeFromWechat } from "./code-from-wechat.js";
import { type DrawnPoster, KeptPosters } from "./kept-posters.js";
import { type PosterFormat, stationLink } from "./make-poster.js";
import { printableText } from "./printable-text.js";

const MEDIA_TYPES: Record<PosterFormat, string> = { pdf: "application/pdf", png: "image/png" };
/** Grows when the drawing changes, so that nobody keeps a poster of the old kind. */
const DRAWING_VERSION = 3;

/** Posters are public: whoever can see a station may hang up its poster. */
export function posterRoutes(deps: Dependencies) {
  const kept = new KeptPosters(deps.wallClock);
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
  const station = await findListed(deps, id);
  const link = stationLink(publicOrigin(c, deps), id);
  const codeOf = deps.wechat === null ? "" : "mini-program";
  const key = createHash("sha256")
    .update(`${DRAWING_VERSION} ${format} ${station.revision} ${link} ${codeOf}`)
    .digest("base64url");
  if (holds(c, key)) return unchanged(c, key);
  let drawn = kept.find(key);
  if (drawn === null) {
    requireHeavyWork(c, deps);
    drawn = kept.keep(key, draw(deps, station, link, format));
  }
  const { bytes, isStopgap } = await drawn;
  const version = isStopgap ? `${key}-qr` : key;
  if (holds(c, version)) return unchanged(c, version);
  describePoster(c, version);
  const fileName = printableText(`${station.name}-海报.${format}`);
  c.header("Content-Disposition", `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`);
  return c.body(bytes, 200, { "content-type": MEDIA_TYPES[format] });
}

function holds(c: Context<AppEnv>, version: string): boolean {
  return c.req.header("If-None-Match")?.includes(`"${version}"`) ?? false;
}

function unchanged(c: Context<AppEnv>, version: string): Response {
  describePoster(c, version);
  return c.body(null, 304);
}

function describePoster(c: Context<AppEnv>, version: string): void {
  c.header("ETag", `"${version}"`);
  c.header("Cache-Control", "public, no-cache");
  allowOtherOrigins(c);
}

async function draw(deps: Dependencies, station: Station, link: string, format: PosterFormat): Promise<DrawnPoster> {
  const miniProgramCode = await codeFromWechat(deps, station.id);
  const bytes = await deps.heavyWork.run("drawPoster", { station, link, format, miniProgramCode });
  return { bytes, isStopgap: deps.wechat !== null && miniProgramCode === null };
}
