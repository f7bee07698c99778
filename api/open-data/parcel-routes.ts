import { parcelContract } from "../../shared/contract/open-data.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { requireHeavyWork } from "../http/request-context.js";
import { beginLongWork } from "../long-work/own-long-work.js";
import { checkBatch } from "../posters/draw-batch.js";

export function parcelRoutes(deps: Dependencies) {
  return contractRoutes(deps, parcelContract, {
    packParcel: async ({ body, user, c }) => {
      requireHeavyWork(c, deps);
      await checkBatch(deps, body);
      return beginLongWork(deps, user, { kind: "station-parcel", input: body });
    },
  });
}
