import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { SessionItem } from "../../../../../shared/classes/class-answer.js";
import { cst, cstText, reply } from "../../../support/given.js";
import { givenSession, givenTimetable } from "../../../support/given-class.js";
import { givenSignedIn } from "../../../support/given-sign-in.js";

const NOW = cst("2026-03-03T10:00");
const far = givenSession({
  id: "cs_yoga_20260305",
  title: "下班瑜伽",
  category: "yoga",
  startsAt: cstText("2026-03-05T18:00"),
  endsAt: cstText("2026-03-05T19:00"),
  seatsLeft: 0,
  waitlistLength: 7,
  venue: {
    ...givenSession().venue,
    id: "vn_gaotai",
    name: "高台寺",
    location: { latitude: 38.52, longitude: 106.289 },
  },
});
const nextWeek = givenSession({
  id: "cs_song_20260310",
  title: "声乐",
  category: "vocal",
  startsAt: cstText("2026-03-10T09:00"),
  endsAt: cstText("2026-03-10T10:30"),
});

/** A phone just bought, with the tab open on it. */
async function open(sessions: SessionItem[], before?: (phone: typeof import("../../../support/taro.js")) => void) {
  vi.resetModules();
  const phone = await import("../../../support/taro.js");
  phone.newPhone();
  phone.default.request.mockReset();
  phone.default.request.mockImplementation(async ({ url }) =>
    reply(200, url.endsWith("/bookings/mine") ? { bookings: [] } : givenTimetable(...sessions)),
  );
  before?.(phone);
  const { default: ClassesPage } = await import("../../../../../miniapp/src/pages/classes/index.js");
  const origin = await import("../../../../../miniapp/src/features/stations/origin/origin-store.js");
  const signIn = await import("../../../../../miniapp/src/features/people/sign-in.js");
  render(<ClassesPage />);
  return { ...phone, ...origin, ...signIn };
}

const titles = () => Array.from(document.querySelectorAll(".session-title")).map((title) => title.textContent);
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));

beforeEach(() => {
  cleanup();
  vi.setSystemTime(NOW);
});

