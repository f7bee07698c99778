import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { forgetSignIn, keepSignIn } from "../../../../../miniapp/src/features/people/sign-in.js";
import ClassPage from "../../../../../miniapp/src/visitor/class/index.js";
import type { MyPlace, SessionDetail } from "../../../../../shared/classes/class-answer.js";
import { type Answers, answerFrom, asked, keysOf } from "../../../support/answers.js";
import { cst, cstText } from "../../../support/given.js";
import { givenSessionDetail } from "../../../support/given-class.js";
import { givenSignedIn, refusal } from "../../../support/given-sign-in.js";
import Taro, { newPhone, openedWith } from "../../../support/taro.js";

const ID = "cs_dance_20260305";
const BOOK = `POST /api/classes/${ID}/booking`;
const ACCEPT = `POST /api/classes/${ID}/booking/accept`;
const CANCEL = `DELETE /api/classes/${ID}/booking`;
const place = (changed: Partial<MyPlace> = {}): MyPlace => ({
  state: "confirmed",
  bookingId: "bk_00000001",
  number: 12,
  ...changed,
});

let answers: Answers;
let session: SessionDetail;

async function open(changed: Partial<SessionDetail> = {}) {
  session = givenSessionDetail(changed);
  answers[`GET /api/classes/${ID}`] ??= () => [200, session];
  render(<ClassPage />);
  await screen.findByRole("heading", { name: session.title });
}
const button = (name: string | RegExp) => screen.getByRole("button", { name }) as HTMLButtonElement;

beforeEach(() => {
  cleanup();
  newPhone();
  forgetSignIn();
  openedWith({ id: ID });
  vi.setSystemTime(cst("2026-03-03T10:00"));
  answers = {};
  answerFrom(answers);
});

it("leads from a class that was merged to the one its people went to", async () => {
  await open({ state: "cancelled", cancelledReason: "并班上课", mergedInto: "cs_dance_20260312" });
  fireEvent.click(button("看并到的那一节"));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/visitor/class/index?id=cs_dance_20260312" });
});

