import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetSignIn, keepSignIn } from "../../../../miniapp/src/features/people/sign-in.js";
import HallClassesPage from "../../../../miniapp/src/keeper/classes/index.js";
import RosterPage from "../../../../miniapp/src/keeper/roster/index.js";
import HallScreenPage from "../../../../miniapp/src/keeper/screen/index.js";
import type { RosterEntry } from "../../../../shared/classes/class-answer.js";
import { type Answers, answerFrom, asked } from "../../support/answers.js";
import { cst, cstText } from "../../support/given.js";
import { givenSession, givenSessionDetail, givenTimetable } from "../../support/given-class.js";
import { givenSignedIn, refusal } from "../../support/given-sign-in.js";
import Taro, { newPhone, openedWith } from "../../support/taro.js";

const ID = givenSession().id;
const CODE = `GET /api/classes/${ID}/check-in-code`;
const tapOf = (entry: RosterEntry, what: string) => `POST /api/classes/${ID}/roster/${entry.bookingId}/${what}`;
let answers: Answers;

function entry(number: number, calledBy: string, changed: Partial<RosterEntry> = {}): RosterEntry {
  return {
    bookingId: `bk_0000000${number}`,
    number,
    calledBy,
    state: "confirmed",
    checkedInAt: null,
    checkedInBy: null,
    waived: false,
    ...changed,
  };
}
const arrived = { state: "attended", checkedInAt: cstText("2026-03-05T18:52"), checkedInBy: "keeper" } as const;

beforeEach(() => {
  cleanup();
  newPhone();
  forgetSignIn();
  keepSignIn(givenSignedIn("t1", "keeper"));
  openedWith({ id: ID });
  vi.setSystemTime(cst("2026-03-05T18:52"));
  answers = {};
  answerFrom(answers);
});
afterEach(() => vi.useRealTimers());

function showRoster(...entries: RosterEntry[]) {
  const session = givenSessionDetail({ asOf: cstText("2026-03-05T18:52") });
  answers[`GET /api/classes/${ID}/roster`] ??= () => [200, { session, entries }];
  render(<RosterPage />);
}
const rows = () => Array.from(document.querySelectorAll(".roster-row")).map((row) => row.textContent);

describe("the roster", () => {
  const li = entry(2, "李师傅");
  const wang = entry(1, "王姐");

  it("shows everybody with a seat by number, and who waits in their order", async () => {
    showRoster(
      li,
      wang,
      entry(3, "赵师傅", { state: "waitlisted", position: 2 }),
      entry(4, "钱师傅", { state: "offered", position: 1 }),
      entry(5, "孙师傅", { state: "cancelled" }),
    );
    await screen.findByText("李师傅");
    expect(rows()).toEqual(["1王姐还没到到了", "2李师傅还没到到了", "1钱师傅名额留给他，等他点", "2赵师傅"]);
    expect(document.querySelector(".roster-count")?.textContent).toBe("到了 0 人，报了 2 人");
  });

  it("checks somebody in by one tap, and strikes it out by another", async () => {
    showRoster(li);
    answers[tapOf(li, "check-in")] = [200, { ...li, ...arrived }];
    answers[tapOf(li, "strike")] = [200, li];
    fireEvent.click(await screen.findByRole("button", { name: "到了：2 号 李师傅" }));
    expect(await screen.findByText("✓ 18:52 到了 · 点名")).toBeTruthy();
    expect(document.querySelector(".roster-count")?.textContent).toBe("到了 1 人，报了 1 人");
    fireEvent.click(screen.getByRole("button", { name: "划掉签到：2 号 李师傅" }));
    expect(await screen.findByText("还没到")).toBeTruthy();
    await waitFor(() => expect(asked().map(([request]) => request)).toContain(tapOf(li, "strike")));
  });

  it("keeps a tap without network, and shows it as done", async () => {
    // What waits in the queue stays there for the tests after this one: a class of its own.
    openedWith({ id: "cs_cellar" });
    const session = givenSessionDetail({ id: "cs_cellar" });
    answers["GET /api/classes/cs_cellar/roster"] = [200, { session, entries: [li] }];
    answers[`POST /api/classes/cs_cellar/roster/${li.bookingId}/check-in`] = "offline";
    render(<RosterPage />);
    fireEvent.click(await screen.findByRole("button", { name: "到了：2 号 李师傅" }));
    expect(await screen.findByText("✓ 18:52 到了 · 点名")).toBeTruthy();
    expect(await screen.findByText("没网，点的先记下了，有网就发出去")).toBeTruthy();
  });

  it("says what the server would not take, and shows it as it is", async () => {
    const absent = entry(6, "周师傅", { state: "absent" });
    showRoster(absent);
    answers[tapOf(absent, "waive")] = [409, refusal("not_absent")];
    fireEvent.click(await screen.findByRole("button", { name: "不算缺课：6 号 周师傅" }));
    expect((await screen.findByRole("alert")).textContent).toContain("「不算缺课」没存上");
    expect(screen.getByText("✕ 没来，算缺课")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "不要了" }));
  });

  it("lets nobody's absence count after a second look, and then says so", async () => {
    let session = givenSessionDetail({ id: ID });
    answers[`GET /api/classes/${ID}/roster`] = () => [200, { session, entries: [li] }];
    answers[`POST /api/classes/${ID}/waive`] = () => {
      session = { ...session, absencesWaived: true };
      return [200, session];
    };
    render(<RosterPage />);
    fireEvent.click(await screen.findByRole("button", { name: /都不算缺课/ }));
    expect(screen.getByText(/点了收不回来/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "都不算缺课" }));
    expect(await screen.findByText("✓ 这一节谁没来都不算缺课")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /都不算缺课/ })).toBeNull();
  });

  it("gives a free seat to somebody who stands there", async () => {
    const entries = [li];
    answers[`POST /api/classes/${ID}/walk-ins`] = () => {
      const added = entry(7, "吴师傅", { ...arrived, checkedInBy: "walk_in" });
      entries.push(added);
      return [201, added];
    };
    const session = givenSessionDetail();
    answers[`GET /api/classes/${ID}/roster`] = () => [200, { session, entries: [...entries] }];
    showRoster();
    fireEvent.change(await screen.findByLabelText("怎么称呼，如 王师傅"), { target: { value: "吴师傅" } });
    fireEvent.click(screen.getByRole("button", { name: "给他一个空位" }));
    expect(await screen.findByText("✓ 18:52 到了 · 当场来的")).toBeTruthy();
  });

  it("is not for everybody", async () => {
    answers[`GET /api/classes/${ID}/roster`] = [403, refusal("not_allowed")];
    showRoster();
    expect(await screen.findByText("这里给站长和工会干部用")).toBeTruthy();
  });
});

