import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { confirmationWords, gapLines } from "../../../../../miniapp/src/features/stations/uniformity-words.js";
import UniformityPage from "../../../../../miniapp/src/union/uniformity/index.js";
import type { WithdrawnList } from "../../../../../shared/stations/station-answer.js";
import type { UniformityItem, UniformityList } from "../../../../../shared/stations/uniformity-answer.js";
import { cstText, reply } from "../../../support/given.js";
import { refusal } from "../../../support/given-sign-in.js";
import Taro, { newPhone, openedWith } from "../../../support/taro.js";

beforeEach(() => {
  cleanup();
  newPhone();
  openedWith({});
  Taro.request.mockReset();
});

const givenUniformityItem = (changed: Partial<UniformityItem> = {}): UniformityItem => ({
  id: "st_given",
  code: null,
  name: "丽景街驿站",
  district: { code: "640104", text: "兴庆区" },
  gaps: [
    { check: "hardware", code: "amenity_broken", amenity: "microwave" },
    { check: "hardware", code: "amenity_unknown", amenity: "books" },
    { check: "hardware", code: "amenity_unknown", amenity: "seat" },
    { check: "standard", code: "keeper", amenity: null },
    { check: "standard", code: "confirmation", amenity: null },
  ],
  stars: 1,
  starLosses: ["reports_open"],
  openReports: 2,
  overdueTasks: 0,
  daysSinceConfirmation: 40,
  isDemo: false,
  ...changed,
});

const givenList = (stations: UniformityItem[], changed: Partial<UniformityList> = {}): UniformityList => ({
  asOf: cstText("2026-03-03T10:00"),
  districts: [
    { code: "640104", text: "兴庆区", total: stations.length },
    { code: null, text: "郊外", total: 1 },
  ],
  total: stations.length,
  missing: { hardware: stations.length, signs: 0, content: 0, scope: 0, standard: 1 },
  overdue: 1,
  unconfirmed: 1,
  matching: stations.length,
  stations,
  nextCursor: null,
  ...changed,
});

const lastQuery = () => Taro.request.mock.calls.at(-1)?.[0].data;

it("says what each station misses, in words, and opens the station", async () => {
  Taro.request.mockResolvedValue(reply(200, givenList([givenUniformityItem()])));
  render(<UniformityPage />);
  await screen.findByText("坏了：微波炉；不知道有没有：书报架、桌椅");
  expect(screen.getByText("没有站长，超过 30 天没人确认")).toBeTruthy();
  expect(screen.getByText("兴庆区 · 40 天没人确认 · 2 条报告没处理")).toBeTruthy();
  expect(screen.getByText("扣了星：有报告没处理")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "看驿站：丽景街驿站" }));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/visitor/station/index?id=st_given" });
});

it("shows those that miss one thing, of one district, and all again", async () => {
  Taro.request.mockResolvedValue(reply(200, givenList([givenUniformityItem()])));
  render(<UniformityPage />);
  fireEvent.click(await screen.findByRole("button", { name: "缺硬件 1" }));
  fireEvent.click(await screen.findByRole("button", { name: "郊外 1" }));
  await waitFor(() => expect(lastQuery()).toEqual({ missing: "hardware", district: "郊外" }));
  fireEvent.click(await screen.findByRole("button", { name: "缺硬件 1", pressed: true }));
  await waitFor(() => expect(lastQuery()).toEqual({ district: "郊外" }));
});

it("shows those with overdue tasks, or unconfirmed for a month, and puts first what is asked for", async () => {
  Taro.request.mockResolvedValue(reply(200, givenList([givenUniformityItem({ overdueTasks: 2 })])));
  render(<UniformityPage />);
  await screen.findByText("2 件任务超期没处理");
  await screen.findByText("1 个驿站，缺得多的在前");
  fireEvent.click(screen.getByRole("button", { name: "任务超期 1" }));
  await waitFor(() => expect(lastQuery()).toEqual({ overdue: true }));
  fireEvent.click(await screen.findByRole("button", { name: "超期多的在前" }));
  await waitFor(() => expect(lastQuery()).toEqual({ overdue: true, sort: "overdue" }));
  await screen.findByText("1 个驿站，超期多的在前");
  fireEvent.click(await screen.findByRole("button", { name: "任务超期 1", pressed: true }));
  fireEvent.click(await screen.findByRole("button", { name: "30 天没人确认 1" }));
  await waitFor(() => expect(lastQuery()).toEqual({ unconfirmedDays: 30, sort: "overdue" }));
  expect(screen.getByRole("group", { name: "什么排在前面" })).toBeTruthy();
});

