import type { Check, CheckRound } from "../../shared/checks/check.js";
import { instantText } from "../../shared/common/instant.js";
import { checkContract } from "../../shared/contract/checks.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { drawRound } from "./draw-round.js";
import { listRounds } from "./list-rounds.js";
import { listVisits } from "./list-visits.js";
import { makeCheck } from "./make-check.js";
import { listChecks, readFigures, readPublicFigures } from "./read-figures.js";

/** Blind checks: drawn by officers, made by whoever has the code, read by officers. */
export function checkRoutes(deps: Dependencies) {
  return contractRoutes(deps, checkContract, {
    drawCheckRound: async ({ body, doer, c }) => c.json(presentRound(await drawRound(deps, body, doer), 0), 201),
    listCheckRounds: async ({ user }) => ({
      asOf: instantText(deps.clock()),
      rounds: (await listRounds(deps, user)).map(({ round, done }) => presentRound(round, done)),
    }),
    listVisits: ({ params, user }) => listVisits(deps, params.code, user),
    makeCheck: async ({ params, body, user }) => presentDone(await makeCheck(deps, params, body, user)),
    getCheckFigures: ({ query, user }) => readFigures(deps, query, user),
    listChecks: ({ query, user }) => listChecks(deps, query, user),
    getPublicChecks: ({ query }) => {
      if (!deps.showsChecks) throw new ApiError("not_found");
      return readPublicFigures(deps, query.city);
    },
  });
}

function presentRound({ visits, drawnBy: _drawnBy, drawnAt, ...round }: CheckRound, done: number) {
  return { ...round, drawnAt: instantText(drawnAt), visits: visits.length, done };
}

function presentDone({ id, at, found, said }: Check) {
  return { id, at: instantText(at), found, said };
}
