import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { forgetSignIn, keepSignIn } from "../../../../../miniapp/src/features/people/sign-in.js";
import MyBookingsPage from "../../../../../miniapp/src/visitor/bookings/index.js";
import type { MyBookings, MyPlace, SessionItem } from "../../../../../shared/classes/class-answer.js";
import { type Answers, answerFrom, asked, keysOf } from "../../../support/answers.js";
import { cst, cstText } from "../../../support/given.js";
import { givenSession, givenSessionDetail } from "../../../support/given-class.js";
import { givenSignedIn } from "../../../support/given-sign-in.js";
import Taro, { newPhone } from "../../../support/taro.js";

type Booking = MyBookings["bookings"][number];
const NO_ABSENCES = { count: 0, pausedUntil: null, warned: false };
const at = (id: string, day: string, changed: Partial<SessionItem> = {}) =>
  givenSession({ id, title: id, startsAt: cstText(`${day}T19:00`), endsAt: cstText(`${day}T20:30`), ...changed });
function booking(n: number, session: SessionItem, changed: Partial<MyPlace> = {}): Booking {
  return { state: "confirmed", bookingId: `bk_0000000${n}`, number: n, session, ...changed };
}

let answers: Answers;
function show(bookings: Booking[], absences: MyBookings["absences"] = NO_ABSENCES) {
  answers["GET /api/bookings/mine"] ??= () => [200, { bookings, absences, asOf: cstText("2026-03-03T10:00") }];
  render(<MyBookingsPage />);
}
const titles = () => Array.from(document.querySelectorAll(".session-title")).map((title) => title.textContent);

beforeEach(() => {
  cleanup();
  newPhone();
  forgetSignIn();
  keepSignIn(givenSignedIn("t1", "worker"));
  vi.setSystemTime(cst("2026-03-03T10:00"));
  answers = {};
  answerFrom(answers);
});

it("puts an offer that runs out first, then what comes next, and what is over last", async () => {
  show([
    booking(1, at("cs_past", "2026-02-20"), { state: "attended" }),
    booking(2, at("cs_later", "2026-03-09")),
    booking(3, at("cs_soon", "2026-03-04")),
    booking(4, at("cs_offered", "2026-03-12"), {
      state: "waitlisted",
      position: 1,
      offerExpiresAt: cstText("2026-03-03T10:40"),
    }),
    booking(5, at("cs_dropped", "2026-03-08"), { state: "cancelled" }),
  ]);
  await screen.findByText("cs_soon");
  expect(titles()).toEqual(["cs_offered", "cs_soon", "cs_later", "cs_dropped", "cs_past"]);
  expect(screen.getByText(/还剩 40 分钟/)).toBeTruthy();
});

it("accepts an offer where it stands", async () => {
  let mine = booking(1, at("cs_offered", "2026-03-12"), {
    state: "waitlisted",
    position: 1,
    offerExpiresAt: cstText("2026-03-03T12:00"),
  });
  answers["GET /api/bookings/mine"] = () => [
    200,
    { bookings: [mine], absences: NO_ABSENCES, asOf: cstText("2026-03-03T10:00") },
  ];
  answers["POST /api/classes/cs_offered/booking/accept"] = () => {
    mine = booking(1, at("cs_offered", "2026-03-12"));
    return [200, { state: "confirmed", bookingId: mine.bookingId, number: 1 }];
  };
  show([]);
  fireEvent.click(await screen.findByRole("button", { name: "我要这个名额：cs_offered" }));
  expect(await screen.findByText("你报上了")).toBeTruthy();
  expect(screen.getByText("你的号：1，签到时报给站长")).toBeTruthy();
});

it("says that a class was cancelled and why, and that it costs nothing", async () => {
  show([
    booking(1, at("cs_a", "2026-03-04", { state: "cancelled", cancelledReason: "老师生病" }), {
      state: "session_cancelled",
    }),
  ]);
  expect(await screen.findByText("这节取消了，不算缺课")).toBeTruthy();
  expect(screen.getByText("取消原因：老师生病")).toBeTruthy();
});

it.each([
  ["2026-03-03T12:00", "不算缺课。名额会让给排队的人。"],
  ["2026-03-03T09:00", "离上课太近了，现在取消也算一次缺课。名额会让给排队的人。"],
])("says before a seat is given up what that means, where it is free until %s", async (until, words) => {
  const session = at("cs_a", "2026-03-03");
  answers["GET /api/classes/cs_a"] = [200, givenSessionDetail({ ...session, cancelUntil: cstText(until) })];
  show([booking(1, session)]);
  fireEvent.click(await screen.findByRole("button", { name: "取消报名：cs_a" }));
  expect(await screen.findByText(words)).toBeTruthy();
});

