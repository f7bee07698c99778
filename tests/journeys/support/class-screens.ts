import { beijing } from "../../support/given.js";
import { ask, tokenOf } from "./ask.js";
import { BOOKINGS_OF_EVERY_KIND } from "./class-answers.js";
import { answering, givenClass, givenSignIn } from "./classes.js";
import { chip } from "./nearby.js";
import type { Screen } from "./screens.js";
import { setServerClock, type Visitor } from "./visitor.js";

const TIMETABLE = "/#/pages/classes/index";
const refusal = (code: string) => ({ error: { code, message: "", requestId: "rq_0123456789abcdef" } });
const button = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });

async function openTimetable(visitor: Visitor): Promise<void> {
  await givenClass();
  await givenClass({ title: "满了的声乐课，名字长得一行写不下", category: "vocal", capacity: 1 });
  await visitor.page.goto(TIMETABLE);
  await button(visitor, /零基础广场舞/)
    .first()
    .waitFor();
}

async function openClass({ page }: Visitor, id: string): Promise<void> {
  await page.goto(`/#/visitor/class/index?id=${id}`);
  await page.getByRole("heading", { name: "在哪里上" }).waitFor();
}

/** At a class of this evening, signed in, about to book. */
async function beforeBooking(visitor: Visitor): Promise<void> {
  const id = await givenClass();
  await givenSignIn(visitor, "worker", "要报名的杨师傅");
  await openClass(visitor, id);
}

async function openMyBookings(visitor: Visitor): Promise<void> {
  await givenSignIn(visitor, "worker", "报了很多的吴师傅");
  await answering(visitor, "**/api/bookings/mine", BOOKINGS_OF_EVERY_KIND);
  await visitor.page.goto("/#/visitor/bookings/index");
  await visitor.page.getByRole("heading", { name: "以前的" }).waitFor();
}

/** At the hall, half an hour before. */
async function openCheckIn(visitor: Visitor): Promise<{ id: string; token: string }> {
  const id = await givenClass();
  const token = await givenSignIn(visitor, "worker", "来上课的何师傅");
  await ask("POST", `/classes/${id}/booking`, token);
  await setServerClock(beijing("2026-11-18T18:40"));
  await visitor.page.goto(`/#/visitor/check-in/index?id=${id}`);
  await visitor.page.getByLabel("输入教室屏幕上的数字").waitFor();
  return { id, token };
}

