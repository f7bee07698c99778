import type { TypedResponse } from "hono";
import { packsContract } from "../../shared/contract/packs.js";
import type { DetailPack } from "../../shared/packs/detail-pack.js";
import type { LitePack } from "../../shared/packs/lite-pack.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { createPackFiles } from "./pack-files.js";

/** So long a phone may go by what it was told of versions. */
const MANIFEST_SECONDS = 30;

/** Packs: what phones keep for the time without network. */
export function packRoutes(deps: Dependencies) {
  const files = createPackFiles(deps);
  return contractRoutes(deps, packsContract, {
    listPacks: async ({ query, c }) => {
      const areas = await files.versionsAround(query);
      c.header("Cache-Control", `public, max-age=${MANIFEST_SECONDS}`);
      c.header("Vary", "Accept-Encoding");
      return { areas };
    },
    getPack: async ({ params: { file }, c }) => {
      const etag = `"${file.replace(/\.json$/, "")}"`;
      const isKnown = c.req.header("If-None-Match") === etag;
      const text = isKnown ? null : await files.read(file);
      if (!isKnown && text === null) throw new ApiError("not_found");
      c.header("Cache-Control", "public, max-age=31536000, immutable");
      c.header("ETag", etag);
      c.header("Vary", "Accept-Encoding");
      const answer = text === null ? c.body(null, 304) : c.body(text, 200, { "Content-Type": "application/json" });
      return answer as unknown as TypedResponse<LitePack | DetailPack>;
    },
  });
}
