import { expect, test } from "vitest";
import type { MyWishes } from "../../shared/wishes/wish-answer.js";
import { beijing } from "../support/given.js";
import { ask, tokenOf } from "./support/ask.js";
import { givenSignIn } from "./support/classes.js";
import { givenStationOf, openKeeper, SUBURB } from "./support/keeper.js";
import { openVisitor, setServerClock, type Visitor } from "./support/visitor.js";
import { newWorker } from "./support/wishes.js";

function button({ page }: Visitor, name: string | RegExp) {
  return page.getByRole("button", { name, exact: typeof name === "string" });
}

async function fillForm(worker: Visitor, text: string): Promise<void> {
  await button(worker, "防寒鞋服").tap();
  await worker.page.getByRole("textbox", { name: /^想要什么/ }).fill(text);
  await button(worker, "找离我近的").tap();
  await button(worker, "换一个驿站拿").waitFor();
}

async function openTab({ page }: Visitor): Promise<void> {
  await page.goto("/#/pages/wishes/index");
  await page.reload();
}

test("a wish, its claim that lapses, the hand-over, a dispute, and thanks", async () => {
  const station = await givenStationOf("心愿街驿站");
  // Too dear, and the wrong code: both are refused on the way.
  const refused = { expectedComplaint: /status of 422/ };
  const [worker, officer] = [await openVisitor({ standsAt: SUBURB }), await openVisitor(refused)];
  const keeper = await openKeeper(station.id, refused);

  // The worker writes; signing in is asked for only when it is sent.
  await worker.page.goto("/");
  await worker.page.getByRole("link", { name: "心愿" }).tap();
  await button(worker, "许个心愿").tap();
  await fillForm(worker, "想要一副防寒手套，骑车冻手");
  await worker.page.locator(".make-wish-station-name", { hasText: "心愿街驿站" }).waitFor();
  await worker.page.getByRole("textbox", { name: /^怎么称呼你/ }).fill("马建国");
  await worker.page.getByRole("textbox", { name: "电话" }).fill("13895071234");
  await button(worker, /^办好了，工会可以写张卡片/).tap();
  await button(worker, "许愿").tap();
  await button(worker, "示例职工").tap();
  await worker.page.getByText("工会最迟 11月20日 看完，给你回话").waitFor();
  const token = await tokenOf({ as: "worker" });
  const { wishes } = await ask<MyWishes>("GET", "/wishes/mine", token);
  const id = wishes[0]?.id ?? "";

  // The officer lets it pass and takes it on, for a unit.
  await givenSignIn(officer, "officer", "孙干部");
  await officer.page.goto("/#/pages/me/index");
  await button(officer, /^办微心愿/).tap();
  await button(officer, /^看和办：防寒鞋服 · 想要一副防寒手套/)
    .first()
    .waitFor();
  await officer.page.goto(`/#/union/wish/index?id=${id}`);
  await button(officer, "同意").tap();
  await officer.page.getByRole("textbox", { name: /^大概多少元/ }).fill("900");
  await button(officer, "确定同意").tap();
  await officer.page.getByText("一个心愿最多 500 元").waitFor();
  await officer.page.getByRole("textbox", { name: /^大概多少元/ }).fill("90");
  await officer.page.getByRole("textbox", { name: /^墙上的卡片/ }).fill("骑手 · 心愿街：一副防寒手套");
  await button(officer, "确定同意").tap();
  await button(officer, "认领").tap();
  await officer.page.getByRole("textbox", { name: /^替哪个单位/ }).fill("朝阳街街道工会");
  await button(officer, "确定认领").tap();
  await button(officer, "准备好了").waitFor();
  await openTab(worker);
  await worker.page.getByText("已认领，工会最迟 12月3日 给你准备好").waitFor();

  // The time runs out: the claim ends by itself, and the worker is told.
  await setServerClock(beijing("2026-12-03T10:30"));
  await openTab(worker);
  await worker.page.getByText(/到日子没办好，自动交回来了/).waitFor();
  await officer.page.reload();
  await button(officer, "认领").tap();
  await button(officer, "确定认领").tap();
  await button(officer, "看联系方式").tap();
  await officer.page.getByText("马建国").waitFor();
  await button(officer, "准备好了").tap();
  await button(officer, "每天9点到18点").tap();
  await button(officer, "确定准备好了").tap();
  await button(officer, "交到手里了").waitFor();

  // The keeper hands it over against the code on the worker's phone; a wrong one is refused.
  await openTab(worker);
  const code = await codeShownTo(worker);
  await keeper.page.goto("/#/keeper/wishes/index");
  await keeper.page.getByRole("textbox", { name: "他的取货码" }).fill(code === "AAAAAA" ? "CCCCCC" : "AAAAAA");
  await button(keeper, /^对码，交给他/).tap();
  await keeper.page.getByText(/取货码不对/).waitFor();
  await keeper.page.getByRole("textbox", { name: "他的取货码" }).fill(code);
  await button(keeper, /^对码，交给他/).tap();
  await keeper.page.getByText("✓ 码对，交给他吧").waitFor();

  // It is the wrong thing: the worker says so, once, and it is made good.
  await openTab(worker);
  await button(worker, /^说说拿到没有/).tap();
  await worker.page.getByText(/^孙干部 · 今天/).waitFor();
  await button(worker, "不对，没拿到").tap();
  await button(worker, "东西不对").tap();
  await button(worker, "告诉工会，重新办").tap();
  await worker.page.getByText("说了不对，重新办").waitFor();
  await officer.page.reload();
  await button(officer, "准备好了").tap();
  await button(officer, "确定准备好了").tap();
  await button(officer, "交到手里了").tap();
  await button(officer, "确定交到手里了").tap();
  await officer.page.getByText("等本人确认").waitFor();

  await worker.page.reload();
  expect(await button(worker, "不对，没拿到").count()).toBe(0);
  await button(worker, "拿到了，谢谢").tap();
  await button(worker, "很好").tap();
  await button(worker, "告诉工会").tap();
  await worker.page.getByText("评价了").waitFor();

  // Everybody reads the officer's card, and the number opens the wish behind it.
  const stranger = await openVisitor({ serverTime: beijing("2026-12-03T11:00") });
  await stranger.page.goto("/#/pages/wishes/index");
  await stranger.page.getByText("骑手 · 心愿街：一副防寒手套").waitFor();
  await officer.page.goto("/#/union/wish-figures/index");
  await button(officer, "按驿站").tap();
  await button(officer, "心愿街驿站，已办结 1 个，看是哪些").tap();
  await button(officer, /^看和办：防寒鞋服/).waitFor();
});

