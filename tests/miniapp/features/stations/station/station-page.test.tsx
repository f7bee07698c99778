import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { forgetSignIn, keepSignIn } from "../../../../../miniapp/src/features/people/sign-in.js";
import { openingOf } from "../../../../../miniapp/src/features/stations/station/opening-of.js";
import { mapApps } from "../../../../../miniapp/src/navigation/destination.js";
import StationPage from "../../../../../miniapp/src/visitor/station/index.js";
import type { Hours } from "../../../../../shared/stations/hours.js";
import { cst, cstText, givenDetail, givenHours, givenOpening, reply } from "../../../support/given.js";
import { givenSignedIn } from "../../../support/given-sign-in.js";
import Taro, { newPhone, openedWith } from "../../../support/taro.js";

beforeEach(() => {
  cleanup();
  newPhone();
  forgetSignIn();
  openedWith({ id: "st_given" });
});

it("shows state, hours, amenities and who may come in, and rings the telephone", async () => {
  const station = givenDetail({
    phone: "(0951)6022000 转 8",
    audience: "户外干活的都能进",
    amenities: { microwave: "working" },
  });
  Taro.request.mockResolvedValue(reply(200, station));
  render(<StationPage />);
  await screen.findByText("现在开着 · 22:30 关门");
  expect(screen.getByText("周二 · 今天")).toBeTruthy();
  expect(screen.getByText("户外干活的都能进")).toBeTruthy();
  expect(screen.getByText("微波炉")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: /打电话/ }));
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: "09516022000,8" });
});

it("says that a station is gone, with a way on", async () => {
  Taro.request.mockResolvedValue(reply(404, { error: { code: "not_found", message: "", requestId: "r" } }));
  render(<StationPage />);
  await screen.findByText("没有这个驿站了");
});

it("does not lead anybody to a station that was withdrawn", async () => {
  Taro.request.mockResolvedValue(reply(200, givenDetail({ isWithdrawn: true })));
  render(<StationPage />);
  await screen.findByText("这个驿站已经撤下");
  expect(screen.queryByRole("button", { name: /带我去/ })).toBeNull();
});

it("lets an officer of its district take it off the lists, and shows where it can be put back", async () => {
  keepSignIn({ ...givenSignedIn("t1", "officer"), user: { ...givenSignedIn("t1", "officer").user, reach: ["64"] } });
  Taro.request.mockResolvedValue(reply(200, givenDetail()));
  render(<StationPage />);
  const withdraw = await screen.findByRole("button", { name: "撤下这个驿站" });
  Taro.showModal.mockResolvedValueOnce({ confirm: false });
  fireEvent.click(withdraw);
  await waitFor(() => expect(withdraw).toHaveProperty("disabled", false));
  expect(Taro.request).toHaveBeenCalledTimes(1);
  Taro.showModal.mockResolvedValueOnce({ confirm: true });
  fireEvent.click(withdraw);
  fireEvent.click(await screen.findByRole("button", { name: "看撤下的驿站，可以恢复" }));
  expect(Taro.request.mock.calls.at(-1)?.[0]).toMatchObject({
    method: "POST",
    url: "/api/stations/st_given/withdraw",
  });
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/union/uniformity/index?withdrawn=1" });
});

it("offers that to no officer of another district, and to no keeper", async () => {
  const { user } = givenSignedIn("t1", "officer", "keeper");
  keepSignIn({ token: "t1", user: { ...user, reach: ["4101"], stationIds: ["st_given"] } });
  Taro.request.mockResolvedValue(reply(200, givenDetail()));
  render(<StationPage />);
  await screen.findByRole("button", { name: /管这个站/ });
  expect(screen.queryByRole("button", { name: "撤下这个驿站" })).toBeNull();
});

it("follows the door while the page stays open", () => {
  const station = givenDetail();
  expect(openingOf(station, cst("2026-03-03T22:29")).state).toBe("closing_soon");
  expect(openingOf(station, cst("2026-03-03T22:30"))).toMatchObject({
    state: "closed",
    opensAt: cstText("2026-03-04T08:30"),
  });
});

it("lets reports of a shut door end when their time is over", () => {
  const station = givenDetail({
    opening: givenOpening({ state: "reported_closed", changesAt: cstText("2026-03-03T12:00"), openOnArrival: false }),
  });
  expect(openingOf(station, cst("2026-03-03T11:59")).state).toBe("reported_closed");
  expect(openingOf(station, cst("2026-03-03T12:00")).state).toBe("open");
});

it("ends a closure by itself", () => {
  const closure = { from: cstText("2026-03-03T09:00"), until: cstText("2026-03-03T15:00"), reason: "停电" };
  const station = givenDetail({ closure });
  expect(openingOf(station, cst("2026-03-03T14:59")).state).toBe("temporarily_closed");
  expect(openingOf(station, cst("2026-03-03T15:00")).state).toBe("open");
});

it("hands every map app the point in GCJ-02, each in its own order", () => {
  const to = { name: "A&B 驿站", address: "", location: { latitude: 38.474, longitude: 106.289 } };
  const [amap, tencent, apple] = mapApps(to, "walk", true).map(({ url }) => new URL(url).searchParams);
  expect(amap?.get("to")).toBe("106.289,38.474,A&B 驿站");
  expect(amap?.get("coordinate")).toBe("gaode");
  expect(tencent?.get("tocoord")).toBe("38.474,106.289");
  expect(apple?.get("daddr")).toBe("38.474,106.289");
  expect(mapApps(to, "walk", false).map(({ key }) => key)).toEqual(["amap", "tencent"]);
});

it("shows services with hours of their own, and whether they are there", async () => {
  const service = (name: string, week: Hours["week"], confirmedAt: string | null) => ({
    ...{ name, hours: givenHours({ week }), note: null, confirmedAt },
  });
  const [allDay, tuesday]: Hours["week"][] = [
    Array.from({ length: 7 }, () => [{ opens: 540, closes: 1_080 }]),
    [[], [{ opens: 840, closes: 960 }], [], [], [], [], []],
  ];
  const timedServices = [
    service("法律援助", tuesday ?? [], cstText("2026-03-01T10:00")),
    service("义诊", allDay ?? [], null),
  ];
  Taro.request.mockResolvedValue(reply(200, givenDetail({ timedServices })));
  render(<StationPage />);
  await screen.findByText("定时服务");
  screen.getByText("现在有，到 18:00");
  screen.getByText("今天 14:00 开始");
  screen.getByText("周二 14:00–16:00");
  screen.getByText("每天 9:00–18:00 · 没人确认过");
});
