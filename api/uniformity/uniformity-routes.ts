import { uniformityContract } from "../../shared/contract/uniformity.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { listUniformity } from "./list-uniformity.js";

export function uniformityRoutes(deps: Dependencies) {
  return contractRoutes(deps, uniformityContract, {
    listUniformity: ({ user, query }) => listUniformity(deps, user, query),
  });
}
