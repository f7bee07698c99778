import { expect, test } from "vitest";
import { doorsOf, findNearby, listOf } from "./support/nearby.js";
import { COMMUNITY } from "./support/town.js";
import { openVisitor } from "./support/visitor.js";

const NO_NETWORK = /ERR_INTERNET_DISCONNECTED/;

test("without network the last answer stays, with its time, and 带我去 still works", async () => {
  const visitor = await openVisitor({ expectedComplaint: NO_NETWORK });
  const { page, context } = visitor;
  await findNearby(visitor);
  await context.setOffline(true);
  await page.getByRole("button", { name: "骑车" }).tap();
  await page.getByText("没网。这是今天 10:00 看到的").waitFor();
  expect((await doorsOf(page))[0]).toBe(COMMUNITY);
  await listOf(page).locator(".answer-card").getByText("约 2 分钟").waitFor();
  await page.getByRole("button", { name: `带我去${COMMUNITY}` }).tap();
  await page.getByRole("link", { name: "高德地图" }).waitFor();
});

test("再连一次 brings the fresh answer once there is network again", async () => {
  const visitor = await openVisitor({ expectedComplaint: NO_NETWORK });
  const { page, context } = visitor;
  await findNearby(visitor);
  await context.setOffline(true);
  await page.getByRole("button", { name: "骑车" }).tap();
  const retry = page.getByRole("button", { name: "再连一次" });
  await retry.waitFor();
  await context.setOffline(false);
  await retry.tap();
  await retry.waitFor({ state: "detached" });
  expect((await doorsOf(page))[0]).toBe(COMMUNITY);
});

test("without network and without anything remembered, the page says what to do and tries again", async () => {
  const visitor = await openVisitor({ expectedComplaint: NO_NETWORK });
  const { page, context } = visitor;
  await page.goto("/");
  await page.getByRole("button", { name: "用我的位置" }).waitFor();
  await context.setOffline(true);
  await page.getByRole("button", { name: "用我的位置" }).tap();
  await page.getByRole("heading", { name: "没连上网" }).waitFor();
  await context.setOffline(false);
  await page.getByRole("button", { name: "再找一次" }).tap();
  await listOf(page).waitFor();
});

test("when our server fails the page takes the blame, with one button that works and a number to report", async () => {
  const visitor = await openVisitor({ expectedComplaint: /status of 500/ });
  const { page } = visitor;
  const body = { error: { code: "internal", message: "出错了", requestId: "rq_journey" } };
  await page.route("**/api/stations/nearest*", (route) => route.fulfill({ status: 500, json: body }), { times: 1 });
  await page.goto("/");
  await page.getByRole("button", { name: "用我的位置" }).tap();
  await page.getByRole("heading", { name: "我们这边出了问题" }).waitFor();
  await page.getByText("rq_journey").waitFor();
  await page.getByRole("button", { name: "再找一次" }).tap();
  await listOf(page).waitFor();
  expect((await doorsOf(page))[0]).toBe(COMMUNITY);
});
