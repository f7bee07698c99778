import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { readCheckInLink } from "../../../../../miniapp/src/features/classes/check-in/check-in-link.js";
import { forgetSignIn, keepSignIn } from "../../../../../miniapp/src/features/people/sign-in.js";
import CheckInPage from "../../../../../miniapp/src/visitor/check-in/index.js";
import { type Answers, answerFrom, asked } from "../../../support/answers.js";
import { cst, cstText } from "../../../support/given.js";
import { givenSession, givenSessionDetail } from "../../../support/given-class.js";
import { givenSignedIn, refusal } from "../../../support/given-sign-in.js";
import Taro, { newPhone, openedWith } from "../../../support/taro.js";

const ID = givenSession().id;
const CHECK_IN = `POST /api/classes/${ID}/check-in`;
const DONE = { state: "attended", bookingId: "bk_00000001", number: 12 };
let answers: Answers;
const mine = (...ids: string[]) => ({
  asOf: cstText("2026-03-05T18:40"),
  absences: { count: 0, pausedUntil: null, warned: false },
  bookings: ids.map((id) => ({
    state: "confirmed",
    bookingId: "bk_00000001",
    number: 12,
    session: givenSession({ id, title: `课 ${id}` }),
  })),
});

beforeEach(() => {
  cleanup();
  newPhone();
  forgetSignIn();
  keepSignIn(givenSignedIn("t1", "worker"));
  openedWith({ id: ID });
  vi.setSystemTime(cst("2026-03-05T18:40"));
  const held = { state: "confirmed", bookingId: "bk_00000001", number: 12 } as const;
  answers = { [`GET /api/classes/${ID}`]: [200, givenSessionDetail({ mine: held })] };
  answerFrom(answers);
});

it("takes the code that is typed, whatever spaces it has, and shows the number to say", async () => {
  answers[CHECK_IN] = [200, DONE];
  render(<CheckInPage />);
  fireEvent.change(await screen.findByLabelText("输入教室屏幕上的数字"), { target: { value: "4829 13" } });
  fireEvent.click(screen.getByRole("button", { name: "签到" }));
  expect(await screen.findByText("✓ 签到好了")).toBeTruthy();
  expect(screen.getByText("12 号")).toBeTruthy();
  expect(asked().at(-1)).toEqual([CHECK_IN, { code: "482913" }]);
});

it("sends the code of a scanned screen at once, and once", async () => {
  answers[CHECK_IN] = [200, DONE];
  openedWith({ id: ID, code: "482913" });
  render(<CheckInPage />);
  expect(await screen.findByText("✓ 签到好了")).toBeTruthy();
  expect(asked().filter(([request]) => request === CHECK_IN)).toEqual([[CHECK_IN, { code: "482913" }]]);
});

it("says what is wrong with a code, and takes the next", async () => {
  answers[CHECK_IN] = [409, refusal("check_in_code_wrong")];
  openedWith({ id: ID, code: "000000" });
  render(<CheckInPage />);
  expect((await screen.findByRole("alert")).textContent).toContain("签到码不对或过期了");
  answers[CHECK_IN] = [200, DONE];
  await waitFor(() => expect((screen.getByRole("button", { name: "签到" }) as HTMLButtonElement).disabled).toBe(false));
  fireEvent.change(screen.getByLabelText("输入教室屏幕上的数字"), { target: { value: "482913" } });
  fireEvent.click(screen.getByRole("button", { name: "签到" }));
  expect(await screen.findByText("✓ 签到好了")).toBeTruthy();
});

it("says at once that nothing was recorded without network", async () => {
  answers[CHECK_IN] = "offline";
  openedWith({ id: ID, code: "482913" });
  render(<CheckInPage />);
  expect((await screen.findByRole("alert")).textContent).toContain("没网，还没签上");
});

it("asks which class, where somebody holds several and the link names none", async () => {
  answers["GET /api/bookings/mine"] = [200, mine(ID, "cs_other")];
  openedWith({});
  render(<CheckInPage />);
  answers["GET /api/classes/cs_other"] = [200, givenSessionDetail({ id: "cs_other", title: "课 cs_other" })];
  fireEvent.click(await screen.findByRole("button", { name: "课 cs_other" }));
  expect(await screen.findByRole("heading", { name: "课 cs_other" })).toBeTruthy();
});

it("lets somebody without a booking try for a free seat", async () => {
  answers[`GET /api/classes/${ID}`] = [200, givenSessionDetail()];
  answers[CHECK_IN] = [200, DONE];
  render(<CheckInPage />);
  expect(await screen.findByText("你没报这节课。开课后还有空位，签到就能上。")).toBeTruthy();
  fireEvent.change(screen.getByLabelText("输入教室屏幕上的数字"), { target: { value: "482913" } });
  fireEvent.click(screen.getByRole("button", { name: "签到" }));
  expect(await screen.findByText("12 号")).toBeTruthy();
});

it("leads somebody who holds nothing to the timetable", async () => {
  answers["GET /api/bookings/mine"] = [200, mine()];
  openedWith({});
  render(<CheckInPage />);
  expect(await screen.findByText("你没有要签到的课")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "看课表" }));
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: "/pages/classes/index" });
});

it("asks to sign in before anything is sent", async () => {
  forgetSignIn();
  openedWith({ id: ID, code: "482913" });
  render(<CheckInPage />);
  expect(await screen.findByText("先登录，再签到")).toBeTruthy();
  expect(asked().map(([request]) => request)).not.toContain(CHECK_IN);
});

describe("a link", () => {
  it.each([
    [
      { id: "cs_a", code: "1" },
      { sessionId: "cs_a", code: "1" },
    ],
    [
      { q: encodeURIComponent("https://a.example/#/visitor/check-in/index?id=cs_a&code=48x") },
      { sessionId: "cs_a", code: "48x" },
    ],
    [{ scene: encodeURIComponent("id=cs_a&code=48x") }, { sessionId: "cs_a", code: "48x" }],
    [{ q: "%E0%A4%A" }, { sessionId: null, code: null }],
    [{}, { sessionId: null, code: null }],
  ])("%j is read as %j", (params, link) => {
    expect(readCheckInLink(params)).toEqual(link);
  });
});
