import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { NearestItem } from "../../../../../shared/stations/station-answer.js";
import { cstText, givenItem, givenNearest, givenOpening, reply } from "../../../support/given.js";

const HERE = { latitude: 38.4711, longitude: 106.2822 };
const closed = givenOpening({ state: "closed", openOnArrival: false, opensAt: cstText("2026-03-04T07:00") });

/** A phone just bought: no memory, fresh modules, and the page opened on it. */
async function open(phoneIs: { refuses?: boolean; accuracy?: number } = {}) {
  vi.resetModules();
  const phone = await import("../../../support/taro.js");
  phone.newPhone();
  if (phoneIs.refuses) phone.default.getLocation.mockRejectedValue({ errMsg: "User denied Geolocation" });
  else phone.default.getLocation.mockResolvedValue({ ...HERE, accuracy: phoneIs.accuracy });
  phone.default.request.mockReset();
  const { default: NearbyPage } = await import("../../../../../miniapp/src/pages/nearby/index.js");
  const { choosePlace } = await import("../../../../../miniapp/src/features/stations/origin/origin-store.js");
  render(<NearbyPage />);
  return { ...phone, choosePlace };
}

const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));

/** The server: what it has, and what it was asked. */
function serverHas(request: ReturnType<typeof vi.fn>, stations: NearestItem[]) {
  request.mockImplementation(async ({ data }: { data: Record<string, string> }) => {
    const open = stations.filter(({ opening }) => opening.openOnArrival !== false);
    return reply(200, givenNearest(data.availability === "usable" ? open : stations));
  });
}

beforeEach(() => {
  cleanup();
});

describe("the position", () => {
  it("is asked for only after a tap, with its reason on screen", async () => {
    const { default: Taro } = await open();
    expect(screen.getByText(/不保存/)).toBeTruthy();
    expect(Taro.getLocation).not.toHaveBeenCalled();
    serverHas(Taro.request, [givenItem()]);
    tap("用我的位置");
    await screen.findByText("丽景街驿站");
    expect(Taro.request.mock.calls[0]?.[0].data).toMatchObject({ ...HERE, datum: "wgs84", availability: "usable" });
  });

  it("still leads to a list when it is refused: by a place picked by hand", async () => {
    const { default: Taro, choosePlace } = await open({ refuses: true });
    tap("用我的位置");
    await screen.findByText("没找到你的位置，也能找");
    tap("自己选地方");
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/visitor/place/index" });
    serverHas(Taro.request, [givenItem()]);
    act(() => choosePlace({ name: "玉皇阁", point: { latitude: 38.47, longitude: 106.28 } }));
    await screen.findByText("丽景街驿站");
    expect(screen.getByText("玉皇阁 附近")).toBeTruthy();
    expect(Taro.request.mock.calls[0]?.[0].data).toMatchObject({ latitude: 38.47, datum: "gcj02" });
  });

  it("says that it is rough where it is, shows ranges of minutes, and offers a street to pick", async () => {
    const { default: Taro } = await open({ accuracy: 3_000 });
    serverHas(Taro.request, [
      givenItem({ travelMinutes: 13, distanceMetres: 1_040 }),
      givenItem({ id: "st_next", name: "民生街驿站", travelMinutes: 4, distanceMetres: 300 }),
    ]);
    tap("用我的位置");
    await screen.findByText("大致位置");
    await screen.findByText("丽景街驿站");
    expect(document.body.textContent).toContain("约 10–20 分钟 · 1 公里左右");
    expect(document.body.textContent).toContain("20 分钟以内");
    expect(document.body.textContent).not.toMatch(/我的附近|\d 米|约 (4|13) 分钟/);
    tap("选街道或地标");
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/visitor/place/index" });
  });

  it("is never kept on the phone, nor what would give it away", async () => {
    const { default: Taro, keptOnPhone } = await open();
    serverHas(Taro.request, [givenItem({ distanceMetres: 431 })]);
    tap("用我的位置");
    await screen.findByText("丽景街驿站");
    expect(keptOnPhone()).toContain("丽景街驿站");
    expect(keptOnPhone()).not.toContain("38.4711");
    expect(keptOnPhone()).not.toContain("431");
    expect(keptOnPhone()).not.toMatch(/distanceMetres|travelMinutes|origin/);
  });
});

it("leads to what lies within 15 minutes, under the first card and where nothing is open", async () => {
  const { default: Taro } = await open();
  serverHas(Taro.request, [givenItem(), givenItem({ id: "st_second", name: "民生街驿站" })]);
  tap("用我的位置");
  const link = await screen.findByRole("button", { name: /我的15分钟圈/ });
  expect(link.previousElementSibling?.textContent).toContain("丽景街驿站");
  fireEvent.click(link);
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/visitor/circle/index" });
  cleanup();
  const { default: Night } = await open();
  serverHas(Night.request, [givenItem({ opening: closed })]);
  tap("用我的位置");
  await screen.findByRole("button", { name: /我的15分钟圈/ });
});