it("gives back one date of a term, or all of it", async () => {
  const session = at("cs_a", "2026-03-04", { bookedBy: "term" });
  answers["GET /api/classes/cs_a"] = [200, givenSessionDetail(session)];
  answers["POST /api/classes/cs_a/booking/skip"] = [200, { done: true, countsAsAbsence: false }];
  show([booking(1, session)]);
  fireEvent.click(await screen.findByRole("button", { name: "取消报名：cs_a" }));
  expect(screen.getByRole("button", { name: "后面的都不来了", hidden: true })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "只是这一节不来", hidden: true }));
  await waitFor(() => expect(asked().map(([request]) => request)).toContain("POST /api/classes/cs_a/booking/skip"));
});

describe("absences", () => {
  it.each([
    [{ count: 0, pausedUntil: null, warned: false }, null],
    [{ count: 1, pausedUntil: null, warned: false }, "记了 1 次缺课。"],
    [{ count: 2, pausedUntil: null, warned: true }, "再有一次就要停报"],
    [{ count: 3, pausedUntil: cstText("2026-03-20T08:00"), warned: true }, "停报到 3月20日 8:00"],
  ])("are told with what follows: %j", async (absences, words) => {
    show([], absences);
    await screen.findByText("现在没有报着的课");
    const notice = document.querySelector(".notice")?.textContent ?? null;
    if (words === null) expect(notice).toBeNull();
    else expect(notice).toContain(words);
  });

  it("can be explained to the union, once without network as well", async () => {
    answers["POST /api/bookings/bk_00000001/appeal"] = "offline";
    show([booking(1, at("cs_a", "2026-03-01"), { state: "absent" })]);
    fireEvent.click(await screen.findByRole("button", { name: "有原因，说明一下：cs_a" }));
    const send = screen.getByRole("button", { name: "交给工会看" }) as HTMLButtonElement;
    expect(send.disabled).toBe(true);
    fireEvent.change(screen.getByLabelText("为什么没来，说一句"), { target: { value: " 那天暴雪 " } });
    fireEvent.click(send);
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("没网，还没交上");
    answers["POST /api/bookings/bk_00000001/appeal"] = [200, { done: true }];
    fireEvent.click(within(alert).getByRole("button", { name: "再试一次" }));
    expect(await screen.findByText(/说明交给工会了/)).toBeTruthy();
    expect(asked().find(([request]) => request.includes("appeal"))?.[1]).toEqual({ text: "那天暴雪" });
    expect(new Set(keysOf("POST /api/bookings/bk_00000001/appeal")).size).toBe(1);
  });
});

it.each([
  ["appealed", "说明交给工会了，等工会看。"],
  ["upheld", "工会看了你的说明，这次还是算缺课。"],
  ["waived", "这次不算缺课。"],
] as const)("says what became of an absence: %s", async (absence, words) => {
  show([booking(1, at("cs_a", "2026-03-01"), { state: "absent", absence })]);
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /说明一下/ })).toBeNull();
});

it("offers to sign in, and asks nothing of the server before", async () => {
  forgetSignIn();
  answers["GET /api/health"] = [200, { status: "ok", redis: "up", version: "1", mode: "demo" }];
  show([]);
  expect(await screen.findByText("登录了才知道你报过什么")).toBeTruthy();
  expect(asked().map(([request]) => request)).not.toContain("GET /api/bookings/mine");
});

it("lets people say what the roster calls them", async () => {
  const { user } = givenSignedIn("t1", "worker");
  answers["PUT /api/me"] = [200, { ...user, name: "王师傅" }];
  show([]);
  expect(await screen.findByText("点名时叫你：小李")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "改点名时的称呼" }));
  fireEvent.change(screen.getByLabelText(/点名时怎么叫你/), { target: { value: " 王师傅 " } });
  fireEvent.click(screen.getByRole("button", { name: "就这么叫" }));
  expect(await screen.findByText("点名时叫你：王师傅")).toBeTruthy();
  expect(asked().at(-1)).toEqual(["PUT /api/me", { name: "王师傅" }]);
});

it("leads somebody without bookings to the timetable", async () => {
  show([]);
  fireEvent.click(await screen.findByRole("button", { name: "看课表" }));
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: "/pages/classes/index" });
});
