import { changesContract } from "../../shared/contract/changes.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { changeMany } from "./change-many.js";
import { readChange } from "./read-change.js";
import { undoChange } from "./undo-change.js";

export function changeRoutes(deps: Dependencies) {
  return contractRoutes(deps, changesContract, {
    changeStations: ({ body, doer }) => changeMany(deps, body, doer),
    readChange: ({ params, query, user }) => readChange(deps, params.changeId, Number(query.cursor ?? 0), user),
    undoChange: ({ params, doer }) => undoChange(deps, params.changeId, doer),
  });
}
