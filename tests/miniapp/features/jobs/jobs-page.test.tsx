import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { everyWords } from "../../../../miniapp/src/features/jobs/job-words.js";
import JobsPage from "../../../../miniapp/src/union/jobs/index.js";
import type { JobList } from "../../../../shared/jobs/job-answer.js";
import { cstText, reply } from "../../support/given.js";
import { refusal } from "../../support/given-sign-in.js";
import Taro, { newPhone, pullDownPage } from "../../support/taro.js";

beforeEach(() => {
  cleanup();
  newPhone();
  Taro.request.mockReset();
});

type JobItem = JobList["jobs"][number];
const done: JobItem["latest"] = {
  startedAt: cstText("2026-03-03T09:59"),
  outcome: "done",
  changed: 3,
  doneAt: cstText("2026-03-03T09:59"),
};
const givenJob = (changed: Partial<JobItem> = {}): JobItem => ({
  name: "send-messages",
  title: "发送微信提醒",
  everyMinutes: 1,
  latest: done,
  isLate: false,
  ...changed,
});
const quiet: JobList["messages"] = {
  isConfigured: true,
  waiting: 0,
  waitingSince: null,
  isLate: false,
  sent: 0,
  declined: 0,
  failed: 0,
  unknown: 0,
  notSendable: 0,
};
const NO_ERRORS: JobList["clientErrors"] = { days: 7, total: 0, kinds: [] };
const givenList = (
  jobs: JobItem[],
  messages: Partial<JobList["messages"]> = {},
  clientErrors = NO_ERRORS,
): JobList => ({
  asOf: cstText("2026-03-03T10:00"),
  jobs,
  messages: { ...quiet, ...messages },
  clientErrors,
});
const show = (list: JobList) => {
  Taro.request.mockResolvedValue(reply(200, list));
  render(<JobsPage />);
};

it("says how often the program failed on phones, and on which page", async () => {
  const error: JobList["clientErrors"]["kinds"][number] = {
    kind: "error",
    message: "TypeError: x",
    stack: "",
    page: "/pages/nearby/index",
    version: "0.1.0",
    platform: "wechat",
    count: 19,
  };
  show(givenList([givenJob()], {}, { days: 7, total: 21, kinds: [error] }));
  await screen.findByText("一共 21 次。请把这一页转给管服务器的人。");
  expect(screen.getByText("19 次，微信 0.1.0 版，在 /pages/nearby/index")).toBeTruthy();
  expect(screen.getByText("TypeError: x")).toBeTruthy();
});

it("says that all is well, when each job last ran and what it did", async () => {
  show(
    givenList([
      givenJob(),
      givenJob({ name: "daily", title: "清掉旧记录", everyMinutes: 1_440, latest: { ...done, changed: 0 } }),
    ]),
  );
  await screen.findByText("✓ 都按时跑着");
  expect(screen.getByText("今天 09:59 跑过，处理了 3 条")).toBeTruthy();
  expect(screen.getByText("今天 09:59 跑过，没有要处理的")).toBeTruthy();
  expect(screen.getByText("每分钟跑一次")).toBeTruthy();
  expect(screen.getByText("没有要发的提醒")).toBeTruthy();
});

it("warns of jobs that did not run in time, and tells whom to ask", async () => {
  const failed = { ...done, outcome: "failed" as const, changed: 0, doneAt: cstText("2026-03-02T19:02") };
  show(
    givenList([
      givenJob({ isLate: true, latest: failed }),
      givenJob({ name: "b", title: "清掉旧记录", isLate: true, latest: null }),
      givenJob({ name: "c", title: "新的任务", isLate: true, latest: { ...failed, doneAt: null } }),
    ]),
  );
  await screen.findByText(/有定时任务没按时跑.*管服务器的人/);
  expect(screen.getByText("今天 09:59 没跑成，上次跑成是昨天 19:02")).toBeTruthy();
  expect(screen.getByText("还没跑过")).toBeTruthy();
  expect(screen.getByText("今天 09:59 没跑成，从没跑成过")).toBeTruthy();
  expect(screen.getAllByText("! 没按时跑")).toHaveLength(3);
});

it("tells what became of the messages, and of those that wait for too long", async () => {
  show(
    givenList([givenJob()], {
      waiting: 4,
      waitingSince: cstText("2026-03-03T08:00"),
      isLate: true,
      sent: 20,
      declined: 5,
      failed: 1,
      unknown: 2,
      notSendable: 3,
    }),
  );
  await screen.findByText("4 条等着发，最早的从今天 08:00 等到现在");
  for (const line of [
    /^20 条发出去了/,
    /^5 条没发，对方没同意/,
    /^1 条没发成/,
    /^2 条不知道到没到/,
    /^3 条没发，对方没绑微信/,
  ]) {
    expect(screen.getByText(line)).toBeTruthy();
  }
  expect(screen.getByText(/有提醒等了很久/)).toBeTruthy();
  expect(screen.queryByText(/还没设好微信提醒/)).toBeNull();
});

it("is honest when nobody can be reached", async () => {
  show(givenList([givenJob()], { isConfigured: false }));
  await screen.findByText(/还没设好微信提醒.*谁也收不到/);
});

it("looks again when it is pulled down, or asked to", async () => {
  show(givenList([givenJob({ isLate: true })]));
  await screen.findByText("! 没按时跑");
  Taro.request.mockResolvedValue(reply(200, givenList([givenJob()])));
  fireEvent.click(screen.getByRole("button", { name: "再看一次" }));
  await screen.findByText("✓ 都按时跑着");
  Taro.request.mockResolvedValue(reply(200, givenList([givenJob({ isLate: true })])));
  pullDownPage();
  await screen.findByText("! 没按时跑");
  expect(Taro.stopPullDownRefresh).toHaveBeenCalled();
});

it.each([
  [401, "not_signed_in"],
  [403, "not_allowed"],
] as const)("shows anybody else the way to sign in (%s)", async (status, code) => {
  Taro.request.mockResolvedValue(reply(status, refusal(code)));
  render(<JobsPage />);
  await screen.findByRole("button", { name: "用手机微信登录" });
});

it("lets one try again when the server cannot be reached", async () => {
  Taro.request.mockRejectedValueOnce({ errMsg: "request:fail" });
  render(<JobsPage />);
  Taro.request.mockResolvedValue(reply(200, givenList([givenJob()])));
  fireEvent.click(await screen.findByRole("button", { name: "再找一次" }));
  await screen.findByText("✓ 都按时跑着");
});

describe("how often", () => {
  it.each([
    [1, "每分钟跑一次"],
    [5, "每 5 分钟跑一次"],
    [120, "每 2 小时跑一次"],
    [1_440, "每天跑一次"],
    [10_080, "每 7 天跑一次"],
  ])("%s minutes: %s", (minutes, words) => expect(everyWords(minutes)).toBe(words));
});
