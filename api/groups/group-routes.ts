import { groupContract } from "../../shared/contract/groups.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { addGroup, listGroups, removeGroup, tryGroup } from "./change-groups.js";

/** Robots of chat groups, managed by officers. */
export function groupRoutes(deps: Dependencies) {
  return contractRoutes(deps, groupContract, {
    listGroups: async ({ user }) => ({ groups: await listGroups(deps, user) }),
    addGroup: ({ body, doer }) => addGroup(deps, body, doer),
    removeGroup: ({ params, doer }) => removeGroup(deps, params.id, doer),
    tryGroup: ({ params, user }) => tryGroup(deps, params.id, user),
  });
}
