import { useCallback, useEffect, useRef, useState } from "react";
import { type ApiFailure, failureOf } from "./api-failure";

export type Loadable<T> =
  | { status: "loading" }
  | { status: "ready"; value: T }
  | { status: "failed"; failure: ApiFailure };

/**
 * Loads on first show and whenever `load` changes; a late reply never covers that of a newer call.
 *
 * @param load null: nothing to load yet
 * @returns what there is to draw; a reload that keeps the old value on screen until the new one comes; and a change of the
 * value by what the answer of a write has told, which loads anew where there is no value yet
 */
export function useLoadable<T>(
  load: (() => Promise<T>) | null,
): [Loadable<T>, () => Promise<void>, (change: (value: T) => T) => Promise<void>] {
  const [state, setState] = useState<Loadable<T>>({ status: "loading" });
  const latestTurn = useRef(0);
  const shown = useRef(state);
  shown.current = state;

  const reload = useCallback(async () => {
    if (!load) return;
    const turn = ++latestTurn.current;
    const next = await load().then(
      (value): Loadable<T> => ({ status: "ready", value }),
      (error): Loadable<T> => ({ status: "failed", failure: failureOf(error) }),
    );
    if (turn === latestTurn.current) setState(next);
  }, [load]);

  useEffect(() => {
    setState({ status: "loading" });
    void reload();
    return () => {
      latestTurn.current++;
    };
  }, [reload]);

  const change = useCallback(
    async (changed: (value: T) => T) => {
      const now = shown.current;
      if (now.status !== "ready") return reload();
      // A reply under way was asked for before.
      latestTurn.current++;
      setState({ status: "ready", value: changed(now.value) });
    },
    [reload],
  );

  return [state, reload, change];
}