it("shows no minutes and no metres from the middle of a district, and says from where it counts", async () => {
  const { default: Taro, choosePlace } = await open();
  serverHas(Taro.request, [
    givenItem({ travelMinutes: 0, distanceMetres: 0 }),
    givenItem({ id: "st_next", name: "民生街驿站" }),
  ]);
  act(() => choosePlace({ name: "二七区", point: { latitude: 38.47, longitude: 106.28 }, isMiddle: true }));
  await screen.findByText("从二七区中间算");
  await screen.findByText("丽景街驿站");
  // The circle is named after its minutes.
  expect(document.querySelector(".list")?.textContent?.replace("我的15分钟圈", "")).not.toMatch(/分钟|\d 米|公里/);
  expect(screen.getByRole("button", { name: "选街道或地标" })).toBeTruthy();
});

describe("a door found shut", () => {
  it("goes last, grey, and the next one comes first, as soon as the person looks on", async () => {
    const { default: Taro } = await open();
    serverHas(Taro.request, [
      givenItem({ distanceMetres: 0, travelMinutes: 0 }),
      givenItem({ id: "st_next", name: "民生街驿站", distanceMetres: 300 }),
    ]);
    tap("用我的位置");
    await screen.findByText("丽景街驿站");
    tap(/^门关着？告诉大家：丽景街驿站/);
    fireEvent.click(screen.getByRole("button", { name: "在门口，门关着", hidden: true }));
    // On its card: the way back, one main button, and no way to a shut door.
    expect(document.querySelector(".answer-card")?.textContent).toContain("你刚说门关着");
    expect(screen.queryByRole("button", { name: /^带我去丽景街驿站/ })).toBeNull();
    expect(screen.getByRole("button", { name: "撤回" })).toBeTruthy();
    tap("找别的驿站");
    await waitFor(() => expect(document.querySelector(".answer-name")?.textContent).toBe("民生街驿站"));
    const last = Array.from(document.querySelectorAll(".station-row")).at(-1)?.textContent ?? "";
    expect(last).toContain("丽景街驿站");
    expect(last).toContain("你刚说门关着");
    expect(last).not.toContain("开着");
  });
});