describe("the timetable", () => {
  it("asks for three weeks of Beijing days, without a position and without a sign-in", async () => {
    const { default: Taro } = await open([givenSession()]);
    await screen.findByText("零基础广场舞");
    const { url, data, header } = Taro.request.mock.calls[0]?.[0] ?? {};
    expect([url, data]).toEqual(["/api/classes", { from: "2026-03-03", to: "2026-03-23" }]);
    expect(header.authorization).toBeUndefined();
    expect(Taro.getLocation).not.toHaveBeenCalled();
  });

  it("asks again for the right days where the phone's clock is days off", async () => {
    const { default: Taro } = await open([givenSession()], ({ default: phone }) => {
      vi.setSystemTime(cst("2026-03-09T10:00"));
      phone.request.mockImplementation(async () => reply(200, givenTimetable(givenSession())));
    });
    await screen.findByText("零基础广场舞");
    const days = Taro.request.mock.calls.map(([{ data }]) => data);
    expect(days).toEqual([
      { from: "2026-03-09", to: "2026-03-29" },
      { from: "2026-03-03", to: "2026-03-23" },
    ]);
  });

  it("opens on the first day that has a class, and says what each day has", async () => {
    await open([givenSession(), far]);
    await screen.findByText("零基础广场舞");
    expect(screen.getByRole("button", { name: "周四 3月5日 2 节" }).getAttribute("aria-pressed")).toBe("true");
    expect(screen.getByRole("button", { name: "今天 3月3日 没课" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "明天 3月4日 没课" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "下周二 3月10日 没课" })).toBeTruthy();
  });

  it("goes by the hour where nobody said from where, and by the nearest hall where they did", async () => {
    const { choosePlace } = await open([givenSession(), far]);
    await screen.findByText("零基础广场舞");
    expect(titles()).toEqual(["下班瑜伽", "零基础广场舞"]);
    act(() => choosePlace({ name: "南门广场", point: { latitude: 38.47, longitude: 106.289 } }));
    expect(titles()).toEqual(["零基础广场舞", "下班瑜伽"]);
    expect(screen.getByText("离南门广场近的在前")).toBeTruthy();
    tap("1 公里内");
    expect(titles()).toEqual(["零基础广场舞"]);
  });

  it("says whether there is room in words, and what concerns the person first", async () => {
    const mine = { state: "waitlisted", bookingId: "bk_00000001", number: 3, position: 2 } as const;
    await open([
      givenSession(),
      far,
      givenSession({ id: "cs_a", seatsLeft: 2 }),
      givenSession({ id: "cs_b", mine }),
      givenSession({ id: "cs_c", mine: { ...mine, offerExpiresAt: cstText("2026-03-03T12:00") } }),
      givenSession({ id: "cs_d", state: "cancelled" }),
      givenSession({ id: "cs_e", bookingOpensAt: cstText("2026-03-04T08:00") }),
    ]);
    for (const words of [
      "还有 8 个名额",
      "满了，7 人在排队",
      "只剩 2 个名额",
      "你排在第 2 位",
      "有名额留给你，12:00 前要点",
      "这节取消了",
      "明天 8:00 开始报名",
    ]) {
      expect(await screen.findByText(words)).toBeTruthy();
    }
  });

  it("sifts by room, time of day and kind into one list of all days", async () => {
    await open([givenSession(), far, nextWeek]);
    await screen.findByText("零基础广场舞");
    tap("还有名额");
    expect(titles()).toEqual(["零基础广场舞", "声乐"]);
    tap("瑜伽");
    expect(screen.getByText("这三周没有合适的课")).toBeTruthy();
    tap("不筛了，全都看看");
    tap("周四 3月5日 2 节");
    tap("上午");
    expect(titles()).toEqual(["声乐"]);
    expect(screen.getByText(/^下周二 3月\d+日$/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "周四 3月5日 2 节" })).toBeNull();
  });

  it("says that nothing is planned, with a way on", async () => {
    const { default: Taro } = await open([]);
    await screen.findByText("这三周还没排课");
    tap("看附近的驿站");
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: "/pages/nearby/index" });
  });
});

describe("a bad network", () => {
  it("shows the timetable seen last, and says from when it is", async () => {
    const { default: Taro, pullDownPage } = await open([givenSession()]);
    await screen.findByText("零基础广场舞");
    Taro.request.mockRejectedValue({ errMsg: "request:fail" });
    await act(async () => pullDownPage());
    const notice = await screen.findByText(/没网。这是今天 10:00 看到的课表/);
    expect(titles()).toEqual(["零基础广场舞"]);
    Taro.request.mockImplementation(async () => reply(200, givenTimetable(givenSession(), far)));
    fireEvent.click(within(notice.parentElement ?? notice).getByRole("button", { name: "再连一次" }));
    await waitFor(() => expect(titles()).toHaveLength(2));
  });

  it("does not show one person's places to the next who signs in on the phone", async () => {
    const mine = { state: "confirmed", bookingId: "bk_00000001", number: 3 } as const;
    const { default: Taro, keepSignIn } = await open([givenSession({ mine })], (phone) => {
      const signIn = { ...givenSignedIn("t1", "worker"), since: NOW };
      phone.default.setStorageSync("sign-in", JSON.stringify(signIn));
    });
    await screen.findByText("你报上了");
    Taro.request.mockRejectedValue({ errMsg: "request:fail" });
    const other = givenSignedIn("t2", "worker");
    act(() => keepSignIn({ ...other, user: { ...other.user, id: "us_another01" } }));
    await screen.findByText(/没网/);
    expect(screen.queryByText("你报上了")).toBeNull();
    expect(screen.getByText("还有 8 个名额")).toBeTruthy();
  });

  it("says what happened where nothing is remembered, and tries again", async () => {
    const { default: Taro } = await open([], ({ default: offline }) => {
      offline.request.mockRejectedValue({ errMsg: "request:fail" });
    });
    await screen.findByText("没连上网");
    Taro.request.mockImplementation(async () => reply(200, givenTimetable(givenSession())));
    tap("再找一次");
    await screen.findByText("零基础广场舞");
  });
});