async function codeShownTo({ page }: Visitor): Promise<string> {
  const shown = page.locator(".pickup-code-letters");
  await shown.waitFor();
  return ((await shown.textContent()) ?? "").replace(/\s/g, "");
}

test("a wish made without network is kept, and sent exactly once when there is network again", async () => {
  const worker = await openVisitor({ expectedComplaint: /ERR_INTERNET_DISCONNECTED/ });
  const token = await givenSignIn(worker, "worker", newWorker());
  await worker.page.goto("/#/pages/wishes/index");
  await worker.page.getByRole("heading", { name: "办好的心愿" }).waitFor();
  await button(worker, "许个心愿").tap();
  await fillForm(worker, "想要一双防水的鞋");
  await worker.context.setOffline(true);
  await button(worker, "许愿").tap();
  await worker.page.getByText("没网，先记下了").waitFor();
  await worker.context.setOffline(false);
  await worker.page.getByText(/^工会最迟 /).waitFor();
  const { wishes } = await ask<MyWishes>("GET", "/wishes/mine", token);
  expect(wishes.map(({ text }) => text)).toEqual(["想要一双防水的鞋"]);
});

test("what was written is still there after the page was closed, and gone once it is sent", async () => {
  const worker = await openVisitor();
  await givenSignIn(worker, "worker", newWorker());
  await worker.page.goto("/#/visitor/make-wish/index");
  await fillForm(worker, "写到一半电话来了");
  await worker.page.reload();
  const words = worker.page.getByRole("textbox", { name: /^想要什么/ });
  await words.waitFor();
  expect(await words.inputValue()).toBe("写到一半电话来了");
  await button(worker, "许愿").tap();
  await worker.page.getByText(/^工会最迟 /).waitFor();
  await worker.page.goto("/#/visitor/make-wish/index");
  await worker.page.reload();
  await words.waitFor();
  expect(await words.inputValue()).toBe("");
});

test("wages that are owed are led to 12351 before anything is sent", async () => {
  const worker = await openVisitor();
  await givenSignIn(worker, "worker", newWorker());
  await worker.page.goto("/#/visitor/make-wish/index");
  await fillForm(worker, "老板欠我三个月工资不给");
  await button(worker, "许愿").tap();
  await button(worker, "打 12351 工会热线").waitFor();
  expect(worker.asked.filter((address) => address.endsWith("/api/wishes"))).toEqual([]);
  await button(worker, "留个记录，转给工会热线").tap();
  await worker.page.getByText(/^转给12351/).waitFor();
});

test("an officer approves several wishes at once", async () => {
  const officer = await openVisitor();
  const station = await givenStationOf("批量街驿站");
  for (const text of ["想要一个头盔", "想要一件反光衣"]) {
    const token = await tokenOf({ as: "worker", name: newWorker() });
    await ask("POST", "/wishes", token, { category: "vehicle_gear", text, stationId: station.id });
  }
  await givenSignIn(officer, "officer", "孙干部");
  await officer.page.goto(`/#/union/wishes/index?stationId=${station.id}`);
  await button(officer, "选上：车辆装备 · 想要一个头盔").tap();
  await button(officer, "选上：车辆装备 · 想要一件反光衣").tap();
  await button(officer, "同意选上的 2 个").tap();
  await officer.page.getByText("✓ 2 个办好了").waitFor();
});
