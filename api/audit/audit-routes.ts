import { auditContract } from "../../shared/contract/audit.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { beginLongWork } from "../long-work/own-long-work.js";
import { listAudit } from "./list-audit.js";

export function auditRoutes(deps: Dependencies) {
  return contractRoutes(deps, auditContract, {
    listAudit: ({ user, query }) => listAudit(deps, user, query),
    exportAudit: ({ user, body }) => beginLongWork(deps, user, { kind: "audit-export", input: body }),
  });
}
