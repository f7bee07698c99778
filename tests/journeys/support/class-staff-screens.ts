import { ask } from "./ask.js";
import { APPEALS, ROSTER_OF_EVERY_KIND } from "./class-answers.js";
import { answering, givenClass, givenSignIn } from "./classes.js";
import type { Screen } from "./screens.js";
import type { Visitor } from "./visitor.js";

const button = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });

async function asOfficer(visitor: Visitor, path: string): Promise<void> {
  await givenSignIn(visitor, "officer");
  await visitor.page.goto(`/#/${path}`);
}

async function courseOf(sessionId: string): Promise<string> {
  const { courseId } = await ask<{ courseId: string }>("GET", `/classes/${sessionId}`, null);
  return courseId;
}

/** The pages of the classes for who holds them, in every state that looks different. */
export const CLASS_STAFF_SCREENS: readonly Screen[] = [
  {
    name: "hall, classes",
    show: async (visitor) => {
      await givenClass();
      await asOfficer(visitor, "keeper/classes/index");
      await button(visitor, "点名：零基础广场舞").first().waitFor();
    },
  },
  {
    name: "hall, roster",
    show: async (visitor) => {
      await answering(visitor, "**/api/classes/*/roster", ROSTER_OF_EVERY_KIND);
      await asOfficer(visitor, "keeper/roster/index?id=cs_screen_1");
      await visitor.page.getByRole("heading", { name: "在排队的 2 人" }).waitFor();
    },
  },
  {
    name: "hall, screen",
    show: async (visitor) => {
      const id = await givenClass();
      await asOfficer(visitor, `keeper/screen/index?id=${id}`);
      await visitor.page.getByText("18:30–19:15 签到").waitFor();
      await visitor.page.getByRole("img", { name: "签到二维码" }).waitFor();
    },
  },
  {
    name: "union, courses",
    show: async (visitor) => {
      await givenClass();
      await asOfficer(visitor, "union/courses/index");
      await button(visitor, "导出签到表").click();
      await button(visitor, /^看和改/)
        .first()
        .waitFor();
    },
  },
  {
    name: "union, a course to add",
    show: async (visitor) => {
      await asOfficer(visitor, "union/course/index");
      await button(visitor, "这门课要用自己的规矩").click();
      await button(visitor, "排进课表").click();
      await visitor.page.getByRole("alert").waitFor();
    },
  },
  {
    name: "union, a course to change",
    show: async (visitor) => {
      const course = await courseOf(await givenClass());
      await asOfficer(visitor, `union/course/index?id=${course}`);
      await visitor.page.getByRole("heading", { name: "改这门课" }).waitFor();
    },
  },
  {
    name: "union, which sessions to change",
    show: async (visitor) => {
      const course = await courseOf(await givenClass());
      await asOfficer(visitor, `union/course/index?id=${course}`);
      await button(visitor, "存下来").click();
      await button(visitor, "从某一节起").click();
      await visitor.page.getByText("从哪一节起？").waitFor();
    },
  },
  {
    name: "union, one date",
    show: async (visitor) => {
      const id = await givenClass();
      await givenClass({ title: "另一节广场舞" });
      await asOfficer(visitor, `union/session/index?id=${id}`);
      await button(visitor, "看看能并到哪一节").click();
      await button(visitor, /另一节广场舞/)
        .first()
        .waitFor();
    },
  },
  {
    name: "union, cancelling a date",
    show: async (visitor) => {
      await asOfficer(visitor, `union/session/index?id=${await givenClass()}`);
      await button(visitor, "老师有事").click();
      await button(visitor, "取消这一节").click();
      await button(visitor, "取消，通知大家").waitFor();
    },
  },
  {
    name: "union, a hall to add",
    show: async (visitor) => {
      await asOfficer(visitor, "union/hall/index");
      await visitor.page.getByLabel("叫什么").waitFor();
    },
  },
  {
    name: "union, appeals",
    show: async (visitor) => {
      await answering(visitor, "**/api/appeals", APPEALS);
      await asOfficer(visitor, "union/appeals/index");
      await button(visitor, "不算缺课：王姐").waitFor();
    },
  },
];