it("says what to do when no station is like that", async () => {
  Taro.request.mockResolvedValue(reply(200, { ...givenList([]), total: 3 }));
  render(<UniformityPage />);
  await screen.findByText("再点一下上面选中的，就看到别的驿站");
});

it("goes on where the page before ended", async () => {
  Taro.request.mockResolvedValueOnce(
    reply(200, givenList([givenUniformityItem()], { total: 2, nextCursor: "01-00000-st_given" })),
  );
  render(<UniformityPage />);
  Taro.request.mockResolvedValueOnce(
    reply(200, givenList([givenUniformityItem({ id: "st_second", name: "第二个驿站" })])),
  );
  fireEvent.click(await screen.findByRole("button", { name: "看后面的" }));
  await screen.findByText("第二个驿站");
  expect(screen.getByText("丽景街驿站")).toBeTruthy();
  expect(lastQuery()).toEqual({ cursor: "01-00000-st_given" });
  expect(screen.queryByRole("button", { name: "看后面的" })).toBeNull();
});

describe("withdrawn stations", () => {
  const gone = {
    id: "st_gone",
    code: "A-1",
    name: "银虹驿站",
    address: "银虹巷 1 号",
    district: { code: "640104", text: "兴庆区" },
    isDemo: false,
    withdrawnAt: cstText("2026-03-02T19:02"),
  };
  const listed: WithdrawnList = { asOf: cstText("2026-03-03T10:00"), total: 1, stations: [gone], nextCursor: null };

  it("are put back on the lists in one tap, with the way to each", async () => {
    Taro.request.mockResolvedValueOnce(reply(200, givenList([givenUniformityItem()])));
    render(<UniformityPage />);
    await screen.findByText("丽景街驿站");
    Taro.request.mockResolvedValueOnce(reply(200, listed));
    fireEvent.click(screen.getByRole("button", { name: "已撤下" }));
    await screen.findByText("兴庆区 · 编号 A-1 · 昨天 19:02 撤下");
    Taro.request.mockResolvedValueOnce(reply(503, refusal("redis_down")));
    fireEvent.click(screen.getByRole("button", { name: "恢复这个驿站：银虹驿站" }));
    await screen.findByText(/过一会儿再试/);
    Taro.request.mockResolvedValueOnce(reply(200, {}));
    fireEvent.click(screen.getByRole("button", { name: "恢复这个驿站：银虹驿站" }));
    await screen.findByText("✓ 恢复了，大家又能找到它");
    expect(Taro.request.mock.calls.at(-1)?.[0].url).toBe("/api/stations/st_gone/reinstate");
    fireEvent.click(screen.getByRole("button", { name: "看驿站：银虹驿站" }));
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/visitor/station/index?id=st_gone" });
  });

  it("are what a link to them opens, page after page", async () => {
    openedWith({ withdrawn: "1" });
    Taro.request.mockResolvedValueOnce(reply(200, { ...listed, total: 2, nextCursor: "next" }));
    render(<UniformityPage />);
    Taro.request.mockResolvedValueOnce(reply(200, { ...listed, stations: [{ ...gone, id: "st_2", name: "第二个" }] }));
    fireEvent.click(await screen.findByRole("button", { name: "看后面的" }));
    await screen.findByText("第二个");
    expect(screen.getByText("银虹驿站")).toBeTruthy();
    expect(lastQuery()).toEqual({ cursor: "next" });
  });
});

it("opens the poster to print", async () => {
  const open = vi.spyOn(window, "open").mockReturnValue(null);
  Taro.request.mockResolvedValue(reply(200, givenList([givenUniformityItem()])));
  render(<UniformityPage />);
  fireEvent.click(await screen.findByRole("button", { name: "打印海报：丽景街驿站" }));
  expect(open.mock.calls[0]?.[0]).toBe("/api/stations/st_given/poster.pdf");
});

it.each([
  [401, "not_signed_in"],
  [403, "not_allowed"],
])("shows anybody else the way to sign in (%s)", async (status, code) => {
  Taro.request.mockResolvedValue(reply(status, { error: { code, message: "", requestId: "r" } }));
  render(<UniformityPage />);
  await screen.findByRole("button", { name: "用手机微信登录" });
});

it("is glad when nothing is missing", async () => {
  Taro.request.mockResolvedValue(
    reply(200, givenList([givenUniformityItem({ gaps: [], stars: 5, starLosses: [], daysSinceConfirmation: 0 })])),
  );
  render(<UniformityPage />);
  await screen.findByText("✓ 四统一都齐了");
  expect(gapLines([])).toEqual([]);
  expect(confirmationWords(null)).toBe("从没人确认过");
});
