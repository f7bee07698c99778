import { taskContract } from "../../shared/contract/trust.js";
import { instantText, optionalInstantText } from "../../shared/core/instant.js";
import type { User } from "../../shared/people/user.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { dismissFlood } from "./dismiss-flood.js";
import { dispatchTasks } from "./dispatch-tasks.js";
import { listTasks } from "./list-tasks.js";
import { acceptTask, resolveTask } from "./move-task.js";
import { assigneesOf, presentTaskItem, stationNames } from "./present-task.js";

/** What keepers and officers do about reports. */
export function taskRoutes(deps: Dependencies) {
  return contractRoutes(deps, taskContract, {
    listTasks: async ({ query: { stationId = null, state = null, cursor, ...filter }, user }) => {
      const asked = { ...filter, user, stationId, state, cursor };
      const { tasks: found, nextCursor } = await listTasks(deps, asked);
      const listed = found.map(({ task }) => task);
      const known = { names: await stationNames(deps, listed), assignees: await assigneesOf(deps, listed) };
      const tasks = found.map((one) => presentTaskItem(deps, one, known, user));
      const now = deps.clock();
      const brakes = (await deps.reports.brakes(now)).filter(({ city }) => reachesCity(user, city));
      const brakeSince = optionalInstantText(
        brakes.length === 0 ? null : Math.min(...brakes.map(({ since }) => since)),
      );
      return { asOf: instantText(now), tasks, nextCursor, brakeSince };
    },
    dismissTasks: async ({ body: { since, stationId = null }, doer }) =>
      dismissFlood(deps, { since: Date.parse(since), stationId }, doer),
    dispatchTasks: ({ body, doer }) => dispatchTasks(deps, body, doer),
    acceptTask: async ({ params, doer }) => {
      const { id, state } = await acceptTask(deps, params.id, doer);
      return { id, state };
    },
    resolveTask: async ({ params, body, doer }) => {
      const { id, state } = await resolveTask(deps, { taskId: params.id, ...body }, doer);
      return { id, state };
    },
  });
}

/** Whether some of a city is in an officer's reach, or the whole of it. */
function reachesCity({ roles, reach }: User, city: string): boolean {
  return roles.includes("officer") && reach.some((prefix) => city.startsWith(prefix) || prefix.startsWith(city));
}
