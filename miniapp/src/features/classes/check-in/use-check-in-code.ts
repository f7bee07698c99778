import { useEffect, useRef, useState } from "react";
import type { CheckInCode } from "../../../../../shared/classes/class-answer";
import { type ApiFailure, failureOf, isNetworkFailure } from "../../../http/api-failure";
import { callApi } from "../../../http/call-api";
import { serverClock } from "../../../http/server-clock";

export type ShownCode =
  | { status: "loading" }
  /** `secondsLeft` by the server's clock; 0: it has ended and no new one has come yet. */
  | { status: "shown"; answer: CheckInCode; secondsLeft: number }
  | { status: "failed"; failure: ApiFailure };

const TICK_MS = 1_000;
/** Without a new code the old one is asked after again this often. */
const RETRY_MS = 3_000;

/**
 * The code of this half minute, asked for again when it ends by the server's clock. While the network is away the old one
 * stays, said to have ended; what the server refuses takes its place.
 *
 * @returns what to show, and a way to ask at once
 */
export function useCheckInCode(sessionId: string): [ShownCode, () => void] {
  const [answer, setAnswer] = useState<CheckInCode | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [, tick] = useState(0);
  const askAtOnce = useRef(() => {});

  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      clearTimeout(timer);
      try {
        const next = await callApi("GET /classes/:id/check-in-code", { id: sessionId });
        if (isOver) return;
        setAnswer(next);
        setFailure(null);
        timer = setTimeout(ask, Math.max(RETRY_MS / 3, Date.parse(next.expiresAt) - serverClock.now()));
      } catch (error) {
        if (isOver) return;
        setFailure(failureOf(error));
        timer = setTimeout(ask, RETRY_MS);
      }
    };
    askAtOnce.current = () => void ask();
    void ask();
    const ticking = setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
      clearInterval(ticking);
    };
  }, [sessionId]);

  return [shownCode(answer, failure), () => askAtOnce.current()];
}

function shownCode(answer: CheckInCode | null, failure: ApiFailure | null): ShownCode {
  if (failure !== null && (answer === null || !isNetworkFailure(failure.code))) return { status: "failed", failure };
  if (answer === null) return { status: "loading" };
  const leftMs = Date.parse(answer.expiresAt) - serverClock.now();
  return { status: "shown", answer, secondsLeft: Math.max(0, Math.ceil(leftMs / TICK_MS)) };
}