/** The pages of the classes for who comes, in every state that looks different. */
export const CLASS_SCREENS: readonly Screen[] = [
  { name: "classes, timetable", show: openTimetable },
  {
    name: "classes, nearest first",
    show: async (visitor) => {
      await openTimetable(visitor);
      await button(visitor, "用我的位置").click();
      await visitor.page.getByText("离你近的在前").waitFor();
    },
  },
  {
    name: "classes, nothing left by the chips",
    show: async (visitor) => {
      await openTimetable(visitor);
      await chip(visitor.page, "上午").click();
      await visitor.page.getByRole("heading", { name: "这三周没有合适的课" }).waitFor();
    },
  },
  {
    name: "classes, nothing planned",
    show: async (visitor) => {
      await answering(visitor, "**/api/classes?*", { sessions: [], asOf: new Date(beijing("2026-11-18T10:00")) });
      await visitor.page.goto(TIMETABLE);
      await visitor.page.getByRole("heading", { name: "这三周还没排课" }).waitFor();
    },
  },
  {
    name: "classes, looking",
    show: async ({ page }) => {
      await page.route("**/api/classes?*", () => undefined);
      await page.goto(TIMETABLE);
      await page.getByRole("status", { name: "正在找" }).waitFor();
    },
  },
  {
    name: "classes, no network",
    options: { expectedComplaint: /ERR_INTERNET_DISCONNECTED/ },
    show: async (visitor) => {
      await openTimetable(visitor);
      await visitor.page.getByRole("link", { name: "我的" }).click();
      await visitor.context.setOffline(true);
      await visitor.page.getByRole("link", { name: "课程" }).click();
      await visitor.page.getByText(/没网。这是今天/).waitFor();
    },
  },
  {
    name: "classes, server error",
    options: { expectedComplaint: /status of 500/ },
    show: async ({ page }) => {
      await page.route("**/api/classes?*", (route) => route.fulfill({ status: 500, json: refusal("internal") }));
      await page.goto(TIMETABLE);
      await page.getByRole("heading", { name: "我们这边出了问题" }).waitFor();
    },
  },
  {
    name: "class",
    show: async (visitor) => openClass(visitor, await givenClass()),
  },
  {
    name: "class, signing in to book",
    show: async (visitor) => {
      await openClass(visitor, await givenClass());
      await button(visitor, "报名").click();
      await button(visitor, "示例职工").waitFor();
    },
  },
  {
    name: "class, a seat kept",
    show: async (visitor) => {
      const id = await givenClass({ capacity: 1 });
      const first = await tokenOf({ as: "worker", name: "先报的小王" });
      const waiting = await givenSignIn(visitor, "worker", "在等的小丁");
      await ask("POST", `/classes/${id}/booking`, first);
      await ask("POST", `/classes/${id}/booking`, waiting);
      await ask("DELETE", `/classes/${id}/booking`, first);
      await openClass(visitor, id);
      await button(visitor, "我要这个名额").waitFor();
    },
  },
  {
    name: "class, booked",
    show: async (visitor) => {
      await beforeBooking(visitor);
      await button(visitor, "报名").click();
      await visitor.page.getByText("你报上了").waitFor();
    },
  },
  {
    name: "class, refused",
    options: { expectedComplaint: /status of 409/ },
    show: async (visitor) => {
      await beforeBooking(visitor);
      await visitor.page.route("**/booking", (route) =>
        route.fulfill({ status: 409, json: refusal("booking_paused") }),
      );
      await button(visitor, "报名").click();
      await visitor.page.getByRole("alert").waitFor();
    },
  },
  {
    name: "class, no network",
    options: { expectedComplaint: /ERR_INTERNET_DISCONNECTED/ },
    show: async (visitor) => {
      await beforeBooking(visitor);
      await visitor.context.setOffline(true);
      await button(visitor, "报名").click();
      await visitor.page.getByText("没网，没报上").waitFor();
    },
  },
  {
    name: "class, gone",
    options: { expectedComplaint: /404/ },
    show: async ({ page }) => {
      await page.goto("/#/visitor/class/index?id=cs_gone");
      await page.getByRole("heading", { name: "没有这节课了" }).waitFor();
    },
  },
  { name: "my bookings", show: openMyBookings },
  {
    name: "my bookings, paused",
    show: async (visitor) => {
      await givenSignIn(visitor, "worker", "停报的纳师傅");
      const absences = { count: 3, pausedUntil: new Date(beijing("2026-12-11T20:30")), warned: true };
      await answering(visitor, "**/api/bookings/mine", { ...BOOKINGS_OF_EVERY_KIND, bookings: [], absences });
      await visitor.page.goto("/#/visitor/bookings/index");
      await visitor.page.getByText(/停报到 12月11日/).waitFor();
    },
  },
  {
    name: "my bookings, giving one up",
    options: { expectedComplaint: /404/ },
    show: async (visitor) => {
      await openMyBookings(visitor);
      await button(visitor, "取消报名：零基础广场舞").click();
      await visitor.page.getByRole("dialog", { name: "取消这节课？" }).waitFor();
    },
  },
  {
    name: "my bookings, explaining an absence",
    show: async (visitor) => {
      await openMyBookings(visitor);
      await button(visitor, /^有原因，说明一下/).click();
      await visitor.page.getByLabel("为什么没来，说一句").waitFor();
    },
  },
  {
    name: "my bookings, signed out",
    show: async ({ page }) => {
      await page.goto("/#/visitor/bookings/index");
      await page.getByRole("button", { name: "示例职工" }).waitFor();
    },
  },
  { name: "check-in", show: async (visitor) => void (await openCheckIn(visitor)) },
  {
    name: "check-in, a wrong code",
    options: { expectedComplaint: /status of 409/ },
    show: async (visitor) => {
      await openCheckIn(visitor);
      await visitor.page.route("**/check-in", (route) =>
        route.fulfill({ status: 409, json: refusal("check_in_code_wrong") }),
      );
      await visitor.page.getByLabel("输入教室屏幕上的数字").fill("000000");
      await button(visitor, "签到").click();
      await visitor.page.getByRole("alert").waitFor();
    },
  },
  {
    name: "check-in, done",
    show: async (visitor) => {
      const { id } = await openCheckIn(visitor);
      const officer = await tokenOf({ as: "officer" });
      const { code } = await ask<{ code: string }>("GET", `/classes/${id}/check-in-code`, officer);
      await visitor.page.getByLabel("输入教室屏幕上的数字").fill(code);
      await button(visitor, "签到").click();
      await visitor.page.getByText("✓ 签到好了").waitFor();
    },
  },
];
