import { LONGEST_MESSAGE, LONGEST_STACK } from "../../shared/client-errors/client-error.js";
import { clientErrorText } from "../../shared/client-errors/client-error-text.js";
import { clientErrorContract } from "../../shared/contract/operation.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { requireFewClientErrors } from "../http/request-context.js";

export function clientErrorRoutes(deps: Dependencies) {
  return contractRoutes(deps, clientErrorContract, {
    reportClientError: async ({ body, c }) => {
      requireFewClientErrors(c, deps);
      const message = clientErrorText(body.message, LONGEST_MESSAGE) || "?";
      const stack = clientErrorText(body.stack, LONGEST_STACK);
      await deps.clientErrors.add({ ...body, message, stack }, deps.wallClock());
      return { done: true } as const;
    },
  });
}
