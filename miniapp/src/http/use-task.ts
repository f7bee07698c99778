import { useCallback, useEffect, useRef, useState } from "react";
import { type ApiFailure, failureOf } from "./api-failure";

export type TaskState = { status: "idle" } | { status: "running" } | { status: "failed"; failure: ApiFailure };

/**
 * Something a tap starts: it runs once at a time, and what went wrong stays until the next tap.
 *
 * @param task whatever it throws becomes the failure
 */
export function useTask<Input extends unknown[]>(
  task: (...input: Input) => Promise<void>,
): [TaskState, (...input: Input) => void] {
  const [state, setState] = useState<TaskState>({ status: "idle" });
  const isRunning = useRef(false);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  const run = useCallback(
    (...input: Input) => {
      if (isRunning.current) return;
      isRunning.current = true;
      setState({ status: "running" });
      void task(...input)
        .then(
          (): TaskState => ({ status: "idle" }),
          (error: unknown): TaskState => ({ status: "failed", failure: failureOf(error) }),
        )
        .then((next) => {
          isRunning.current = false;
          if (isShown.current) setState(next);
        });
    },
    [task],
  );
  return [state, run];
}