describe("before the tap", () => {
  it("promises no queue for a term, and no absences where staff have waived them", async () => {
    await open({ bookedBy: "term", waitlistLimit: 0, absencesWaived: true });
    const rules = document.querySelector(".class-rules")?.textContent ?? "";
    expect(rules).toContain("整期的课满了不排队，有人退了可以再来报");
    expect(rules).toContain("这一节没来也不算缺课");
    expect(rules).not.toMatch(/轮到你|停报/);
  });

  it("says every rule in plain words above the button", async () => {
    await open();
    const rules = document.querySelector(".class-rules")?.textContent ?? "";
    for (const words of [
      "一共 20 个，满了按先后排队(最多 30 人)",
      "每人最多报 2 节、排 2 节",
      "名额给排第一的人留 2 小时",
      "后天 15:00 前取消，不算缺课；过了这个点再取消，算你没来",
      "后天 18:30–19:15",
      "60 天里 3 次(2 次时提醒)，停报 30 天",
      "开课 10 分钟后还空着的，到场就能上",
    ]) {
      expect(rules).toContain(words);
    }
    const after = document.querySelector(".class-rules")?.compareDocumentPosition(button("报名"));
    expect(after).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it("goes by the rules that the course has set itself, not by the defaults", async () => {
    const { rules } = givenSessionDetail();
    await open({ waitlistLimit: 0, rules: { ...rules, mostBookings: 5, offerMinutes: 45, pauseDays: 7 } });
    const words = document.querySelector(".class-rules")?.textContent ?? "";
    expect(words).toContain("满了不排队");
    expect(words).toContain("每人最多报 5 节");
    expect(words).toContain("停报 7 天");
    expect(words).not.toContain("轮到你");
  });

  it("asks nobody to sign in until they book, and books nothing by that", async () => {
    answers["GET /api/health"] = [200, { status: "ok", redis: "up", version: "1", mode: "demo" }];
    await open();
    fireEvent.click(button("报名"));
    expect(await screen.findByRole("button", { name: "用手机微信登录" })).toBeTruthy();
    expect(keysOf(BOOK)).toEqual([]);
  });

  it.each<[string, Partial<SessionDetail>, string]>([
    ["cancelled", { state: "cancelled", cancelledReason: "老师生病" }, "这节课取消了：老师生病"],
    ["not open yet", { bookingOpensAt: cstText("2026-03-04T08:00") }, "明天 8:00 开始报名"],
    ["a term that is full", { seatsLeft: 0, bookedBy: "term", waitlistLimit: 0 }, "这一期满了，整期的课不排队"],
    ["full with a full waitlist", { seatsLeft: 0, waitlistLength: 30 }, "名额满了，排队的也满了"],
    ["running", { startsAt: cstText("2026-03-03T09:55"), endsAt: cstText("2026-03-03T11:00") }, "10:05 起还有空位"],
    ["over", { startsAt: cstText("2026-03-03T08:00"), endsAt: cstText("2026-03-03T09:00") }, "这节课上完了"],
  ])("says why there is nothing to tap: %s", async (_, changed, words) => {
    await open(changed);
    expect(document.querySelector(".booking-why")?.textContent).toContain(words);
    expect(screen.queryByRole("button", { name: /^报名|^排队/ })).toBeNull();
  });
});

describe("signing in to book", () => {
  beforeEach(() => {
    answers["GET /api/health"] = [200, { status: "ok", redis: "up", version: "1", mode: "demo" }];
    answers["POST /api/sign-in/demo"] = [200, givenSignedIn("t1", "worker")];
    answers["GET /api/me"] = [200, givenSignedIn("t1", "worker").user];
  });

  it("goes on with the booking by itself, says so, and shows the seat", async () => {
    answers[BOOK] = () => {
      session = givenSessionDetail({ mine: place(), seatsLeft: 7 });
      return [201, { state: "confirmed", bookingId: "bk_00000001", number: 12 }];
    };
    await open();
    fireEvent.click(button("报名"));
    fireEvent.click(await screen.findByRole("button", { name: "示例职工" }));
    expect(await screen.findByText("✓ 报上了，你是 12 号")).toBeTruthy();
    expect(await screen.findByText("你报上了")).toBeTruthy();
    expect(keysOf(BOOK)).toHaveLength(1);
    fireEvent.click(button("知道了"));
    expect(screen.queryByText("✓ 报上了，你是 12 号")).toBeNull();
  });

  it("says that there is no seat after all, where the page was drawn anew meanwhile", async () => {
    answers[BOOK] = [409, refusal("overlapping_booking")];
    await open();
    fireEvent.click(button("报名"));
    fireEvent.click(await screen.findByRole("button", { name: "示例职工" }));
    expect(await screen.findByText(/^登录好了，没报上：/)).toBeTruthy();
    expect((await screen.findByRole("alert")).textContent).toBeTruthy();
  });
});

describe("booking", () => {
  beforeEach(() => keepSignIn(givenSignedIn("t1", "worker")));

  it("takes one tap and shows the seat", async () => {
    answers[BOOK] = () => {
      session = givenSessionDetail({ mine: place(), seatsLeft: 7 });
      return [201, { state: "confirmed", bookingId: "bk_00000001", number: 12 }];
    };
    await open();
    const before = asked().length;
    fireEvent.click(button("报名"));
    expect(await screen.findByText("你报上了")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "报名" })).toBeNull();
    // The answer tells how it stands: nothing is asked again.
    expect(asked().slice(before)).toEqual([[BOOK, {}]]);
  });

  it("joins the waitlist where there is no seat, and says so before", async () => {
    answers[BOOK] = () => {
      session = givenSessionDetail({ mine: place({ state: "waitlisted", position: 8 }), seatsLeft: 0 });
      return [201, { state: "waitlisted", position: 8, bookingId: "bk_00000001", number: 12 }];
    };
    await open({ seatsLeft: 0, waitlistLength: 7 });
    fireEvent.click(button("排队等名额"));
    expect(await screen.findByText("你排在第 8 位")).toBeTruthy();
  });

  it("says at once that there is no seat without network, and tries again under the same key", async () => {
    answers[BOOK] = "offline";
    await open();
    fireEvent.click(button("报名"));
    expect((await screen.findByRole("alert")).textContent).toContain("没网，没报上");
    fireEvent.click(button("再试一次"));
    await waitFor(() => expect(keysOf(BOOK)).toHaveLength(2));
    answers[BOOK] = () => {
      session = givenSessionDetail({ mine: place() });
      return [201, { state: "confirmed", bookingId: "bk_00000001", number: 12 }];
    };
    await waitFor(() => expect(button("再试一次").disabled).toBe(false));
    fireEvent.click(button("再试一次"));
    expect(await screen.findByText("你报上了")).toBeTruthy();
    expect(new Set(keysOf(BOOK)).size).toBe(1);
  });

  it("sends a new key after a refusal, as the answer to the old one would stay the same", async () => {
    answers[BOOK] = [409, refusal("waitlist_full")];
    await open();
    fireEvent.click(button("报名"));
    await screen.findByRole("alert");
    fireEvent.click(button("报名"));
    await waitFor(() => expect(new Set(keysOf(BOOK)).size).toBe(2));
  });

  it.each([
    ["too_many_bookings", "看我报的课", "/visitor/bookings/index"],
    ["booking_paused", "看我报的课", "/visitor/bookings/index"],
    ["overlapping_booking", "看我报的课", "/visitor/bookings/index"],
  ] as const)("leads on from %s", async (code, way, page) => {
    answers[BOOK] = [409, refusal(code)];
    await open();
    fireEvent.click(button("报名"));
    fireEvent.click(within(await screen.findByRole("alert")).getByRole("button", { name: way }));
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: page });
  });

  it("accepts an offered seat by one tap, and says how long it is kept", async () => {
    answers[ACCEPT] = () => {
      session = givenSessionDetail({ mine: place() });
      return [200, { state: "confirmed", bookingId: "bk_00000001", number: 12 }];
    };
    await open({
      seatsLeft: 0,
      mine: place({ state: "waitlisted", position: 1, offerExpiresAt: cstText("2026-03-03T11:20") }),
    });
    expect(screen.getByText(/还剩 1 小时 20 分/)).toBeTruthy();
    fireEvent.click(button("我要这个名额"));
    expect(await screen.findByText("你报上了")).toBeTruthy();
  });
});

