import { taskContract } from "../../shared/contract/trust.js";
import { instantText } from "../../shared/core/instant.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { listTasks } from "./list-tasks.js";
import { acceptTask, resolveTask } from "./move-task.js";
import { presentTaskItem, stationNames } from "./present-task.js";

/** What keepers and officers do about reports. */
export function taskRoutes(deps: Dependencies) {
  return contractRoutes(deps, taskContract, {
    listTasks: async ({ query: { stationId = null, state = null, cursor }, user }) => {
      const { tasks: found, nextCursor } = await listTasks(deps, { user, stationId, state, cursor });
      const names = await stationNames(
        deps,
        found.map(({ task }) => task),
      );
      const tasks = found.map((one) => presentTaskItem(deps, one, names, user));
      return { asOf: instantText(deps.clock()), tasks, nextCursor };
    },
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
