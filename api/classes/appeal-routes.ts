import { instantText } from "../../shared/common/instant.js";
import { appealsContract } from "../../shared/contract/appeals.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { appeal, decideAppeal, listAppeals } from "./appeal.js";

export function appealRoutes(deps: Dependencies) {
  return contractRoutes(deps, appealsContract, {
    appeal: async ({ params, body, user }) => {
      await appeal(deps, { bookingId: params.id, ...body }, user);
      return { done: true as const };
    },
    listAppeals: async ({ user }) => ({
      appeals: await listAppeals(deps, user),
      asOf: instantText(deps.clock()),
    }),
    decideAppeal: ({ params, body, doer }) => decideAppeal(deps, { bookingId: params.id, ...body }, doer),
  });
}
