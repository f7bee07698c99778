import type { Context } from "hono";
import { missingStationContract } from "../../shared/contract/missing-stations.js";
import type { Dependencies } from "../dependencies.js";
import type { AppEnv } from "../http/app-env.js";
import { contractRoutes } from "../http/contract-routes.js";
import { evidenceOf } from "../http/evidence-of.js";
import { ownFingerprints, whoReports } from "../trust/who-reports.js";
import { answerMissing } from "./answer-missing.js";
import { listAskedStations, listMissingNear, listMyMissing } from "./list-missing.js";
import { type Asker, sayMissing, secondMissing } from "./say-missing.js";

/** 这里该有个站. */
export function missingStationRoutes(deps: Dependencies) {
  const askerOf = async (c: Context<AppEnv>): Promise<Asker> => ({
    reporter: await whoReports(deps, evidenceOf(deps, c)),
    userId: c.get("asker")?.id ?? null,
  });
  return contractRoutes(deps, missingStationContract, {
    listMissingNear: ({ query }) => listMissingNear(deps, query),
    listMyMissing: ({ c }) => {
      const { account, device } = ownFingerprints(deps, evidenceOf(deps, c));
      return listMyMissing(
        deps,
        [account, device].filter((one) => one !== null),
      );
    },
    listAskedStations: ({ user }) => listAskedStations(deps, user),
    sayMissing: async ({ body, c }) => sayMissing(deps, body, await askerOf(c)),
    secondMissing: async ({ params, body, c }) => secondMissing(deps, params.id, body.hour, await askerOf(c)),
    answerMissing: ({ params, body, doer }) => answerMissing(deps, params.id, body, doer),
  });
}
