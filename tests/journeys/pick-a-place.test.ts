import { expect, test } from "vitest";
import { doorsOf, findNearby, listOf } from "./support/nearby.js";
import { COMMUNITY, NEXT_TOWN } from "./support/town.js";
import { openVisitor } from "./support/visitor.js";

test("who refuses the position picks a district and a door with its landmark, and gets a list measured from there", async () => {
  const { page } = await openVisitor({ standsAt: null });
  await page.goto("/");
  await page.getByRole("button", { name: "用我的位置" }).tap();
  await page.getByRole("heading", { name: "没找到你的位置，也能找" }).waitFor();
  await page.getByRole("button", { name: "自己选地方" }).tap();
  await page.getByRole("button", { name: /^兴庆区/ }).tap();
  await page.getByRole("button", { name: `${COMMUNITY}，社区卫生站旁边` }).tap();
  await listOf(page).waitFor();
  await page.getByRole("heading", { name: `${COMMUNITY} 附近` }).waitFor();
  expect((await doorsOf(page))[0]).toBe(COMMUNITY);
  await listOf(page).locator(".answer-card").getByText("0 米").waitFor();
});

test("who does not know a landmark takes the middle of the district", async () => {
  const { page } = await openVisitor({ standsAt: null });
  await page.goto("/");
  await page.getByRole("button", { name: "自己选地方" }).tap();
  await page.getByRole("button", { name: /^贺兰县/ }).tap();
  await page.getByRole("button", { name: /^贺兰县中间/ }).tap();
  await page.getByRole("heading", { name: "从贺兰县中间算" }).waitFor();
  expect((await doorsOf(page))[0]).toBe(NEXT_TOWN);
});

test("a refusal is explained with a way to allow it after all", async () => {
  const { page } = await openVisitor({ standsAt: null });
  await page.goto("/");
  await page.getByRole("button", { name: "用我的位置" }).tap();
  await page.getByRole("button", { name: "怎么允许位置" }).tap();
  await page.getByText("把「位置」改成允许").waitFor();
  await page.getByText("知道了").tap();
  await page.getByRole("button", { name: "再试一次我的位置" }).waitFor();
});

test("a picked place is still there after a reload, and can be given up for the position", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await page.goto("/");
  await page.getByRole("button", { name: "自己选地方" }).tap();
  await page.getByRole("button", { name: /^贺兰县/ }).tap();
  await page.getByRole("button", { name: `${NEXT_TOWN}，德胜村公交站` }).tap();
  await page.getByRole("heading", { name: `${NEXT_TOWN} 附近` }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: `${NEXT_TOWN} 附近` }).waitFor();
  await page.getByRole("button", { name: "换地点" }).tap();
  await page.getByRole("button", { name: "用我的位置" }).tap();
  await page.getByRole("heading", { name: "我的附近" }).waitFor();
  await listOf(page).waitFor();
  expect((await doorsOf(page))[0]).toBe(COMMUNITY);
});

test("换地点 goes back to the list unchanged when nothing is picked", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await page.getByRole("button", { name: "换地点" }).tap();
  await page.getByRole("button", { name: /^兴庆区/ }).waitFor();
  await page.getByRole("button", { name: "返回" }).tap();
  await page.getByRole("heading", { name: "我的附近" }).waitFor();
});
