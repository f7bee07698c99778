import { act, cleanup, fireEvent, render, renderHook, screen, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { forgetSignIn, keepSignIn } from "../../../../../miniapp/src/features/people/sign-in.js";
import { useKeeper } from "../../../../../miniapp/src/features/stations/keeper/use-keeper.js";
import { openingOf } from "../../../../../miniapp/src/features/stations/station/opening-of.js";
import { serverClock } from "../../../../../miniapp/src/http/server-clock.js";
import KeeperPage from "../../../../../miniapp/src/keeper/station/index.js";
import type { StationDetail } from "../../../../../shared/stations/station-answer.js";
import { cst, cstText, givenDetail, givenHours, givenItem, reply } from "../../../support/given.js";
import Taro, { newPhone, openedWith } from "../../../support/taro.js";

const ASKED_AT = "2026-03-03T10:00";

beforeEach(() => {
  cleanup();
  newPhone();
  Taro.request.mockReset();
  openedWith({});
});

interface Asked {
  method: string;
  url: string;
  data: object;
}

/** A server with these stations to keep; `write` answers what is not a GET. */
function givenServer(stations: StationDetail[], write: (asked: Asked) => unknown, tasks: object[] = []) {
  Taro.request.mockImplementation(async (asked: Asked) => {
    if (asked.method !== "GET") return write(asked);
    if (asked.url.endsWith("/tasks")) return reply(200, { tasks, nextCursor: null });
    if (asked.url.endsWith("/mine")) {
      return reply(200, { asOf: cstText(ASKED_AT), stations: stations.map(({ id, name }) => givenItem({ id, name })) });
    }
    return reply(200, stations.find(({ id }) => asked.url.endsWith(id)) ?? null);
  });
}

/** What was written, leaving out what the queue sends again of an earlier test. */
const written = () =>
  Taro.request.mock.calls
    .map(([asked]) => asked as Asked)
    .filter(({ method, url }) => method !== "GET" && !earlierStation(url));
const earlierStation = (url: string) => /st_kept_\d+/.test(url) && !url.includes(`/st_kept_${made}/`);
const press = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));

let made = 0;
/** A station of its own for each test, as the queue lives as long as the program. */
const givenKept = (changed: Partial<StationDetail> = {}) => {
  made += 1;
  return givenDetail({
    id: `st_kept_${made}`,
    verifiedAt: cstText("2026-03-03T07:00"),
    confirmedBy: "keeper",
    ...changed,
  });
};

it("confirms in one tap and says that it is stored", async () => {
  const station = givenKept();
  givenServer([station], () =>
    reply(200, { ...station, revision: 2, verifiedAt: cstText(ASKED_AT), asOf: cstText(ASKED_AT) }),
  );
  render(<KeeperPage />);
  await screen.findByText("3 小时前站长确认过");
  await press("都对，确认");
  expect(written().map(({ method, url }) => [method, url])).toEqual([["POST", `/api/stations/${station.id}/confirm`]]);
  screen.getByText("已存");
  screen.getByText("刚刚站长确认过");
});

it("closes in two taps, with a reason for who wants one, and can take it back", async () => {
  const station = givenKept();
  givenServer([station], ({ method, data }) =>
    reply(200, {
      ...station,
      revision: method === "PUT" ? 2 : 3,
      asOf: cstText(ASKED_AT),
      closure: method === "PUT" ? { from: cstText(ASKED_AT), ...data } : null,
    }),
  );
  render(<KeeperPage />);
  await screen.findByText("你是站长");
  await press("要关一会儿");
  await press("停电停水");
  await press(/^1 小时/);
  const [closing] = written();
  expect(closing).toMatchObject({ method: "PUT", data: { reason: "停电停水" } });
  const until = closing && "until" in closing.data ? String(closing.data.until) : "";
  expect(Math.abs(Date.parse(until) - cst("2026-03-03T11:00"))).toBeLessThan(60_000);
  screen.getByText(/^临时关门/);
  await press(/^撤销/);
  expect(written()[1]).toMatchObject({ method: "DELETE", url: `/api/stations/${station.id}/closure` });
  screen.getByText(/^现在开着/);
});

