import { wantedClassContract } from "../../shared/contract/wanted-classes.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { listWantedClasses, openWanted } from "./open-wanted.js";
import { listOwnWanted, wantClass } from "./want-class.js";

/** 想学. */
export function wantedRoutes(deps: Dependencies) {
  return contractRoutes(deps, wantedClassContract, {
    listWantedClasses: ({ user }) => listWantedClasses(deps, user),
    listOwnWanted: ({ user }) => listOwnWanted(deps, user.id),
    setWanted: ({ body, user }) => wantClass(deps, body, user.id),
    openWanted: ({ body, doer }) => openWanted(deps, body, doer),
  });
}
