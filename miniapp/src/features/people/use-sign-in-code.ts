import { useCallback, useEffect, useRef, useState } from "react";
import type { SignInCodeAnswer } from "../../../../shared/people/sign-in-answer";
import { type ApiFailure, failureOf, isNetworkFailure } from "../../http/api-failure";
import { callApi } from "../../http/call-api";
import { keepSignIn } from "./sign-in";

export type CodeState =
  | { status: "loading" }
  | { status: "shown"; answer: SignInCodeAnswer }
  | { status: "signed_in" }
  /** Five minutes went by. */
  | { status: "ended" }
  | { status: "failed"; failure: ApiFailure };

const ASK_EVERY_MS = 2_000;

/**
 * A code for this computer, asked after every two seconds until a phone approved it or it ended.
 *
 * @returns where it stands, and a way to get a new one
 */
export function useSignInCode(): [CodeState, () => void] {
  const [state, setState] = useState<CodeState>({ status: "loading" });
  /** Ends the asking of the round before. */
  const stop = useRef(() => {});
  const start = useCallback(() => {
    stop.current();
    let isStopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    stop.current = () => {
      isStopped = true;
      clearTimeout(timer);
    };
    const show = (next: CodeState) => {
      if (!isStopped) setState(next);
    };
    const ask = async (answer: SignInCodeAnswer): Promise<void> => {
      if (isStopped) return;
      const next = await askOnce(answer);
      if (next !== null) show(next);
      else if (!isStopped) timer = setTimeout(() => void ask(answer), ASK_EVERY_MS);
    };
    setState({ status: "loading" });
    void callApi("POST /sign-in/codes", {}).then(
      (answer) => {
        show({ status: "shown", answer });
        void ask(answer);
      },
      (error: unknown) => show({ status: "failed", failure: failureOf(error) }),
    );
  }, []);
  useEffect(() => {
    start();
    return () => stop.current();
  }, [start]);
  return [state, start];
}

/** Null: still pending, or no network for the moment. */
async function askOnce({ code, secret }: SignInCodeAnswer): Promise<CodeState | null> {
  try {
    const answer = await callApi("POST /sign-in/codes/:code/token", { code, secret });
    if (answer.state === "pending") return null;
    keepSignIn(answer);
    return { status: "signed_in" };
  } catch (error) {
    const failure = failureOf(error);
    if (isNetworkFailure(failure.code)) return null;
    return failure.code === "sign_in_code_gone" ? { status: "ended" } : { status: "failed", failure };
  }
}
