import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ask, tokenOf } from "./support/ask.js";
import { givenClass, givenSignIn } from "./support/classes.js";
import { givenStationOf, openKeeper, reportBroken } from "./support/keeper.js";
import { findNearby } from "./support/nearby.js";
import { COMMUNITY, MORNING } from "./support/town.js";
import { openVisitor, setServerClock } from "./support/visitor.js";

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).filter({ visible: true });

test("unpaid wages and injuries lead to 12351 and legal aid at once, with nothing to fill in and no sign-in", async () => {
  const { page } = await openVisitor();
  await page.goto("/#/visitor/make-wish/index");
  await button(page, "欠工资、受了工伤").tap();
  await button(page, "打 12351 工会热线").waitFor();
  await button(page, "打 12348 法律援助").waitFor();
  expect(await page.getByRole("textbox").count()).toBe(0);
  expect(await button(page, "许愿").count()).toBe(0);
});

test("a wish for a station asks which station, not where to pick up", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await page.goto("/#/visitor/make-wish/index");
  await page.getByRole("heading", { name: "3. 到哪个驿站拿" }).waitFor();
  await button(page, "驿站改善").tap();
  await page.getByRole("heading", { name: "3. 哪个驿站" }).waitFor();
  expect(await page.getByText("到哪个驿站拿").filter({ visible: true }).count()).toBe(0);
});

test("what is missing is said at its field, and a wish half written is told of on 心愿", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await page.goto("/#/visitor/make-wish/index");
  await button(page, "头盔、手套、雨衣").tap();
  await page.getByLabel(/^电话/).fill("138");
  await button(page, "许愿").tap();
  const told = page.getByRole("alert");
  expect(await told.textContent()).toBe("写一句想要什么");
  const words = page.getByLabel(/^想要什么/);
  expect(await page.locator(".card", { has: words }).locator("[role=alert]").count()).toBe(1);
  await words.fill("想要一件雨衣");
  await button(page, "许愿").tap();
  await page.getByText("电话号码不对，看看是不是少了一位").waitFor();
  await page.goto("/#/pages/wishes/index");
  await page.getByText("还有一个没写完：「想要一件雨衣」").waitFor();
  await button(page, "接着写").tap();
  expect(await page.getByLabel(/^想要什么/).inputValue()).toBe("想要一件雨衣");
});

test("a seat that is kept stands on every tab with the time that is left, and as a dot on 我的", async () => {
  const visitor = await openVisitor();
  const id = await givenClass({ title: "只有一个座位的课", capacity: 1 });
  const li = await tokenOf({ as: "worker", name: "退课的李师傅" });
  await ask("POST", `/classes/${id}/booking`, li);
  const { page } = visitor;
  const wang = await givenSignIn(visitor, "worker", "等课的王师傅");
  await ask("POST", `/classes/${id}/booking`, wang);
  await ask("DELETE", `/classes/${id}/booking`, li);
  await page.goto("/");
  for (const tab of ["附近", "课程", "心愿", "我的"]) {
    await page.getByRole("link", { name: tab }).click();
    await page
      .getByText(/^「只有一个座位的课」有名额留给你，还剩 \d/)
      .filter({ visible: true })
      .waitFor();
  }
  expect(await page.locator(".weui-tabbar__item").nth(3).locator(".weui-badge").count()).toBe(1);
  await button(page, "去要这个名额：只有一个座位的课").tap();
  await button(page, "我要这个名额").tap();
  await page.getByText("你报上了").waitFor();
});

test("报名 stays in reach with the two rules that cost something, wherever the page is scrolled to", async () => {
  const { page } = await openVisitor({ viewport: { width: 360, height: 640 } });
  const id = await givenClass({ title: "底下能报的课" });
  await page.goto(`/#/visitor/class/index?id=${id}`);
  await page.getByRole("heading", { name: "底下能报的课" }).waitFor();
  const box = await button(page, "报名").boundingBox();
  expect(box && box.y + box.height <= 640).toBe(true);
  const dock = page.locator(".booking-dock");
  await dock.getByText(/前可以取消$/).waitFor();
  await dock.getByText(/过了这个点再取消，算你没来；\d 次停报 \d+ 天/).waitFor();
  expect((await dock.boundingBox())?.height).toBeGreaterThanOrEqual(72);
});

test("in a phone's own browser one signs in by a code to type, not by a picture that the phone cannot scan", async () => {
  const { page } = await openVisitor();
  await page.goto("/#/account/computer/index");
  await page.locator(".short-code").waitFor();
  expect(await page.getByRole("img", { name: /^登录码/ }).count()).toBe(0);
  await page.getByText(/到「我的」点「输入登录码」/).waitFor();
  await button(page, "复制登录码").waitFor();
});

test("Back from the places of a district leads to the districts, and then to where one came from", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await button(page, "换地点").tap();
  await button(page, /^兴庆区/).tap();
  await page.getByText("你在哪一处附近？").waitFor();
  await page.goBack();
  await button(page, /^贺兰县/).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "我的附近" }).waitFor();
});

test("a chip over the classes gives one list of all days, without the strip of days", async () => {
  const { page } = await openVisitor();
  const days = [18, 20, 25].map((day) => ({ date: `2026-11-${day}`, startsAt: "19:00", durationMinutes: 60 }));
  await givenClass({ title: "晚上的课", schedule: { kind: "dates", dates: days } });
  await page.goto("/#/pages/classes/index");
  await page.getByRole("group", { name: "筛选" }).getByRole("button", { name: "晚上", exact: true }).tap();
  const cards = page.locator(".session-card", { hasText: "晚上的课" });
  expect(await cards.count()).toBe(3);
  expect(await page.locator(".day").count()).toBe(0);
});

test("a keeper who helps somebody has their own station filled in, and the slip names it with its telephone", async () => {
  const own = "帮人许愿的驿站";
  await setServerClock(MORNING);
  const { id } = await givenStationOf(own, { phone: "0952-2012345" });
  const { page } = await openKeeper(id, { standsAt: null });
  await page.goto("/#/visitor/make-wish/index?for=other");
  await page.locator(".make-wish-station-name", { hasText: own }).waitFor();
  await button(page, "防寒鞋服").tap();
  await page.getByLabel(/^他想要什么/).fill("想要一双棉鞋");
  await page.getByLabel(/^他怎么称呼/).fill("纳大爷");
  await button(page, "许愿").tap();
  await page.locator(".slip-paper").getByText(`${own}，电话 0952-2012345`).waitFor();
});

test("the desks stand first on 我的，with what waits there", async () => {
  const visitor = await openVisitor({ serverTime: MORNING });
  const { id } = await givenStationOf("有事等着的驿站");
  await reportBroken(id, "microwave");
  const { page } = visitor;
  await givenSignIn(visitor, "officer");
  await page.goto("/#/pages/me/index");
  await button(page, /^处理大家的上报/)
    .getByText(/件等着/)
    .waitFor();
  const headings = await page.locator(".page.me .section-title").allTextContents();
  expect(headings[0]).toBe("我的工作");
});

test("at 10:00 a station's page says how far it is and that today's hours come first", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await findNearby(visitor);
  await button(page, `看详情：${COMMUNITY}`).tap();
  await page.getByText("走路约 4 分钟 · 260 米").waitFor();
  expect(await page.locator(".hours .hours-row").first().textContent()).toBe("周三 · 今天8:00–20:00");
  expect(await page.locator(".hours .hours-row").nth(1).textContent()).toBe("每天8:00–20:00");
});
