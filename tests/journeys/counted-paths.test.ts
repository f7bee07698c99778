import { expect, test } from "vitest";
import { givenClass } from "./support/classes.js";
import { countEffort } from "./support/effort.js";
import { givenStationOf, SUBURB } from "./support/keeper.js";
import { doorsOf, listOf } from "./support/nearby.js";
import { inOwnTown } from "./support/origin.js";
import { COMMUNITY, SQUARE, townStations } from "./support/town.js";
import { openVisitor, type Visitor } from "./support/visitor.js";

// How many taps lie between opening the page and what somebody came for, on a phone that was never here; `EFFORT=1` prints
// the seconds too.
inOwnTown();

const button = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });

test("the nearest open door is one tap away, the way there two more the first time and one from then on", async () => {
  const visitor = await openVisitor({ standsAt: SQUARE });
  const { page, context } = visitor;
  await context.route("https://**", (route) => route.fulfill({ body: "a map" }));
  await page.goto("/");
  const toDoor = await countEffort(page, "to the door");
  await button(visitor, "用我的位置").tap();
  await listOf(page).locator(".answer-card").waitFor();
  expect(await toDoor()).toMatchObject({ clicks: 1 });

  const toMap = await countEffort(page, "to navigation, the first time");
  await button(visitor, `带我去${COMMUNITY}`).tap();
  const sheet = page.getByRole("dialog", { name: "用哪个地图去" });
  const opened = context.waitForEvent("page");
  await sheet.getByRole("link", { name: "高德地图" }).tap();
  await opened;
  expect(await toMap()).toMatchObject({ clicks: 2 });

  const again = await countEffort(page, "to navigation, the next time");
  const openedAgain = context.waitForEvent("page");
  await page.getByRole("link", { name: `带我去${COMMUNITY}` }).tap();
  await openedAgain;
  expect(await again()).toMatchObject({ clicks: 1 });
});

test("from a shut door the next one is two taps away", async () => {
  const [first] = townStations().filter(({ name }) => name === COMMUNITY);
  if (first === undefined) throw new Error("the town has no such door");
  const visitor = await openVisitor({ standsAt: first.location });
  const { page } = visitor;
  await page.goto("/");
  await button(visitor, "用我的位置").tap();
  await listOf(page).locator(".answer-card").waitFor();
  expect((await doorsOf(page))[0]).toBe(COMMUNITY);
  const effort = await countEffort(page, "another door after a shut one");
  await button(visitor, `门关着？告诉大家：${COMMUNITY}`).tap();
  await button(visitor, "找别的驿站").tap();
  await expect.poll(async () => (await doorsOf(page))[0]).not.toBe(COMMUNITY);
  expect(await effort()).toMatchObject({ clicks: 2 });
  expect((await doorsOf(page)).at(-1)).toBe(COMMUNITY);
});

test("from beyond 150 m it is asked once whether one stands at the door", async () => {
  const visitor = await openVisitor({ standsAt: SQUARE });
  const { page, asked } = visitor;
  await page.goto("/");
  await button(visitor, "用我的位置").tap();
  await button(visitor, `门关着？告诉大家：${COMMUNITY}`).tap();
  const sheet = page.getByRole("dialog", { name: "你在门口吗？" });
  await sheet.getByText(/还有 \d+ 米。亲眼看见门关着再报/).waitFor();
  await sheet.getByRole("button", { name: "没在，先不报" }).tap();
  await sheet.waitFor({ state: "hidden" });
  expect(asked.filter((url) => url.endsWith("/reports"))).toEqual([]);
  await button(visitor, `门关着？告诉大家：${COMMUNITY}`).waitFor();
});

test("a class is booked with four taps, the sign-in among them", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await givenClass({ title: "数着点的舞蹈课" });
  await page.goto("/");
  const effort = await countEffort(page, "a booked class");
  await page.getByRole("link", { name: "课程" }).tap();
  await button(visitor, /数着点的舞蹈课/).tap();
  await button(visitor, "报名").tap();
  await button(visitor, "示例职工").tap();
  await page.getByText(/^✓ 报上了，你是 \d+ 号$/).waitFor();
  expect(await effort()).toMatchObject({ clicks: 4 });
});

test("a wish is sent with nine taps and three things to type, the sign-in among them", async () => {
  await givenStationOf("数着点的驿站");
  const visitor = await openVisitor({ standsAt: SUBURB });
  const { page } = visitor;
  await page.goto("/");
  const effort = await countEffort(page, "a sent wish");
  await page.getByRole("link", { name: "心愿" }).tap();
  await button(visitor, "许个心愿").tap();
  await button(visitor, "防寒鞋服").tap();
  await page.getByRole("textbox", { name: /^想要什么/ }).tap();
  await page.getByRole("textbox", { name: /^想要什么/ }).fill("想要一副防寒手套，骑车冻手");
  await button(visitor, "找离我近的").tap();
  await button(visitor, "换一个驿站拿").waitFor();
  await page.getByRole("textbox", { name: /^怎么称呼你/ }).tap();
  await page.getByRole("textbox", { name: /^怎么称呼你/ }).fill("马建国");
  await page.getByRole("textbox", { name: "电话" }).tap();
  await page.getByRole("textbox", { name: "电话" }).fill("13895071234");
  await button(visitor, "许愿").tap();
  await button(visitor, "示例职工").tap();
  await page.getByText(/工会最迟 .+ 看完，给你回话/).waitFor();
  expect(await effort()).toMatchObject({ clicks: 9 });
});
