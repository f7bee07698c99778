import type { Context } from "hono";
import type { ChangeAuthor } from "../../shared/audit/audit-entry.js";
import { instantText } from "../../shared/common/instant.js";
import { newReportContract, ownReportContract } from "../../shared/contract/trust.js";
import type { Dependencies } from "../dependencies.js";
import type { AppEnv } from "../http/app-env.js";
import { contractRoutes } from "../http/contract-routes.js";
import { CLIENT_HEADER } from "../http/doer-of.js";
import { evidenceOf } from "../http/evidence-of.js";
import { listOwnReports } from "./list-own-reports.js";
import { answerReport } from "./move-task.js";
import { reportAtDoor } from "./report-at-door.js";
import { ownFingerprints, whoReports } from "./who-reports.js";

/** `POST /api/stations/{id}/reports`, for everybody. */
export function newReportRoutes(deps: Dependencies) {
  return contractRoutes(deps, newReportContract, {
    reportStation: async ({ params, body, c }) =>
      reportAtDoor(deps, {
        stationId: params.id,
        said: body,
        reporter: await whoReports(deps, evidenceOf(deps, c)),
        userId: c.get("asker")?.id ?? null,
        way: wayOf(c),
      }),
  });
}

/** What reporters see and say of their own reports. */
export function ownReportRoutes(deps: Dependencies) {
  const answer = async (c: Context<AppEnv>, reportId: string, move: "confirm" | "reopen") => {
    const author: ChangeAuthor = { userId: null, role: null, way: wayOf(c) };
    const { state } = await answerReport(deps, {
      reportId,
      move,
      reporter: ownFingerprints(deps, evidenceOf(deps, c)),
      author,
    });
    return { id: reportId, state };
  };
  return contractRoutes(deps, ownReportContract, {
    listMyReports: async ({ c }) => {
      const { account, device } = ownFingerprints(deps, evidenceOf(deps, c));
      const reporters = [account, device].filter((one) => one !== null);
      return { asOf: instantText(deps.clock()), reports: await listOwnReports(deps, reporters) };
    },
    confirmReport: ({ params, c }) => answer(c, params.id, "confirm"),
    reopenReport: ({ params, c }) => answer(c, params.id, "reopen"),
  });
}

function wayOf(c: Context<AppEnv>): "page" | "api" {
  return c.req.header(CLIENT_HEADER) === "page" ? "page" : "api";
}