describe("the list", () => {
  it("shows the first station as the answer and the others in a line each", async () => {
    const { default: Taro } = await open();
    serverHas(Taro.request, [
      givenItem({ opening: givenOpening({ changesAt: cstText("2026-03-03T22:30") }) }),
      givenItem({ id: "st_b", name: "双城门驿站", travelMinutes: 9 }),
    ]);
    tap("用我的位置");
    await screen.findByText("现在开着 · 22:30 关门");
    expect(screen.getByRole("button", { name: "带我去丽景街驿站" })).toBeTruthy();
    tap(/^双城门驿站.*约 9 分钟.*现在开着/);
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/visitor/station/index?id=st_b" });
  });

  it("says what is nearest and what opens first when nothing near is open", async () => {
    const { default: Taro } = await open();
    serverHas(Taro.request, [
      givenItem({ opening: { ...closed, opensAt: cstText("2026-03-04T09:00") } }),
      givenItem({ id: "st_b", name: "双城门驿站", distanceMetres: 900, travelMinutes: 14, opening: closed }),
    ]);
    tap("用我的位置");
    await screen.findByText(/附近现在没有开着的，最早开门：明天 7:00/);
    expect(screen.getByText("关着，明天 9:00 开")).toBeTruthy();
    expect(screen.getByRole("button", { name: /^双城门驿站.*关着，明天 7:00 开/ })).toBeTruthy();
  });

  it("does not call nearby what is hours away: it is folded under one line", async () => {
    const { default: Taro } = await open();
    serverHas(Taro.request, [
      givenItem({ opening: closed }),
      givenItem({ id: "st_far", name: "远处驿站", distanceMetres: 24_000, travelMinutes: 360 }),
      givenItem({ id: "st_farther", name: "更远的驿站", distanceMetres: 236_000, travelMinutes: 3_540 }),
    ]);
    tap("用我的位置");
    await screen.findByText(/附近现在没有开着的/);
    expect(screen.queryByRole("button", { name: /^远处驿站/ })).toBeNull();
    tap(/^再远的：最近 6 小时/);
    expect(screen.getByRole("button", { name: /^远处驿站.*约 6 小时/ })).toBeTruthy();
    expect(screen.getByRole("button", { name: /^更远的驿站.*236 公里/ }).textContent).not.toContain("小时");
  });

  it("says that there is no station around, and how far the nearest is", async () => {
    const { default: Taro } = await open();
    serverHas(Taro.request, [givenItem({ distanceMetres: 20_001, travelMinutes: 301 })]);
    tap("用我的位置");
    await screen.findByText("这一带还没有驿站");
    expect(screen.getByText("最近的在 20 公里外：丽景街驿站")).toBeTruthy();
  });

  it("says how long one waits at a door that opens soon after one gets there", async () => {
    const { default: Taro } = await open();
    const opening = { ...closed, opensAt: cstText("2026-03-03T10:40") };
    serverHas(Taro.request, [givenItem({ travelMinutes: 23, distanceMetres: 1_500, opening })]);
    Taro.request.mockResolvedValue(reply(200, givenNearest([givenItem({ travelMinutes: 23, opening })])));
    tap("用我的位置");
    await screen.findByText("到了再等 17 分钟，10:40 开");
    expect(screen.queryByText(/附近现在没有开着的/)).toBeNull();
  });

  it("shows the same list with what nobody has said where nothing has what was asked for", async () => {
    const { default: Taro } = await open();
    const all = [
      givenItem({ amenities: { microwave: "working" } }),
      givenItem({ id: "st_b", name: "双城门驿站", amenities: { toilet: "working" } }),
    ];
    Taro.request.mockImplementation(async ({ data }: { data: Record<string, string> }) =>
      reply(200, givenNearest(data.amenities?.includes(",") ? [] : all)),
    );
    tap("用我的位置");
    await screen.findByText("丽景街驿站");
    tap("微波炉");
    await waitFor(() => expect(screen.getByRole("button", { name: "卫生间" })).toBeTruthy());
    tap("卫生间");
    await screen.findByText("附近没听说哪家有微波炉、卫生间");
    expect(screen.getByRole("button", { name: /^双城门驿站.*不知道有没有微波炉/ })).toBeTruthy();
    tap("不筛了");
    await waitFor(() => expect(screen.queryByText("附近没听说哪家有微波炉、卫生间")).toBeNull());
  });

  it("offers what some station within reach has, also one that the list does not go so far as to show", async () => {
    const { default: Taro } = await open();
    const list = givenNearest([givenItem({ amenities: { microwave: "working" } })]);
    Taro.request.mockResolvedValue(reply(200, { ...list, amenitiesWithinReach: ["microwave", "nursing", "sofa"] }));
    tap("用我的位置");
    await screen.findByRole("button", { name: "母婴室" });
    const chips = within(screen.getByRole("group", { name: "筛选" })).getAllByRole("button");
    expect(chips.map(({ textContent }) => textContent)).toEqual(["✓现在能用", "24 小时", "微波炉", "母婴室"]);
  });

  it("asks the server for the stations that never shut", async () => {
    const { default: Taro } = await open();
    serverHas(Taro.request, [givenItem()]);
    tap("用我的位置");
    await screen.findByText("丽景街驿站");
    expect(Taro.request.mock.lastCall?.[0].data.allDay).toBeUndefined();
    serverHas(Taro.request, [givenItem({ id: "st_b", name: "自助驿站", alwaysOpen: true })]);
    tap("24 小时");
    await screen.findByText("自助驿站");
    expect(Taro.request.mock.lastCall?.[0].data).toMatchObject({ allDay: true, limit: 20 });
  });

  it("never lets a late reply cover that to a newer tap", async () => {
    const { default: Taro } = await open();
    const replies: ((answer: unknown) => void)[] = [];
    Taro.request.mockImplementation(() => new Promise((resolve) => replies.push(resolve)));
    tap("用我的位置");
    await waitFor(() => expect(replies).toHaveLength(1));
    tap("现在能用");
    await waitFor(() => expect(replies).toHaveLength(2));
    await act(async () => replies[1]?.(reply(200, givenNearest([givenItem({ name: "后问的" })]))));
    await act(async () => replies[0]?.(reply(200, givenNearest([givenItem({ name: "先问的" })]))));
    expect(screen.getByText("后问的")).toBeTruthy();
    expect(screen.queryByText("先问的")).toBeNull();
  });

  it("grows as far as the server goes for somebody who comes to its end, and stays on screen meanwhile", async () => {
    const { default: Taro, reachBottom } = await open();
    const all = Array.from({ length: 300 }, (_, i) => givenItem({ id: `st_${i}`, name: `第 ${i} 家` }));
    const answers: (() => void)[] = [];
    Taro.request.mockImplementation(({ url, data }: { url: string; data: { limit: number } }) => {
      // What the phone keeps for later is fetched when it has time, which a slow machine gives it.
      if (!url.endsWith("/stations/nearest")) return Promise.reject(new Error("not now"));
      return new Promise((resolve) => answers.push(() => resolve(reply(200, givenNearest(all.slice(0, data.limit))))));
    });
    const answer = async () => {
      await waitFor(() => expect(answers).toHaveLength(1));
      await act(async () => answers.shift()?.());
    };
    tap("用我的位置");
    await answer();
    expect(screen.getByText("第 19 家")).toBeTruthy();
    expect(screen.queryByText("第 20 家")).toBeNull();
    act(reachBottom);
    expect(screen.getByRole("button", { name: "正在找更远的…" })).toHaveProperty("disabled", true);
    act(reachBottom);
    expect(screen.getByText("第 0 家")).toBeTruthy();
    await answer();
    expect(screen.getByText("第 59 家")).toBeTruthy();
    for (const length of [120, 200]) {
      tap("再看远一点的");
      await answer();
      expect(screen.getByText(`第 ${length - 1} 家`)).toBeTruthy();
    }
    expect(screen.queryByRole("button", { name: "再看远一点的" })).toBeNull();
    act(reachBottom);
    const asked = Taro.request.mock.calls.filter(([{ url }]) => url.endsWith("/stations/nearest"));
    expect(asked.map(([{ data }]) => data.limit)).toEqual([20, 60, 120, 200]);
  });

  it("is short again after another chip, and does not offer more where there is none", async () => {
    const { default: Taro, reachBottom } = await open();
    const all = Array.from({ length: 30 }, (_, i) => givenItem({ id: `st_${i}`, name: `第 ${i} 家` }));
    Taro.request.mockImplementation(async ({ data }: { data: { limit: number } }) =>
      reply(200, givenNearest(all.slice(0, data.limit))),
    );
    tap("用我的位置");
    await screen.findByText("第 19 家");
    act(reachBottom);
    await screen.findByText("第 29 家");
    expect(screen.queryByRole("button", { name: "再看远一点的" })).toBeNull();
    tap("骑车");
    await waitFor(() => expect(screen.queryByText("第 29 家")).toBeNull());
    await screen.findByRole("button", { name: "再看远一点的" });
  });

  it("says that the holidays of next year are not announced", async () => {
    const { default: Taro } = await open();
    serverHas(Taro.request, [givenItem({ opening: givenOpening({ calendarKnown: false }) })]);
    tap("用我的位置");
    await screen.findByText("明年放假安排还没公布，以门口为准");
  });

  it("marks what was made up as 示例", async () => {
    const { default: Taro } = await open();
    serverHas(Taro.request, [givenItem({ isDemo: true })]);
    tap("用我的位置");
    await screen.findByText("示例");
  });
});

