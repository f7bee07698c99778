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
 * @returns what there is to draw, and a reload that keeps the old value on screen until the new one comes
 */
export function useLoadable<T>(load: (() => Promise<T>) | null): [Loadable<T>, () => Promise<void>] {
  const [state, setState] = useState<Loadable<T>>({ status: "loading" });
  const latestTurn = useRef(0);

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

  return [state, reload];
}
