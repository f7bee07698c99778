import { beforeEach, describe, expect, it } from "vitest";
import { MINUTE_MS } from "../../../shared/common/time.js";
import type { ErrorAnswer } from "../../../shared/contract/error-answer.js";
import { readShortCode, SIGN_IN_CODE_LENGTH } from "../../../shared/people/short-code.js";
import type { SignInCodeAnswer, SignInCodeState } from "../../../shared/people/sign-in-answer.js";
import type { Account } from "../../../shared/people/user.js";
import { beijing } from "../../support/given.js";
import { givenOfficer, givenUser } from "../../support/given-user.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const NOON = beijing("2026-11-24T12:00");

describe.each(TRANSPORTS)("signing a computer in by a phone over %s", (transport) => {
  const test = testApp(transport);
  beforeEach(() => {
    test.setNow(NOON);
  });

  const makeCode = async () => (await test.call<SignInCodeAnswer>("POST", "/api/sign-in/codes")).body;
  const approve = (code: string, token: string) =>
    test.call<ErrorAnswer>("POST", `/api/sign-in/codes/${code}/approve`, { token });
  const take = ({ code, secret }: { code: string; secret: string }) =>
    test.call<SignInCodeState & ErrorAnswer>("POST", `/api/sign-in/codes/${code}/token`, { json: { secret } });

  it("gives the sign-in of whoever approves, once", async () => {
    const officer = givenOfficer("6401");
    const phone = await test.signInAs(officer);
    const made = await makeCode();
    expect((await take(made)).body).toEqual({ state: "pending" });
    expect((await approve(made.code, phone)).status).toBe(200);
    const { body } = await take(made);
    if (body.state !== "signed_in") throw new Error("not signed in");
    expect((await test.call<Account>("GET", "/api/me", { token: body.token })).body.id).toBe(officer.id);
    expect(await take(made)).toMatchObject({ status: 410, body: { error: { code: "sign_in_code_gone" } } });
  });

  it("gives it to one of two who ask at once", async () => {
    const made = await makeCode();
    await approve(made.code, await test.signInAs(givenUser()));
    const replies = await Promise.all([take(made), take(made), take(made)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
  });

  it("shows a code nobody misreads, and an address for the QR", async () => {
    const { code, url, expiresAt } = await makeCode();
    expect(code).toMatch(/^[A-HJ-NP-Y346-9]{8}$/);
    expect(readShortCode(url, SIGN_IN_CODE_LENGTH)).toBe(code);
    expect(expiresAt).toBe(new Date(NOON + 5 * MINUTE_MS).toISOString());
    const typed = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`;
    expect((await approve(encodeURIComponent(typed), await test.signInAs(givenUser()))).status).toBe(200);
  });

  it("ends from the fifth minute, for the phone and for the computer", async () => {
    const phone = await test.signInAs(givenUser());
    const [late, approved] = [await makeCode(), await makeCode()];
    test.setNow(NOON + 5 * MINUTE_MS - 1);
    expect((await approve(approved.code, phone)).status).toBe(200);
    test.setNow(NOON + 5 * MINUTE_MS);
    expect((await approve(late.code, phone)).body.error.code).toBe("sign_in_code_gone");
    expect((await take(approved)).body.error.code).toBe("sign_in_code_gone");
  });

  it("is not taken without the secret, and answers as if there were no code", async () => {
    const made = await makeCode();
    await approve(made.code, await test.signInAs(givenUser()));
    const { status, body } = await take({ ...made, secret: "guessed" });
    expect([status, body.error.code]).toEqual([410, "sign_in_code_gone"]);
    expect((await take(made)).body.state).toBe("signed_in");
  });

  it("belongs to the first who approves it", async () => {
    const made = await makeCode();
    const [li, wang] = [await test.signInAs(givenUser()), await test.signInAs(givenUser())];
    await approve(made.code, li);
    expect((await approve(made.code, li)).status).toBe(200);
    expect((await approve(made.code, wang)).body.error.code).toBe("sign_in_code_used");
  });

  it("lets nobody try codes or secrets for long, a right one included", async () => {
    const phone = await test.signInAs(givenUser());
    const made = await makeCode();
    for (let guess = 0; guess < 10; guess++) {
      expect((await approve("ABCDEFGH", phone)).status).toBe(410);
      expect((await take({ ...made, secret: "guessed" })).status).toBe(410);
    }
    expect((await approve(made.code, phone)).status).toBe(429);
    expect((await take(made)).status).toBe(429);
    expect((await approve(made.code, await test.signInAs(givenUser()))).status).toBe(200);
    const other = await makeCode();
    expect((await take(other)).body).toEqual({ state: "pending" });
  });

  it("gives the computer no more roles than the phone used", async () => {
    await test.signIn("officer", "小张");
    const made = await makeCode();
    await approve(made.code, await test.signIn("worker", "小张"));
    const { body } = await take(made);
    if (body.state !== "signed_in") throw new Error("not signed in");
    expect(body.user.roles).toEqual(["worker"]);
    expect((await test.call("GET", "/api/people", { token: body.token })).status).toBe(403);
  });

  it("keeps the secret nowhere", async () => {
    const { code, secret } = await makeCode();
    const kept = JSON.stringify(await test.connection.redis.hgetall(`sign-in-code:${code}`));
    expect(kept).toContain("secretDigest");
    expect(kept).not.toContain(secret);
  });
});
