import { afterAll, beforeAll, expect, it } from "vitest";
import { seedDemo } from "../../../api/demo/seed-demo.js";
import { TELLS_CHANGES } from "../../support/killed-after-each-request.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp("tcp", TELLS_CHANGES);
});
afterAll(() => test.stop());

const digest = () => test.local.control.call("DEBUG", "DIGEST");

it("makes nothing of the demo twice", async () => {
  const empty = await digest();
  await seedDemo(test.deps);
  const made = await digest();
  expect(made).not.toBe(empty);
  await seedDemo(test.deps);
  expect(await digest()).toBe(made);
});
