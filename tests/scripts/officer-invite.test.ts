import { spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Account } from "../../shared/people/user.js";
import { startTestApp, TEST_KEY, type TestApp } from "../support/test-app.js";

interface Run {
  code: number | null;
  said: string;
}

describe("npm run officer:invite", () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.stop());

  /** Runs the command with nothing in its environment but what is given. */
  const run = (words: string[], env: NodeJS.ProcessEnv = {}): Promise<Run> =>
    new Promise((resolve, reject) => {
      const { PATH, HOME } = process.env;
      const child = spawn(process.execPath, ["--import", "tsx", "scripts/officer-invite.ts", ...words], {
        env: { PATH, HOME, REDIS_URL: test.local.url, ...env },
      });
      let said = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
      child.once("error", reject);
      child.once("exit", (code) => resolve({ code, said }));
    });

  it("prints a code with which somebody becomes the first officer of an installation", async () => {
    const { code, said } = await run(["--reach", "6401", "--name", "王干部"], {
      PUBLIC_URL: "https://yizhan.example.cn/",
      ENCRYPTION_KEY: TEST_KEY,
    });
    expect([code, said]).toEqual([0, expect.stringContaining("银川市")]);
    const link = /https:\S+/.exec(said)?.[0] ?? "";
    expect(link).toMatch(/^https:\/\/yizhan\.example\.cn\/#\/account\/invitation\/index\?code=[A-Z0-9]{10}$/);
    // The command goes by the machine's clock, the app of this test by its own.
    test.setNow(Date.now());
    const token = await test.signInAs({
      id: "us_firstofficer",
      name: "微信用户",
      roles: ["worker"],
      stationIds: [],
      reach: [],
      createdAt: 0,
    });
    const path = `/api/invitations/${new URL(link.replace("/#", "")).searchParams.get("code")}/accept`;
    const { status, body } = await test.call<Account>("POST", path, { token });
    expect([status, body]).toMatchObject([200, { name: "王干部", roles: ["worker", "officer"], reach: ["6401"] }]);
  });

  it("keeps no name in clear: without the server's key it refuses one, and invites without it", async () => {
    const before = await test.connection.redis.keys("*invitation*");
    const { code, said } = await run(["--reach", "6401", "--name", "王干部"]);
    expect([code, said]).toEqual([1, expect.stringContaining("ENCRYPTION_KEY")]);
    expect(await test.connection.redis.keys("*invitation*")).toEqual(before);
    expect(await run(["--reach", "6401"])).toMatchObject({ code: 0 });
  });

  it.each([[[]], [["--reach", "宁夏"]], [["--reach", "640"]], [["--reach", "6401", "--role", "keeper"]]])(
    "explains itself when called with %j",
    async (words) => {
      expect(await run(words)).toMatchObject({ code: 2, said: expect.stringContaining("用法") });
    },
  );

  it("invites nobody for a division that there is not", async () => {
    expect(await run(["--reach", "640199"])).toEqual({ code: 1, said: expect.stringContaining("没有 640199") });
  });

  it("says that nothing was sent when Redis is away", async () => {
    const answer = await run(["--reach", "6401"], { REDIS_URL: "redis://127.0.0.1:1" });
    expect(answer).toEqual({ code: 1, said: expect.stringContaining("没有发出邀请") });
  });
});
