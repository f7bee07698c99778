/** Every report is a task for the people at the station, and comes back to the one who reported. */
export const TASK_STATES = ["new", "accepted", "resolved", "confirmed", "reopened", "dismissed"] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** States in which somebody at the station still has something to do. */
export const OPEN_TASK_STATES: readonly TaskState[] = ["new", "accepted", "reopened"];

/** Whether somebody still has to do something about a task. */
export function isOpenTask({ state }: { state: TaskState }): boolean {
  return OPEN_TASK_STATES.includes(state);
}

interface Move {
  /** From where it may be made. */
  from: readonly TaskState[];
  to: TaskState;
  /** Handlers are the station's keepers and officers; reporters those whose reports the task holds. */
  by: "handler" | "reporter";
}

/** Who may move a task, from where to where: the one table that the server enforces and the pages go by. */
export const TASK_MOVES = {
  accept: { from: ["new", "reopened"], to: "accepted", by: "handler" },
  resolve: { from: ["new", "accepted", "reopened"], to: "resolved", by: "handler" },
  /** The union holds it for made up. */
  dismiss: { from: ["new", "accepted", "reopened"], to: "dismissed", by: "handler" },
  confirm: { from: ["resolved"], to: "confirmed", by: "reporter" },
  reopen: { from: ["resolved"], to: "reopened", by: "reporter" },
} as const satisfies Record<string, Move>;
export type TaskMove = keyof typeof TASK_MOVES;

/** A task as far as the table asks. A task comes back once: what is not right after that is a new report. */
export interface Movable {
  state: TaskState;
  wasReopened: boolean;
}

/** `done` already: the move was made before, and making it again changes nothing. */
export function judgeMove({ state, wasReopened }: Movable, move: TaskMove): "possible" | "done" | "refused" {
  const { from, to } = TASK_MOVES[move];
  if (state === to) return "done";
  const isFrom = (from as readonly TaskState[]).includes(state);
  return isFrom && !(move === "reopen" && wasReopened) ? "possible" : "refused";
}
