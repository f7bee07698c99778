import { setPriority } from "node:os";
import { isMainThread, parentPort } from "node:worker_threads";
import type { ErrorCode } from "../../shared/contract/error-codes.js";
import type { ImportProblem } from "../../shared/stations/import/import-answer.js";
import { ApiError, type FieldProblem } from "../api-error.js";
import { ImportRejection } from "../tables/import-rejection.js";
import { runTask, type TaskInput, type TaskName } from "./tasks.js";

export { runTask };

/** What a thread of the pool is given. */
export interface WorkerTask<Name extends TaskName = TaskName> {
  /** Told back when the work begins: until then it was waiting. */
  id: string;
  name: Name;
  input: TaskInput<Name>;
}

/** How it ended; errors that people are told do not keep their kind on the way between threads. */
export type WorkerOutcome =
  | { done: unknown }
  | { rejected: { problems: readonly ImportProblem[]; total: number } }
  | { refused: { code: ErrorCode; fields: readonly FieldProblem[] | undefined } };

/** Behind those who answer requests, where processors are few: a third of the time where both want all of it. */
const NICENESS = 5;

// On Linux this is about the calling thread; elsewhere it would slow the whole process down.
if (!isMainThread && process.platform === "linux") setPriority(NICENESS);

/** The one thing that a thread of the pool does. */
export default async function work({ id, name, input }: WorkerTask): Promise<WorkerOutcome> {
  parentPort?.postMessage({ begun: id });
  try {
    return { done: await runTask(name, input) };
  } catch (error) {
    if (error instanceof ImportRejection) return { rejected: { problems: error.problems, total: error.total } };
    if (error instanceof ApiError) return { refused: { code: error.code, fields: error.fields } };
    throw error;
  }
}
