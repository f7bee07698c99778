import { afterAll, beforeAll, expect, it } from "vitest";
import { connectWechat } from "../../../api/wiring/connect-wechat.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.stop());

const templates = async () => (await test.call<{ templates: object }>("GET", "/api/messages/templates")).body.templates;

it("names the templates that are set, and none where there is no mini-program to ask for them", async () => {
  expect(await templates()).toEqual({});
  test.deps.messageTemplates.class_cancelled = { id: "cancelled", fields: { title: "thing1" } };
  expect(await templates()).toEqual({});
  const account = { url: "http://127.0.0.1", appId: "wx0", appSecret: "secret" };
  test.deps.wechat = connectWechat(account, test.connection.redis, () => undefined);
  expect(await templates()).toEqual({ class_cancelled: "cancelled" });
});
