import type { TaskState } from "./task-states.js";

/** What each state of a task is called, told to the people at the station and to officers. */
export const TASK_STATE_NAMES: Readonly<Record<TaskState, string>> = {
  new: "新的",
  accepted: "在处理",
  resolved: "说好了，等对方看",
  confirmed: "对方说好了",
  reopened: "对方说还没好",
  dismissed: "当乱报撤掉了",
};
