import { afterEach, inject } from "vitest";
import { TEST_ORIGIN } from "../../../scripts/set-up/weapp.mjs";
import { type TestApp, testApp } from "../../support/test-app.js";
import { Phone } from "./phone.js";
import { type Entry, Program } from "./program.js";
import type { LocationBuild } from "./set-up.js";

/** WeChat with this program in it, and the real API behind it. */
export interface Wechat {
  test: TestApp;
  /** Starts the program on a phone: anew where it ran there before. */
  open: (phone: Phone, entry?: Entry, build?: LocationBuild) => Program;
  /** Leaves a sign-in on a phone, as an earlier run of the program would have. */
  keepSignIn: (phone: Phone, token: string) => Promise<void>;
}

/**
 * One WeChat for the tests of a file. After each its programs end, and phones stay as they are; before each Redis is
 * empty.
 */
export function testWechat(): Wechat {
  const test = testApp();
  const running = new Map<Phone, Program>();
  const open: Wechat["open"] = (phone, entry = {}, build = "precise") => {
    running.get(phone)?.close();
    const server = { request: (path: string, init: RequestInit) => test.app.request(path, init) };
    const restart = () => void open(phone, entry, build);
    const program = new Program(phone, inject("packages")[build], server, TEST_ORIGIN, entry, restart);
    running.set(phone, program);
    return program;
  };
  afterEach(() => {
    for (const program of running.values()) program.close();
    running.clear();
  });
  return {
    test,
    open,
    keepSignIn: async (phone, token) => {
      const { body: user } = await test.call<object>("GET", "/api/me", { token });
      // Text within text: the program keeps text, and WeChat all values as text.
      phone.storage.set("sign-in", JSON.stringify(JSON.stringify({ token, user, since: Date.now() })));
    },
  };
}

export { Phone };
