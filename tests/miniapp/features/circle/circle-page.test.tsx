import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { AroundAnswer, AroundPlace } from "../../../../shared/circle/around-answer.js";
import { cstText, reply } from "../../support/given.js";

const HERE = { latitude: 38.4711, longitude: 106.2822 };
const NOW = "2026-03-03T10:00";

const place = (changed: Partial<AroundPlace> = {}): AroundPlace => ({
  stationId: "st_given",
  name: "丽景街驿站",
  isDemo: false,
  distanceMetres: 400,
  travelMinutes: 6,
  when: "now",
  until: cstText("2026-03-03T20:00"),
  opensAt: null,
  has: [],
  ...changed,
});

const answer = (changed: Partial<AroundAnswer> = {}): AroundAnswer => ({
  asOf: cstText(NOW),
  parts: [
    {
      what: "doors",
      now: 1,
      later: 1,
      places: [
        place(),
        place({
          stationId: "st_late",
          name: "晚上驿站",
          when: "later",
          until: null,
          opensAt: cstText("2026-03-03T17:00"),
        }),
      ],
    },
    { what: "toilets", now: 0, later: 0, places: [] },
    { what: "water", now: 1, later: 0, places: [place({ has: ["hot_water"] })] },
    { what: "charging", now: 0, later: 0, places: [] },
  ],
  services: [
    {
      ...{ stationId: "st_given", stationName: "丽景街驿站", isDemo: false, name: "法律援助", note: "二楼" },
      ...{ distanceMetres: 400, travelMinutes: 6, onArrival: false, until: null, isDoorKnown: true },
      startsAt: cstText("2026-03-03T14:00"),
    },
  ],
  classes: [
    {
      ...{
        id: "cs_1",
        title: "零基础瑜伽",
        venueName: "职工之家",
        isDemo: false,
        distanceMetres: 500,
        travelMinutes: 8,
      },
      ...{ startsAt: cstText("2026-03-03T19:00"), endsAt: cstText("2026-03-03T20:30"), seatsLeft: 3 },
    },
  ],
  ...changed,
});

/** A phone just bought, and the page opened on it. */
async function open(phoneIs: { refuses?: boolean; knowsPlace?: boolean } = { knowsPlace: true }) {
  vi.resetModules();
  const phone = await import("../../support/taro.js");
  phone.newPhone();
  phone.default.getLocation.mockReset();
  if (phoneIs.refuses) phone.default.getLocation.mockRejectedValue({ errMsg: "User denied Geolocation" });
  else phone.default.getLocation.mockResolvedValue(HERE);
  phone.default.request.mockReset();
  const { choosePlace } = await import("../../../../miniapp/src/features/stations/origin/origin-store.js");
  if (phoneIs.knowsPlace) choosePlace({ name: "玉皇阁", point: HERE });
  const { default: CirclePage } = await import("../../../../miniapp/src/visitor/circle/index.js");
  return { Taro: phone.default, show: () => render(<CirclePage />) };
}

const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));

beforeEach(() => {
  cleanup();
  vi.useFakeTimers({ now: Date.parse(cstText(NOW)), toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

it("shows each thing with how much of it there is, the best of it first", async () => {
  const { Taro, show } = await open();
  Taro.request.mockResolvedValue(reply(200, answer()));
  show();
  await screen.findByText("现在 1 家 · 晚点还有 1 家");
  expect(Taro.request.mock.calls[0]?.[0].data).toMatchObject({ ...HERE, datum: "gcj02", travel: "walk" });
  expect(screen.getAllByText("开到 20:00")).toHaveLength(2);
  screen.getByText("没听说哪家有厕所");
  screen.getByText("热水");
  screen.getByText("今天 14:00 开始");
  screen.getByText("今天 19:00 开始，3 个座");
  expect(screen.queryByText("晚上驿站")).toBeNull();
  tap("开着的门，再看 1 个");
  screen.getByText("今天 17:00 开");
  tap(/晚上驿站/);
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/visitor/station/index?id=st_late" });
});

it("asks anew for somebody who rides", async () => {
  const { Taro, show } = await open();
  Taro.request.mockResolvedValue(reply(200, answer()));
  show();
  await screen.findByText("法律援助");
  tap("骑车");
  await vi.waitFor(() => expect(Taro.request.mock.calls.at(-1)?.[0].data).toMatchObject({ travel: "ebike" }));
});

it("leads on by hand where the position is refused", async () => {
  const { Taro, show } = await open({ refuses: true });
  show();
  tap("用我的位置");
  await screen.findByText("没找到你的位置，也能找");
  tap("自己选地方");
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/visitor/place/index" });
  expect(Taro.request).not.toHaveBeenCalled();
});

it("says what to do where there is nothing at all", async () => {
  const { Taro, show } = await open();
  const parts = answer().parts.map((part) => ({ ...part, now: 0, later: 0, places: [] }));
  Taro.request.mockResolvedValue(reply(200, answer({ parts, services: [], classes: [] })));
  show();
  await screen.findByText("这一圈今天没有能用的");
  tap("这里该有个站");
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/visitor/missing/index" });
});

it("says what went wrong, and asks again by a tap", async () => {
  const { Taro, show } = await open();
  Taro.request.mockRejectedValueOnce({ errMsg: "request:fail timeout" });
  show();
  await screen.findByRole("button", { name: "再找一次" });
  Taro.request.mockResolvedValue(reply(200, answer()));
  tap("再找一次");
  await screen.findByText("法律援助");
});

it("says that classes need network where the answer is an old one", async () => {
  const { Taro, show } = await open();
  Taro.request.mockResolvedValue(reply(200, answer({ classes: null, staleSince: cstText("2026-03-03T09:00") })));
  show();
  await screen.findByText("要连上网才知道");
  screen.getByText(/今天 09:00 的情况，开没开可能变了/);
});
