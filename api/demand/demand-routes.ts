import { demandContract } from "../../shared/contract/demand.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { listDemand } from "./list-demand.js";

/** What people searched for and did not find, for officers. */
export function demandRoutes(deps: Dependencies) {
  return contractRoutes(deps, demandContract, {
    listDemand: ({ query }) => listDemand(deps, query),
  });
}
