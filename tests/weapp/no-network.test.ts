import { beforeEach, expect, it } from "vitest";
import { FAR, NEAR, NEARBY } from "./support/places.js";
import { Phone, testWechat } from "./support/wechat.js";

const wechat = testWechat();
let phone: Phone;

beforeEach(async () => {
  await wechat.test.store(NEAR, FAR);
  phone = new Phone();
  phone.privacyAgreed = true;
});

it("started anew without network, the list stands from what the phone keeps", async () => {
  const first = wechat.open(phone);
  await first.tap("用我的位置");
  await first.shows(NEAR.name);
  phone.network = "none";
  const second = wechat.open(phone);
  await second.shows(NEAR.name);
  expect(second.page.text()).toMatch(/没网|看到的/);
  expect(second.errors).toEqual([]);
});

it("a phone that never had network says so and offers to try again", async () => {
  phone.network = "none";
  const program = wechat.open(phone);
  await program.tap("用我的位置");
  await program.shows("没连上网");
  program.setNetwork("4g");
  await program.tap("再找一次");
  await program.shows(NEAR.name);
});

it("a hotel's sign-in page, which answers 200 to everything, is not taken for an answer", async () => {
  const program = wechat.open(phone);
  program.network.intercept = () => new Response("<html>请先登录 WLAN</html>", { status: 200 });
  await program.tap("用我的位置");
  await program.shows("再找一次");
  expect(program.page.text()).not.toContain(NEAR.name);
  program.network.intercept = null;
  await program.tap("再找一次");
  await program.shows(NEAR.name);
  expect(program.errors).toEqual([]);
});

it("what the server refuses, which WeChat calls a success, is a failure on the page", async () => {
  const program = wechat.open(phone);
  program.network.intercept = () =>
    Response.json({ error: { code: "internal", message: "", requestId: "rq_0123456789abcdef" } }, { status: 500 });
  await program.tap("用我的位置");
  await program.shows("再找一次");
  expect(program.page.path).toBe(NEARBY);
});