describe("a seat that is held", () => {
  beforeEach(() => keepSignIn(givenSignedIn("t1", "worker")));

  it("is given up after a second yes, with what that means", async () => {
    answers[CANCEL] = () => {
      session = givenSessionDetail();
      return [200, { done: true }];
    };
    await open({ mine: place() });
    fireEvent.click(button(/^取消报名/));
    const sheet = within(screen.getByRole("dialog", { name: "取消这节课？", hidden: true }));
    expect(sheet.getByText("不算缺课。名额会让给排队的人。")).toBeTruthy();
    expect(keysOf(CANCEL)).toEqual([]);
    fireEvent.click(sheet.getByRole("button", { name: "取消报名", hidden: true }));
    await waitFor(() => expect(button("报名")).toBeTruthy());
  });

  it("says that it counts as an absence when it is too late", async () => {
    vi.setSystemTime(cst("2026-03-05T16:00"));
    await open({ mine: place(), asOf: cstText("2026-03-05T16:00") });
    fireEvent.click(button(/^取消报名/));
    expect(screen.getByText(/现在取消也算一次缺课/)).toBeTruthy();
  });

  it.each([
    ["18:29", false],
    ["18:30", true],
    ["19:15", true],
    ["19:16", false],
  ])("leads to the check-in at %s: %s", async (time, isOpen) => {
    vi.setSystemTime(cst(`2026-03-05T${time}`));
    await open({ mine: place(), asOf: cstText(`2026-03-05T${time}`) });
    expect(screen.queryByRole("button", { name: "去签到" }) !== null).toBe(isOpen);
  });
});

it("leads from a class that is gone to the timetable", async () => {
  render(<ClassPage />);
  fireEvent.click(await screen.findByRole("button", { name: "看课表" }));
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: "/pages/classes/index" });
});
