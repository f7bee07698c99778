import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { deadlineWords } from "../../../../../miniapp/src/features/trust/trust-words.js";
import TasksPage from "../../../../../miniapp/src/keeper/tasks/index.js";
import type { TaskItem, TaskList } from "../../../../../shared/trust/report-answer.js";
import { cst, cstText, reply } from "../../../support/given.js";
import { refusal } from "../../../support/given-sign-in.js";
import Taro, { newPhone } from "../../../support/taro.js";

const NOW = "2026-03-03T10:00";

beforeEach(() => {
  cleanup();
  newPhone();
  Taro.request.mockReset();
});

const givenTask = (changed: Partial<TaskItem> = {}): TaskItem => ({
  id: "tk_given0001",
  stationId: "st_given",
  stationName: "丽景街驿站",
  kind: "amenity_broken",
  amenity: "microwave",
  state: "new",
  wasReopened: false,
  done: null,
  createdAt: cstText("2026-03-02T08:00"),
  changedAt: cstText("2026-03-02T08:00"),
  reports: 2,
  atDoor: 1,
  notes: ["不热"],
  uncheckedNotes: [],
  dueAt: cstText("2026-03-09T08:00"),
  overdue: false,
  assignee: null,
  waitsUntil: null,
  remindedAt: null,
  ...changed,
});

interface Asked {
  method: string;
  url: string;
  data: object;
}

function givenTasks(...tasks: TaskItem[]) {
  Taro.request.mockImplementation(async ({ method }: Asked) =>
    method === "GET"
      ? reply(200, { asOf: cstText(NOW), tasks, nextCursor: null, brakeSince: null })
      : reply(200, { id: tasks[0]?.id, state: "resolved" }),
  );
}

const writes = () => Taro.request.mock.calls.map(([asked]) => asked as Asked).filter(({ method }) => method !== "GET");

it("says of each task what it is, how many say so, and until when it should be answered", async () => {
  givenTasks(
    givenTask({
      id: "tk_late00001",
      kind: "door_closed",
      amenity: null,
      dueAt: cstText("2026-03-03T08:00"),
      overdue: true,
    }),
    givenTask(),
    givenTask({ id: "tk_done00001", state: "resolved", done: "换了一台", dueAt: null }),
  );
  render(<TasksPage />);
  await screen.findByText("今天 08:00 就该办好，已经超期");
  expect(screen.getByText("丽景街驿站 · 门关着")).toBeTruthy();
  expect(screen.getByText("请在 周一 8:00 前处理")).toBeTruthy();
  expect(screen.getAllByText("丽景街驿站 · 微波炉坏了")).toHaveLength(2);
  expect(screen.getByText("说好了，等对方看：换了一台")).toBeTruthy();
});

it("says whose it is, what is waited for, and that the union asked for it", async () => {
  givenTasks(
    givenTask({
      assignee: { id: "us_colleague", name: "李站长" },
      waitsUntil: "2026-03-08",
      remindedAt: cstText("2026-03-03T09:30"),
    }),
  );
  render(<TasksPage />);
  await screen.findByText("交给李站长办");
  expect(screen.getByText("等配件，3月8日到")).toBeTruthy();
  expect(screen.getByText("工会今天 09:30催过")).toBeTruthy();
});

it("answers in one tap, or in the person's own words", async () => {
  givenTasks(givenTask());
  render(<TasksPage />);
  fireEvent.click(await screen.findByRole("button", { name: "修好了" }));
  await waitFor(() => expect(writes()).toHaveLength(1));
  fireEvent.input(await screen.findByLabelText("做了什么(可以不填)"), { target: { value: "换了保险丝" } });
  fireEvent.click(screen.getByRole("button", { name: "修好了" }));
  await waitFor(() => expect(writes()).toHaveLength(2));
  expect(writes().map(({ url, data }) => [url, data])).toEqual([
    ["/api/tasks/tk_given0001/resolve", { done: "修好了", amenityWorks: true }],
    ["/api/tasks/tk_given0001/resolve", { done: "换了保险丝", amenityWorks: true }],
  ]);
});

