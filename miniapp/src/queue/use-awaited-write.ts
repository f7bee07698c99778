import { useRef } from "react";
import type { ApiMap } from "../../../shared/contract/api-map";
import { failureOf, isNetworkFailure } from "../http/api-failure";
import { callApi } from "../http/call-api";
import { type TaskState, useTask } from "../http/use-task";
import { topicOf, type WriteEndpoint } from "./pending-write";
import { newWriteKey } from "./write-key";

/**
 * A write whose answer a person waits for, such as a booking: it is not queued. Where the answer is lost on the way, the
 * next tap sends the same write under the same key, so that it is done once.
 *
 * @param onDone whatever it throws becomes the failure, too
 */
export function useAwaitedWrite<E extends WriteEndpoint>(
  endpoint: E,
  onDone: (output: ApiMap[E]["output"]) => void | Promise<void>,
): [TaskState, (input: ApiMap[E]["input"]) => void] {
  const unanswered = useRef<{ topic: string; key: string } | null>(null);
  return useTask(async (input: ApiMap[E]["input"]) => {
    // Another input is another write, also where the newer of two would count: one key stands for one request.
    const topic = `${topicOf(endpoint, input)} ${JSON.stringify(input)}`;
    const key = unanswered.current?.topic === topic ? unanswered.current.key : newWriteKey();
    unanswered.current = { topic, key };
    const output = await callApi(endpoint, input, { idempotencyKey: key }).catch((error: unknown) => {
      if (!mayHaveArrived(error)) unanswered.current = null;
      throw error;
    });
    unanswered.current = null;
    await onDone(output);
  });
}

const UNKNOWN: ReadonlySet<string> = new Set(["request_in_progress", "redis_down", "redis_refuses", "not_replicated"]);

/** Without an answer nobody knows whether it was done. */
function mayHaveArrived(error: unknown): boolean {
  const { code } = failureOf(error);
  return isNetworkFailure(code) || UNKNOWN.has(code);
}