describe("a server that hears nothing new", () => {
  it("is shown as such, with since when and a way to ask again", async () => {
    const { default: Taro } = await open();
    const staleSince = cstText("2026-03-03T09:40");
    Taro.request.mockResolvedValue(reply(200, { ...givenNearest([givenItem()]), stale: true, staleSince }));
    tap("用我的位置");
    await screen.findByText(/新消息暂时传不过来。这是今天 09:40 的情况/);
    serverHas(Taro.request, [givenItem()]);
    tap("再问一次");
    await waitFor(() => expect(screen.queryByText(/新消息暂时传不过来/)).toBeNull());
  });
});

describe("without network", () => {
  it("shows what the phone remembers, measured from here, and says since when", async () => {
    const { default: Taro } = await open();
    serverHas(Taro.request, [
      givenItem({ opening: givenOpening({ changesAt: cstText("2026-03-03T22:30") }) }),
      givenItem({ id: "st_b", name: "快关的", opening: givenOpening({ changesAt: cstText("2026-03-03T10:20") }) }),
    ]);
    tap("用我的位置");
    await screen.findByText("丽景街驿站");
    Taro.request.mockRejectedValue({ errMsg: "request:fail" });
    tap("骑车");
    await screen.findByText(/没网。这是今天 10:00 看到的/);
    expect(screen.getByText("丽景街驿站")).toBeTruthy();
    expect(screen.getByText("10:20 关门，还有 20 分钟")).toBeTruthy();
  });

  it("says so, with one button, when the phone remembers nothing", async () => {
    const { default: Taro } = await open();
    Taro.request.mockRejectedValue({ errMsg: "request:fail" });
    tap("用我的位置");
    await screen.findByText("没连上网");
    serverHas(Taro.request, [givenItem()]);
    tap("再找一次");
    await screen.findByText("丽景街驿站");
  });

  it("does not hide behind memory what the server answers", async () => {
    const { default: Taro } = await open();
    serverHas(Taro.request, [givenItem()]);
    tap("用我的位置");
    await screen.findByText("丽景街驿站");
    Taro.request.mockResolvedValue(reply(500, { error: { code: "internal", message: "", requestId: "rq_9" } }));
    tap("骑车");
    await screen.findByText("我们这边出了问题");
    expect(screen.getByText(/rq_9/)).toBeTruthy();
  });
});
