import { describe, expect, it } from "vitest";
import type { Account } from "../../../shared/people/user.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

describe.each(TRANSPORTS)("what a person is called, over %s", (transport) => {
  const test = testApp(transport);

  const rename = (token: string, name: string) => test.call<Account>("PUT", "/api/me", { token, json: { name } });

  it("is what they say, and leaves their roles as they are", async () => {
    const token = await test.signIn("keeper", "示例站长");
    const before = (await test.call<Account>("GET", "/api/me", { token })).body;
    expect((await rename(token, " 王师傅 ")).body).toEqual({ ...before, name: "王师傅" });
    expect((await test.call<Account>("GET", "/api/me", { token })).body).toEqual({ ...before, name: "王师傅" });
  });

  it.each(["", "   ", "一个长得没有人能在名单上读得完的称呼呀呀呀"])("is refused as %j", async (name) => {
    const token = await test.signIn("worker", "小李");
    expect((await rename(token, name)).status).toBe(400);
  });

  it("is not kept while nobody can check the words", async () => {
    const token = await test.signIn("worker", "小李");
    const { contentCheck } = test.deps;
    test.deps.contentCheck = { ...contentCheck, checkText: async () => "review" };
    const refused = await rename(token, "王师傅");
    test.deps.contentCheck = contentCheck;
    expect(refused).toMatchObject({ status: 422, body: { error: { code: "words_refused" } } });
    expect((await test.call<Account>("GET", "/api/me", { token })).body.name).toBe("小李");
  });
});
