import { expect, it } from "vitest";
import {
  judgeMove,
  TASK_MOVES,
  TASK_STATES,
  type TaskMove,
  type TaskState,
} from "../../../shared/trust/task-states.js";

const TABLE: Record<TaskState, Record<TaskMove, string>> = {
  new: { accept: "possible", resolve: "possible", dismiss: "possible", confirm: "refused", reopen: "refused" },
  accepted: { accept: "done", resolve: "possible", dismiss: "possible", confirm: "refused", reopen: "refused" },
  resolved: { accept: "refused", resolve: "done", dismiss: "refused", confirm: "possible", reopen: "possible" },
  confirmed: { accept: "refused", resolve: "refused", dismiss: "refused", confirm: "done", reopen: "refused" },
  reopened: { accept: "possible", resolve: "possible", dismiss: "possible", confirm: "refused", reopen: "done" },
  dismissed: { accept: "refused", resolve: "refused", dismiss: "done", confirm: "refused", reopen: "refused" },
};
const moves = Object.keys(TASK_MOVES) as TaskMove[];

it.each(TASK_STATES.flatMap((state) => moves.map((move) => [state, move] as const)))("from %s to %s", (state, move) => {
  expect(judgeMove({ state, wasReopened: false }, move)).toBe(TABLE[state][move]);
});

it("a task is reopened once", () => {
  expect(judgeMove({ state: "resolved", wasReopened: true }, "reopen")).toBe("refused");
  expect(judgeMove({ state: "resolved", wasReopened: true }, "confirm")).toBe("possible");
});
