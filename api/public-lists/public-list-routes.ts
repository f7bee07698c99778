import { createHash } from "node:crypto";
import type { Context, TypedResponse } from "hono";
import { publicListContract } from "../../shared/contract/public-lists.js";
import type { PublicLists } from "../../shared/public-lists/public-lists.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { AppEnv } from "../http/app-env.js";
import { contractRoutes } from "../http/contract-routes.js";
import { jsonWritten } from "../http/json-written.js";
import { requireHeavyWork } from "../http/request-context.js";
import { KeptLists } from "./kept-lists.js";
import { presentLists, presentStations } from "./read-lists.js";

const CACHE = { "Cache-Control": "public, no-cache" };

/** 三张清单, for everybody; an office can switch them off. */
export function publicListRoutes(deps: Dependencies) {
  const kept = new KeptLists(deps);
  const gathered = (c: Context<AppEnv>) => {
    if (!deps.showsPublicLists) throw new ApiError("not_found");
    return kept.read(() => requireHeavyWork(c, deps));
  };
  return contractRoutes(deps, publicListContract, {
    getPublicLists: async ({ query, c }) => {
      const lists = presentLists(await gathered(c), query.district);
      const etag = etagOf(lists);
      if (c.req.header("If-None-Match")?.includes(etag))
        return c.body(null, 304, { ETag: etag, ...CACHE }) as unknown as TypedResponse<PublicLists>;
      return jsonWritten<PublicLists>(c, JSON.stringify(lists), {
        headers: { ETag: etag, ...CACHE },
        compresses: deps.compressesAnswers,
      });
    },
    listPublicStations: async ({ query, c }) => {
      const page = await presentStations(deps, await gathered(c), query);
      c.header("Cache-Control", CACHE["Cache-Control"]);
      return page;
    },
  });
}

/** Of what they say, whenever that was gathered. */
function etagOf({ asOf: _, ...said }: PublicLists): string {
  return `"${createHash("sha256").update(JSON.stringify(said)).digest("base64url")}"`;
}