describe("the classes of a keeper's halls", () => {
  it.each([
    ["their own page", HallClassesPage],
    ["the roster opened without a class", RosterPage],
    ["the screen opened without a class", HallScreenPage],
  ])("are those of the stations they keep, without the cancelled ones: %s", async (_, Page) => {
    openedWith({});
    const elsewhere = { ...givenSession().venue, id: "st_other" };
    answers["GET /api/classes"] = [
      200,
      givenTimetable(
        givenSession(),
        givenSession({ id: "cs_b", title: "别处的课", venue: elsewhere }),
        givenSession({ id: "cs_c", title: "取消的课", state: "cancelled" }),
      ),
    ];
    const keeper = givenSignedIn("t1", "keeper");
    keepSignIn({ ...keeper, user: { ...keeper.user, stationIds: ["st_yinhong"] } });
    render(<Page />);
    expect(await screen.findByText("零基础广场舞")).toBeTruthy();
    expect(screen.queryByText("别处的课")).toBeNull();
    expect(screen.queryByText("取消的课")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "签到屏幕：零基础广场舞" }));
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/keeper/screen/index?id=${ID}` });
  });
});

describe("the hall's screen", () => {
  const codeAt = (code: string, expires: string, asOf: string) => ({
    code,
    url: `https://a.example/#/visitor/check-in/index?id=${ID}&code=${code}`,
    expiresAt: expires,
    asOf,
  });
  const second = (n: number) => new Date(cst("2026-03-05T18:52") + n * 1_000).toISOString();

  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
      shouldAdvanceTime: true,
    });
    vi.setSystemTime(cst("2026-03-05T18:52"));
    answers[`GET /api/classes/${ID}`] = [200, givenSessionDetail({ asOf: second(0) })];
  });

  it("shows the code large and as a QR, and the next one when it ends by the server's clock", async () => {
    let code = codeAt("482913", second(30), second(0));
    answers[CODE] = () => [200, code];
    render(<HallScreenPage />);
    expect(await screen.findByText("482913")).toBeTruthy();
    expect(screen.getByRole("img", { name: "签到二维码" })).toBeTruthy();
    expect(screen.getByText("30 秒后换新的")).toBeTruthy();
    code = codeAt("771204", second(60), second(30));
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    expect(await screen.findByText("771204")).toBeTruthy();
  });

  it("strikes the code through that ended while there is no network, and goes on by itself", async () => {
    answers[CODE] = [200, codeAt("482913", second(30), second(0))];
    render(<HallScreenPage />);
    await screen.findByText("482913");
    answers[CODE] = "offline";
    await act(() => vi.advanceTimersByTimeAsync(32_000));
    expect(screen.getByText(/正在换新的/)).toBeTruthy();
    expect(document.querySelector(".hall-screen-old")?.textContent).toBe("482913");
    answers[CODE] = [200, codeAt("771204", second(60), second(35))];
    await act(() => vi.advanceTimersByTimeAsync(4_000));
    expect(await screen.findByText("771204")).toBeTruthy();
  });

  it("says from when to when the code is taken", async () => {
    answers[CODE] = [200, codeAt("482913", second(30), second(0))];
    render(<HallScreenPage />);
    expect(await screen.findByText("18:30–19:15 签到")).toBeTruthy();
  });
});
