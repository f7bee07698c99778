import { accountContract } from "../../shared/contract/people.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { deleteAccount } from "./delete-account.js";
import { exportAccount } from "./export-account.js";
import { renameAccount } from "./rename-account.js";
import { accountOf } from "./sign-in.js";

/** A person's own account. */
export function accountRoutes(deps: Dependencies) {
  return contractRoutes(deps, accountContract, {
    getMe: ({ user }) => accountOf(user, null),
    renameMe: async ({ body, user }) => accountOf(await renameAccount(deps, body.name, user), null),
    exportMe: ({ user, c }) => {
      c.header("Content-Disposition", "attachment; filename=yizhan-my-data.json");
      return exportAccount(deps, user);
    },
    deleteMe: async ({ doer }) => {
      await deleteAccount(deps, doer);
      return { done: true as const };
    },
  });
}
