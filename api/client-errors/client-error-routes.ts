import { clientErrorContract } from "../../shared/contract/operation.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { requireFewClientErrors } from "../http/request-context.js";
import { countClientError } from "./count-client-error.js";

export function clientErrorRoutes(deps: Dependencies) {
  return contractRoutes(deps, clientErrorContract, {
    reportClientError: async ({ body, c }) => {
      requireFewClientErrors(c, deps);
      await countClientError(deps, body);
      return { done: true } as const;
    },
  });
}
