import { reply } from "./given.js";
import { refusal } from "./given-sign-in.js";
import Taro from "./taro.js";

type Answer = [status: number, body: unknown];
/** What the server answers to `GET /api/…`; `offline`: the request does not arrive. */
export type Answers = Record<string, Answer | "offline" | (() => Answer | "offline")>;

/** Lets the phone's network answer from a table; what it does not hold is not found. */
export function answerFrom(answers: Answers): void {
  Taro.request.mockImplementation(async ({ method, url }) => {
    const found = answers[`${method} ${url}`] ?? [404, refusal("not_found")];
    const answer = typeof found === "function" ? found() : found;
    if (answer === "offline") throw { errMsg: "request:fail" };
    return reply(...answer);
  });
}

/** Every request so far with its body, oldest first. */
export function asked(): [request: string, body: unknown][] {
  return Taro.request.mock.calls.map(([{ method, url, data }]) => [`${method} ${url}`, data]);
}

/** The Idempotency-Keys with which a request was sent. */
export function keysOf(request: string): string[] {
  return Taro.request.mock.calls
    .filter(([{ method, url }]) => `${method} ${url}` === request)
    .map(([{ header }]) => header["idempotency-key"]);
}
