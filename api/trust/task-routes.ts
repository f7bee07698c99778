import { createRoute, z } from "@hono/zod-openapi";
import { wordsUpTo } from "../../shared/core/free-text.js";
import { instantText } from "../../shared/core/instant.js";
import { StationId } from "../../shared/stations/station.js";
import { TaskId } from "../../shared/trust/report.js";
import { TaskList } from "../../shared/trust/report-answer.js";
import { TASK_STATES } from "../../shared/trust/task-states.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer, jsonBody } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { doerOf } from "../http/doer-of.js";
import { requirePermission } from "../http/require-permission.js";
import { listTasks } from "./list-tasks.js";
import { acceptTask, resolveTask } from "./move-task.js";
import { presentTaskItem, stationNames } from "./present-task.js";

const params = z.object({ id: TaskId });
const moved = jsonAnswer("The state it is in now", z.object({ id: TaskId, state: z.enum(TASK_STATES) }));
const refusals = [
  "malformed_json",
  "invalid_input",
  "not_signed_in",
  "not_allowed",
  "not_found",
  "task_moved_on",
  "words_refused",
] as const;

const taskListRoute = createRoute({
  method: "get",
  path: "/",
  summary: "What was reported: a keeper's stations, an officer's reach (keeper, officer)",
  request: {
    query: z.object({
      stationId: StationId.optional(),
      state: z
        .enum([...TASK_STATES, "open"])
        .optional()
        .openapi({ description: "`open`: all with something left to do" }),
      cursor: z
        .string()
        .regex(/^[01]-\d{15}-tk_[a-z0-9]{8,40}$/)
        .optional()
        .openapi({ description: "`nextCursor` of the page before, asked for in the same way" }),
    }),
  },
  responses: {
    200: jsonAnswer("A page, overdue ones first, then the newest", TaskList),
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed"),
  },
});

const acceptRoute = createRoute({
  method: "post",
  path: "/{id}/accept",
  summary: "Somebody looks after it (keeper, officer)",
  request: { params },
  responses: { 200: moved, ...errorAnswers(...refusals) },
});

const resolveRoute = createRoute({
  method: "post",
  path: "/{id}/resolve",
  summary: "Say what was done; that the amenity works again, in the same tap (keeper, officer)",
  request: {
    params,
    body: jsonBody(z.strictObject({ done: wordsUpTo(100), amenityWorks: z.boolean().default(false) })),
  },
  responses: { 200: moved, ...errorAnswers(...refusals) },
});

/** What keepers and officers do about reports. */
export function taskRoutes(deps: Dependencies) {
  const router = createRouter();
  router.use(requirePermission(deps, "task:handle"));
  return router
    .openapi(taskListRoute, async (c) => {
      const { stationId = null, state = null, cursor } = c.req.valid("query");
      const user = c.get("user");
      const { tasks: found, nextCursor } = await listTasks(deps, { user, stationId, state, cursor });
      const names = await stationNames(
        deps,
        found.map(({ task }) => task),
      );
      c.header("Cache-Control", "no-store");
      const tasks = found.map((one) => presentTaskItem(deps, one, names, user));
      return c.json({ asOf: instantText(deps.clock()), tasks, nextCursor }, 200);
    })
    .openapi(acceptRoute, async (c) => {
      const { id, state } = await acceptTask(deps, c.req.valid("param").id, doerOf(c));
      return c.json({ id, state }, 200);
    })
    .openapi(resolveRoute, async (c) => {
      const resolving = { taskId: c.req.valid("param").id, ...c.req.valid("json") };
      const { id, state } = await resolveTask(deps, resolving, doerOf(c));
      return c.json({ id, state }, 200);
    });
}