it("says what broke in two taps, and that there is no network", async () => {
  const station = givenKept({ amenities: { microwave: "working" } });
  givenServer([station], () => Promise.reject({ errMsg: "request:fail" }));
  render(<KeeperPage />);
  await screen.findByText("你是站长");
  await press(/^微波炉/);
  await press(/坏了/);
  screen.getByText("没网，先记下了");
  within(screen.getByRole("button", { name: /^微波炉/ })).getByText("坏了");
  await press(/^卫生间/);
  await press(/好的/);
  screen.getByText("没网，先记下了");
  expect(written()).toHaveLength(1);
});

it("tells what the server would not take, and lets it go", async () => {
  const station = givenKept({ amenities: { microwave: "working" } });
  const error = { code: "conflict", message: "", requestId: "rq" };
  givenServer([station], () => reply(409, { error }));
  render(<KeeperPage />);
  await screen.findByText("你是站长");
  await press(/^微波炉/);
  await press(/坏了/);
  within(screen.getByRole("alert")).getByText(/「微波炉：坏了」没存上/);
  within(screen.getByRole("button", { name: /^微波炉/ })).getByText(/有，没人确认|好的/);
  await press("再发一次");
  expect(written()).toHaveLength(2);
  await press("不要了");
  expect(screen.queryByRole("alert")).toBeNull();
});

it("says what passers-by reported, where the keeper answers it", async () => {
  const station = givenKept();
  const task = {
    ...{ id: "tk_1", stationId: station.id, stationName: station.name, kind: "amenity_broken", amenity: "aircon" },
    ...{ state: "new", done: null, createdAt: cstText("2026-03-03T09:20"), reports: 2, atDoor: 1 },
    ...{ notes: [], uncheckedNotes: [], dueAt: null, overdue: false, wasReopened: false },
    ...{ assignee: null, waitsUntil: null, remindedAt: null },
  };
  givenServer([station], () => reply(200, { id: task.id, state: "resolved" }), [task]);
  render(<KeeperPage />);
  await screen.findByText("等你处理(1)");
  screen.getByText(/空调坏了/);
  await press("修好了");
  const answers = written().filter(({ url }) => url.startsWith("/api/tasks"));
  expect(answers).toMatchObject([{ method: "POST", url: "/api/tasks/tk_1/resolve", data: { done: "修好了" } }]);
});

it("opens without network with what was seen last, and keeps the taps", async () => {
  const station = givenKept({ amenities: { microwave: "working" } });
  givenServer([station], () => Promise.reject({ errMsg: "request:fail" }));
  const { unmount } = render(<KeeperPage />);
  await screen.findByText("你是站长");
  unmount();
  Taro.request.mockRejectedValue({ errMsg: "request:fail" });
  render(<KeeperPage />);
  await screen.findByText(/^没网。这是 .*10:00 看到的/);
  await press(/^微波炉/);
  await press(/坏了/);
  screen.getByText("没网，先记下了");
  givenServer([station], () => reply(200, { ...station, revision: 2, amenities: { microwave: "broken" } }));
  await act(async () => void window.dispatchEvent(new Event("online")));
  expect(screen.queryByText(/^没网。/)).toBeNull();
});

it("does not show one person's station to another, nor another station than was asked for", async () => {
  const station = givenKept();
  givenServer([station], () => reply(500, null));
  const { unmount } = render(<KeeperPage />);
  await screen.findByText("你是站长");
  unmount();
  Taro.request.mockRejectedValue({ errMsg: "request:fail" });
  openedWith({ id: "st_another" });
  const another = render(<KeeperPage />);
  await screen.findByText("没连上网");
  another.unmount();
  openedWith({});
  keepSignIn({
    token: "t",
    user: { id: "us_somebodyelse", name: "别人", roles: ["keeper"], stationIds: [], reach: [] },
  });
  render(<KeeperPage />);
  await screen.findByText("没连上网");
  forgetSignIn();
});

