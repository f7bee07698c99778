import { expect, test } from "vitest";
import { beijing } from "../support/given.js";
import { ask, tokenOf } from "./support/ask.js";
import { givenClass, givenSignIn } from "./support/classes.js";
import { COMMUNITY } from "./support/town.js";
import { openVisitor, setServerClock, type Visitor } from "./support/visitor.js";

function button({ page }: Visitor, name: string | RegExp) {
  return page.getByRole("button", { name, exact: typeof name === "string" });
}

async function openClass({ page }: Visitor, id: string): Promise<void> {
  await page.goto(`/#/visitor/class/index?id=${id}`);
  await page.getByRole("heading", { name: "在哪里上" }).waitFor();
}

test("a full class, a waitlist, a seat given back, offered and taken, and a check-in by the hall's code", async () => {
  // All are there before it happens: opening a phone sets the clock.
  const [li, wang, officer] = [await openVisitor(), await openVisitor(), await openVisitor()];
  const id = await givenClass({ title: "只有一个座位的舞蹈课", capacity: 1 });

  // Li finds it in the timetable, reads the rules, and is asked to sign in only now.
  await li.page.goto("/");
  await li.page.getByRole("link", { name: "课程" }).tap();
  await button(li, /只有一个座位的舞蹈课/).tap();
  await li.page.getByText("每人最多报 2 节、排 2 节。").waitFor();
  await button(li, "报名").tap();
  // The booking goes on by itself once somebody is signed in.
  await button(li, "示例职工").tap();
  await li.page.getByText(/^✓ 报上了，你是 \d+ 号$/).waitFor();
  await li.page.getByRole("main").getByText("你报上了").waitFor();

  await givenSignIn(wang, "worker", "王师傅");
  await openClass(wang, id);
  await wang.page.getByText("满了，可以排队").waitFor();
  await button(wang, "排队等名额").tap();
  await wang.page.getByText("你排在第 1 位").waitFor();

  // Li cannot come after all.
  await button(li, /^取消报名/).tap();
  await li.page.getByText("不算缺课。名额会让给排队的人。").waitFor();
  await li.page.getByRole("dialog").getByRole("button", { name: "取消报名" }).tap();
  await button(li, "排队等名额").waitFor();

  // The seat is kept for Wang, who takes it from 我报的课.
  await wang.page.goto("/#/pages/me/index");
  await button(wang, /^我报的课/).tap();
  await wang.page.getByText(/有名额留给你，12:00 前要点/).waitFor();
  await button(wang, /^我要这个名额/).tap();
  await wang.page.getByText("你报上了").waitFor();

  // In the evening the hall's screen shows a code, which Wang types.
  await setServerClock(beijing("2026-11-18T18:40"));
  await givenSignIn(officer, "officer");
  await officer.page.goto(`/#/keeper/screen/index?id=${id}`);
  const code = (await officer.page.locator(".hall-screen-digits").textContent()) ?? "";
  expect(code).toMatch(/^\d{6}$/);
  await wang.page.reload();
  await button(wang, /^去签到/).tap();
  await wang.page.getByLabel("输入教室屏幕上的数字").fill(code);
  await button(wang, "签到").tap();
  await wang.page.getByText("✓ 签到好了").waitFor();

  await officer.page.goto(`/#/keeper/roster/index?id=${id}`);
  await officer.page.getByText(/18:4\d 到了 · 自己签的/).waitFor();
  await officer.page.getByText("到了 1 人，报了 1 人").waitFor();
});

test("the seat is confirmed where the eye is, also on a small phone in large text", async () => {
  const worker = await openVisitor();
  const id = await givenClass({ title: "小屏幕上报的课" });
  await givenSignIn(worker, "worker", "小屏幕的丁师傅");
  await worker.page.setViewportSize({ width: 375, height: 667 });
  await worker.page.goto("/#/pages/me/index");
  await button(worker, /^大字/).tap();
  await openClass(worker, id);
  await button(worker, "报名").scrollIntoViewIfNeeded();
  await button(worker, "报名").tap();
  const told = worker.page.getByText(/^✓ 报上了，你是 \d+ 号$/);
  await told.waitFor();
  expect(await worker.page.locator(".page.class.large-text").count()).toBe(1);
  const box = await told.boundingBox();
  expect(box).not.toBeNull();
  expect([
    box && box.x >= 0,
    box && box.y >= 0,
    box && box.x + box.width <= 375,
    box && box.y + box.height <= 667,
  ]).toEqual([true, true, true, true]);
  await button(worker, "知道了").tap();
  await told.waitFor({ state: "detached" });
});

