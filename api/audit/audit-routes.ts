import { auditContract } from "../../shared/contract/audit.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { listAudit } from "./list-audit.js";

export function auditRoutes(deps: Dependencies) {
  return contractRoutes(deps, auditContract, {
    listAudit: ({ user, query }) => listAudit(deps, user, query),
  });
}