it("offers the choice where somebody keeps several stations", async () => {
  const [first, second] = [givenKept({ name: "丽景街驿站" }), givenKept({ name: "凤凰街驿站" })];
  givenServer([first, second], () => reply(500, null));
  render(<KeeperPage />);
  await screen.findByText("看哪个驿站？");
  await press(/凤凰街驿站/);
  await screen.findByRole("heading", { name: "凤凰街驿站" });
  await press("换一个驿站");
  await screen.findByText("看哪个驿站？");
});

it("leads somebody who keeps none, or is not signed in, further", async () => {
  givenServer([], () => reply(500, null));
  const { unmount } = render(<KeeperPage />);
  await screen.findByText("你还没有管驿站");
  unmount();
  Taro.request.mockResolvedValue(reply(401, { error: { code: "not_signed_in", message: "", requestId: "rq" } }));
  render(<KeeperPage />);
  await screen.findByText("这里给站长和工会干部用");
  await screen.findByRole("button", { name: "用手机微信登录" });
  expect(serverClock.isSynchronised()).toBe(true);
});

it("shows a closure that began this second, although the phone's idea of the time is half a reply behind", () => {
  const from = new Date(cst(ASKED_AT) + 300).toISOString();
  const closed = givenKept({ asOf: from, closure: { from, until: cstText("2026-03-03T12:00"), reason: null } });
  const { result } = renderHook(() => useKeeper(closed, cst(ASKED_AT)));
  expect(openingOf(result.current.station, result.current.now).state).toBe("temporarily_closed");
});

it("taps a service with hours of its own together, says what it was read as, and takes it back", async () => {
  const station = givenKept();
  givenServer([station], ({ data }) => {
    const hours = givenHours({ written: (data as { hoursText: string }).hoursText });
    const timedServices = [{ name: "法律援助", hours, note: null, confirmedAt: cstText(ASKED_AT) }];
    return reply(200, { ...station, revision: 2, timedServices, asOf: cstText(ASKED_AT) });
  });
  render(<KeeperPage />);
  await screen.findByText("定时服务");
  await press("加一项：法律援助、理发、义诊…");
  expect(screen.getByRole("button", { name: "先选是什么" })).toHaveProperty("disabled", true);
  await press("法律援助");
  await press("周二");
  await press("周四");
  screen.getByText("读成：周二 14:00–16:00；周四 14:00–16:00");
  await press("就这样");
  expect(written().map(({ method, url, data }) => [method, decodeURIComponent(url), data])).toEqual([
    ["PUT", `/api/stations/${station.id}/services/法律援助`, { hoursText: "周二、周四 14:00-16:00", note: null }],
  ]);
  await press("撤销：法律援助");
  expect(written().at(-1)).toMatchObject({ method: "DELETE" });
});

it("says so where nobody would get in to a service", async () => {
  const day = [{ opens: 510, closes: 1_050 }];
  givenServer([givenKept({ hours: givenHours({ week: [day, day, day, day, day, [], []] }) })], () => reply(200, null));
  render(<KeeperPage />);
  await screen.findByText("定时服务");
  await press("加一项：法律援助、理发、义诊…");
  await press("义诊");
  await press("周二");
  screen.getByText("读成：周二 14:00–16:00");
  await press("周二");
  await press("周六");
  screen.getByText(/读成：周六 14:00–16:00。那时候门不开/);
});

it("does not send a service for a day that is over, or hours that nobody can read", async () => {
  givenServer([givenKept()], () => reply(200, null));
  render(<KeeperPage />);
  await screen.findByText("定时服务");
  await press("加一项：法律援助、理发、义诊…");
  await press("理发");
  await press("只这一天");
  const change = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  change("哪天", "2026-03-01");
  screen.getByRole("button", { name: "要选今天以后的日子" });
  await press("自己写");
  change("什么时候有，如 周二14:00-16:00", "有空就来");
  expect(screen.getByRole("button", { name: /要写成/ })).toHaveProperty("disabled", true);
});
