import { scenarioContract } from "../../shared/contract/scenarios.js";
import { officerReaches } from "../../shared/people/roles.js";
import { boardAreas } from "../board/board-areas.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { addScenario, changeScenario, listScenarios, removeScenario } from "./change-scenarios.js";

/** Questions for next steps that officers keep. */
export function scenarioRoutes(deps: Dependencies) {
  return contractRoutes(deps, scenarioContract, {
    listScenarios: async ({ query, user }) => ({
      scenarios: await listScenarios(deps, user, query),
      areas: (await boardAreas(deps, user)).filter(({ code }) => officerReaches(user, code)),
    }),
    addScenario: ({ body, doer }) => addScenario(deps, body, doer),
    changeScenario: ({ params, body, doer }) => changeScenario(deps, params.id, body, doer),
    removeScenario: ({ params, doer }) => removeScenario(deps, params.id, doer),
  });
}