it("asks for all of them, or those with something left to do", async () => {
  givenTasks();
  render(<TasksPage />);
  await screen.findByText("没有要处理的");
  const asked = () => Taro.request.mock.calls.at(-1)?.[0].data;
  expect(asked()).toEqual({ state: "open" });
  fireEvent.click(screen.getByRole("button", { name: "全部" }));
  await waitFor(() => expect(asked()).toEqual({}));
});

it("goes on where the page before ended, and says so when that fails", async () => {
  const page = (task: TaskItem, nextCursor: string | null): TaskList => ({
    asOf: cstText(NOW),
    tasks: [task],
    nextCursor,
    brakeSince: null,
  });
  Taro.request.mockResolvedValueOnce(reply(200, page(givenTask(), "next")));
  render(<TasksPage />);
  Taro.request.mockResolvedValueOnce(reply(503, refusal("redis_down")));
  fireEvent.click(await screen.findByRole("button", { name: "看后面的" }));
  await screen.findByText(/过一会儿再试/);
  Taro.request.mockResolvedValueOnce(
    reply(200, page(givenTask({ id: "tk_second001", stationName: "银虹驿站" }), null)),
  );
  fireEvent.click(screen.getByRole("button", { name: "看后面的" }));
  await screen.findByText("银虹驿站 · 微波炉坏了");
  expect(screen.getByText("丽景街驿站 · 微波炉坏了")).toBeTruthy();
  expect(Taro.request.mock.calls.at(-1)?.[0].data).toEqual({ state: "open", cursor: "next" });
  expect(screen.queryByRole("button", { name: "看后面的" })).toBeNull();
});

it("shows anybody else the way to sign in", async () => {
  Taro.request.mockResolvedValue(reply(403, refusal("not_allowed")));
  render(<TasksPage />);
  await screen.findByRole("button", { name: "用手机微信登录" });
});

it("lets an officer take away in one action what people without a name piled up, and a keeper not", async () => {
  givenTasks(givenTask());
  const { keepSignIn } = await import("../../../../../miniapp/src/features/people/sign-in.js");
  const as = (role: "keeper" | "officer") =>
    keepSignIn({ token: "a-token", user: { id: "us_12345678", name: "李", roles: [role], stationIds: [], reach: [] } });
  as("keeper");
  render(<TasksPage />);
  await screen.findByText("丽景街驿站 · 微波炉坏了");
  expect(screen.queryByRole("button", { name: "一次撤掉乱报的" })).toBeNull();
  cleanup();
  as("officer");
  render(<TasksPage />);
  fireEvent.click(await screen.findByRole("button", { name: "一次撤掉乱报的" }));
  Taro.request.mockResolvedValueOnce(reply(200, { dismissed: 37, isMore: false }));
  fireEvent.click(screen.getByRole("button", { name: "最近 1 小时报的" }));
  await screen.findByText("撤掉了 37 件");
  const sent = Taro.request.mock.calls.find(([{ method }]) => method === "POST")?.[0];
  expect(sent?.url).toContain("/api/tasks/dismiss");
});

it("tells an officer that the brake is on", async () => {
  Taro.request.mockResolvedValue(
    reply(200, { asOf: cstText(NOW), tasks: [], nextCursor: null, brakeSince: cstText(NOW) }),
  );
  render(<TasksPage />);
  await screen.findByText("可能有人乱报", { exact: false });
});

describe("a deadline", () => {
  it.each([
    ["2026-03-03T18:00", "请在 18:00 前处理"],
    ["2026-03-04T10:00", "请在 明天 10:00 前处理"],
    ["2026-03-03T10:00", "今天 10:00 就该办好，已经超期"],
    ["2026-03-02T19:02", "昨天 19:02 就该办好，已经超期"],
    ["2026-02-19T19:02", "12 天前 就该办好，已经超期"],
  ])("at %s: %s", (dueAt, words) => {
    expect(deadlineWords(cst(dueAt), cst(NOW))).toBe(words);
  });
});