test("the QR of the hall's screen checks somebody in by itself", async () => {
  const [worker, officer] = [await openVisitor(), await openVisitor()];
  const id = await givenClass({ title: "扫码签到的课" });
  const token = await givenSignIn(worker, "worker", "扫码的马师傅");
  await ask("POST", `/classes/${id}/booking`, token);
  await setServerClock(beijing("2026-11-18T18:40"));
  await givenSignIn(officer, "officer");
  const { url } = await ask<{ url: string }>("GET", `/classes/${id}/check-in-code`, await tokenOf({ as: "officer" }));
  await worker.page.goto(`/${new URL(url).hash}`);
  await worker.page.getByText("✓ 签到好了").waitFor();
});

test("a booking that the network loses is said not to be one, and the next tap makes one", async () => {
  const worker = await openVisitor({ expectedComplaint: /ERR_|net::/ });
  const id = await givenClass({ title: "信号不好也能报的课" });
  const token = await givenSignIn(worker, "worker", "信号不好的丁师傅");
  await openClass(worker, id);
  let sent = 0;
  await worker.page.route("**/booking", async (route) => {
    sent += 1;
    // The first arrives, and its answer is lost on the way.
    const answer = await route.fetch();
    if (sent === 1) await route.abort();
    else await route.fulfill({ response: answer });
  });
  await button(worker, "报名").tap();
  await worker.page.getByText("没网，没报上").waitFor();
  await button(worker, "再试一次").tap();
  await worker.page.getByText("你报上了").waitFor();
  const { bookings } = await ask<{ bookings: unknown[] }>("GET", "/bookings/mine", token);
  expect(bookings).toHaveLength(1);
});

test("the timetable is there without network, and says from when it is", async () => {
  const visitor = await openVisitor({ expectedComplaint: /ERR_INTERNET_DISCONNECTED/ });
  await givenClass({ title: "没网也看得到的课" });
  await visitor.page.goto("/#/pages/classes/index");
  await button(visitor, /没网也看得到的课/).waitFor();
  await visitor.page.getByRole("link", { name: "我的" }).tap();
  await visitor.context.setOffline(true);
  await visitor.page.getByRole("link", { name: "课程" }).tap();
  await visitor.page.getByText(/没网。这是今天 10:0\d 看到的课表/).waitFor();
  await button(visitor, /没网也看得到的课/).waitFor();
});

test("the nearest hall comes first once the phone may say where it is, and nobody is asked twice", async () => {
  const visitor = await openVisitor();
  await givenClass({ title: "远处的早课", venueId: await stationNamed("德胜驿站"), schedule: tonightAt("18:00") });
  await givenClass({ title: "近处的晚课", schedule: tonightAt("20:00") });
  await visitor.page.goto("/#/pages/classes/index");
  const titles = () => visitor.page.locator(".session-title", { hasText: /远处的早课|近处的晚课/ }).allTextContents();
  await button(visitor, /近处的晚课/).waitFor();
  expect(await titles()).toEqual(["远处的早课", "近处的晚课"]);
  await button(visitor, "用我的位置").tap();
  await visitor.page.getByText("离你近的在前").waitFor();
  expect(await titles()).toEqual(["近处的晚课", "远处的早课"]);
  expect(visitor.asked.filter((address) => address.includes("latitude"))).toEqual([]);
  await visitor.page.getByRole("link", { name: "附近" }).tap();
  await visitor.page.getByRole("heading", { name: COMMUNITY }).waitFor();
});

test("an officer adds a course, and cancels its date for everybody", async () => {
  const [officer, worker] = [await openVisitor(), await openVisitor()];
  const id = await givenClass({ title: "要取消的课" });
  const token = await givenSignIn(worker, "worker", "白等一场的纳师傅");
  await ask("POST", `/classes/${id}/booking`, token);
  await givenSignIn(officer, "officer");
  await officer.page.goto("/#/pages/me/index");
  await button(officer, /^管课程/).tap();
  await button(officer, "看和改：要取消的课").tap();
  await button(officer, /^取消或调课/).tap();
  await button(officer, "老师有事").tap();
  await button(officer, "取消这一节").tap();
  await officer.page.getByText(/报了的 1 人和排队的 0 人都会收到通知/).waitFor();
  await button(officer, "取消，通知大家").tap();
  await officer.page.getByText("取消原因：老师有事").waitFor();
  await worker.page.goto("/#/visitor/bookings/index");
  await worker.page.getByText("这节取消了，不算缺课").waitFor();
  await worker.page.getByText("取消原因：老师有事").waitFor();
});

function tonightAt(startsAt: string) {
  return { kind: "dates" as const, dates: [{ date: "2026-11-18", startsAt, durationMinutes: 90 }] };
}

async function stationNamed(name: string): Promise<string> {
  const { stations } = await ask<{ stations: { id: string; name: string }[] }>("GET", "/stations", null);
  const found = stations.find((station) => station.name === name);
  if (found === undefined) throw new Error(`the town has no ${name}`);
  return found.id;
}
