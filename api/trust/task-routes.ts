import { instantText, optionalInstantText } from "../../shared/common/instant.js";
import { taskContract } from "../../shared/contract/trust.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { brakedSince } from "./braked-since.js";
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
      const brakeSince = optionalInstantText(await brakedSince(deps, user));
      return { asOf: instantText(deps.clock()), tasks, nextCursor, brakeSince };
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
