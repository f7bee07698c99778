import { posterBatchContract } from "../../shared/contract/posters.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { publicOrigin } from "../http/public-address.js";
import { requireHeavyWork } from "../http/request-context.js";
import { beginLongWork } from "../long-work/own-long-work.js";
import { type BatchInput, checkBatch } from "./draw-batch.js";

export function posterBatchRoutes(deps: Dependencies) {
  return contractRoutes(deps, posterBatchContract, {
    printPosters: async ({ body, user, c }) => {
      requireHeavyWork(c, deps);
      await checkBatch(deps, body);
      const input: BatchInput = { ...body, origin: publicOrigin(c, deps) };
      return beginLongWork(deps, user, { kind: "station-posters", input });
    },
  });
}
