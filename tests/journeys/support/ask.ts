import { expect } from "vitest";
import { origin } from "./origin.js";

/** Asks the API as somebody with a token, or as a stranger. The test fails where the answer is a refusal. */
export async function ask<Answer>(method: string, path: string, token: string | null, json?: object): Promise<Answer> {
  const answer = await fetch(`${origin()}/api${path}`, {
    method,
    headers: {
      ...(json ? { "content-type": "application/json" } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: json && JSON.stringify(json),
  });
  const body: Answer = await answer.json();
  expect(answer.ok, JSON.stringify(body)).toBe(true);
  return body;
}

/** One of the made-up people of the demo; the same name is always the same person. */
export async function tokenOf(person: { as: "officer" | "keeper" | "worker"; name?: string }): Promise<string> {
  const { token } = await ask<{ token: string }>("POST", "/sign-in/demo", null, person);
  return token;
}

/** What the phone keeps of a sign-in, in the form of the web's storage; for a script that runs before the page. */
export function keepSignIn(signIn: { token: string; user: object }): void {
  localStorage.setItem("sign-in", JSON.stringify({ data: JSON.stringify({ ...signIn, since: Date.now() }) }));
}
