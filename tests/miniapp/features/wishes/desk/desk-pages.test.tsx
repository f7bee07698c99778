import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { forgetSignIn, keepSignIn } from "../../../../../miniapp/src/features/people/sign-in.js";
import { filterFromParams, givenWords } from "../../../../../miniapp/src/features/wishes/desk/wish-filter.js";
import { monthsOf } from "../../../../../miniapp/src/features/wishes/figures/figure-period.js";
import KeeperWishesPage from "../../../../../miniapp/src/keeper/wishes/index.js";
import WishDeskPage from "../../../../../miniapp/src/union/wish/index.js";
import WishFiguresPage from "../../../../../miniapp/src/union/wish-figures/index.js";
import OpenWishesPage from "../../../../../miniapp/src/union/wishes/index.js";
import { FIGURE_KEYS } from "../../../../../shared/wishes/figures.js";
import type { WishView } from "../../../../../shared/wishes/wish-answer.js";
import { type Answers, answerFrom, asked } from "../../../support/answers.js";
import { cst, cstText } from "../../../support/given.js";
import { givenSignedIn, refusal } from "../../../support/given-sign-in.js";
import { givenWishView } from "../../../support/given-wish.js";
import Taro, { newPhone, openedWith } from "../../../support/taro.js";

const ID = "ws_gloves01";
const MOVED = { id: ID, state: "approved", version: 4, due: null, warnings: [] };

let answers: Answers;
beforeEach(() => {
  cleanup();
  newPhone();
  forgetSignIn();
  keepSignIn(givenSignedIn("t1", "officer"));
  openedWith({ id: ID });
  vi.setSystemTime(cst("2026-11-18T10:00"));
  answers = { "GET /api/districts": [200, { districts: [] }] };
  answerFrom(answers);
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name, hidden: true }));
const sent = (request: string) => asked().filter(([made]) => made === request);

/** As an officer reads it: no contact data. */
function deskWish(changed: Partial<WishView>): WishView {
  return givenWishView({ parties: ["officer"], contact: null, ...changed });
}

function queueOf(wishes: WishView[]) {
  answers["GET /api/wishes/open"] = [
    200,
    { asOf: cstText("2026-11-18T10:00"), wishes, total: wishes.length, overdue: 1, nextCursor: null },
  ];
}

it("keeps the server's order in one list on a phone, and says what is late", async () => {
  openedWith({});
  queueOf([
    deskWish({ id: "ws_late0001", categoryLabel: "健康", isOverdue: true, due: cstText("2026-11-15T10:00") }),
    deskWish({ id: "ws_next0001", categoryLabel: "小家电", state: "submitted" }),
  ]);
  render(<OpenWishesPage />);
  await screen.findByText("! 超期 3 天");
  expect(Array.from(document.querySelectorAll(".open-wish-card-title"), (title) => title.textContent)).toEqual([
    "健康 · 丽景街驿站",
    "小家电 · 丽景街驿站",
  ]);
});

it("decides on several at once, and says of which it did not hold", async () => {
  openedWith({});
  const one = deskWish({ id: "ws_one00001", state: "submitted", text: "头盔" });
  const other = deskWish({ id: "ws_other001", state: "submitted", text: "雨衣" });
  queueOf([one, other]);
  answers["POST /api/wishes/review"] = [
    200,
    {
      results: [
        { id: one.id, done: true, state: "rejected" },
        { id: other.id, done: false, state: "claimed" },
      ],
    },
  ];
  render(<OpenWishesPage />);
  await screen.findByText("头盔");
  press(/^选上：.*头盔/);
  press(/^选上：.*雨衣/);
  press("都不同意");
  press("超出金额上限");
  press("不同意，告诉本人");
  expect(await screen.findByText("✓ 1 个办好了，1 个刚刚有别人动过，没有改")).toBeTruthy();
  expect(sent("POST /api/wishes/review")[0]?.[1]).toEqual({
    ids: [one.id, other.id],
    move: "reject",
    reason: "over_cap",
  });
});

it("asks for contact data only after a word that the look is recorded", async () => {
  const claim = { by: "王干部", unit: null, at: cstText("2026-11-18T10:00"), isMine: true };
  answers[`GET /api/wishes/${ID}`] = () => {
    const isAsked = asked().slice(-1)[0]?.[1] as { contact?: string };
    const contact = isAsked.contact === "yes" ? { name: "马建国", phone: "13895071234" } : null;
    return [200, deskWish({ claim, contact })];
  };
  render(<WishDeskPage />);
  expect(await screen.findByText(/看联系方式会记下你是谁/)).toBeTruthy();
  expect(sent(`GET /api/wishes/${ID}`).map(([, body]) => body)).toEqual([{ contact: "no" }]);
  press("看联系方式");
  expect(await screen.findByText("马建国")).toBeTruthy();
});

it("offers no contact data to an officer who did not claim it", async () => {
  answers[`GET /api/wishes/${ID}`] = [200, deskWish({ state: "approved", claim: null })];
  render(<WishDeskPage />);
  expect(await screen.findByText("留了联系方式，认领的人才看得到。")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "看联系方式" })).toBeNull();
});

it("sends a move from the version on screen, warns of a soft cap, and says what a hard one is", async () => {
  answers[`GET /api/wishes/${ID}`] = [200, deskWish({ state: "submitted", moves: ["approve"] })];
  answers[`POST /api/wishes/${ID}/approve`] = [
    422,
    {
      error: {
        ...refusal("over_budget").error,
        fields: [{ path: "costYuan", message: "一个心愿最多 500 元" }],
      },
    },
  ];
  render(<WishDeskPage />);
  await screen.findByRole("button", { name: "同意" });
  press("同意");
  fireEvent.change(screen.getByLabelText(/^大概多少元/), { target: { value: "900" } });
  press("确定同意");
  expect((await screen.findByText("一个心愿最多 500 元")).textContent).toBeTruthy();
  answers[`POST /api/wishes/${ID}/approve`] = [200, { ...MOVED, warnings: ["over_soft_cap"] }];
  fireEvent.change(screen.getByLabelText(/^大概多少元/), { target: { value: "300" } });
  press("确定同意");
  expect(await screen.findByText(/钱数比一般的心愿多/)).toBeTruthy();
  expect(sent(`POST /api/wishes/${ID}/approve`).slice(-1)[0]?.[1]).toEqual({ version: 3, costYuan: 300 });
});

it("shows similar wishes beside it, and merges into one of them", async () => {
  answers[`GET /api/wishes/${ID}`] = [200, deskWish({ state: "approved", moves: ["merge"] })];
  answers[`GET /api/wishes/${ID}/similar`] = [
    200,
    { wishes: [{ likeness: 0.9, samePerson: true, wish: deskWish({ id: "ws_other001", text: "要一副手套" }) }] },
  ];
  answers[`POST /api/wishes/${ID}/merge`] = [200, { ...MOVED, state: "merged" }];
  render(<WishDeskPage />);
  expect(await screen.findByText(/^同一个人/)).toBeTruthy();
  press("并到这个一起办：要一副手套");
  expect(screen.getByText(/不能再分开/)).toBeTruthy();
  expect(sent(`POST /api/wishes/${ID}/merge`)).toEqual([]);
  press("并过去，一起办");
  await waitFor(() =>
    expect(sent(`POST /api/wishes/${ID}/merge`)[0]?.[1]).toEqual({ version: 3, into: "ws_other001" }),
  );
});

it("opens from a number the wishes that it counts", async () => {
  const counts = Object.fromEntries(FIGURE_KEYS.map((key) => [key, 0]));
  const row = {
    ...counts,
    received: 3,
    overdue: 1,
    reviewHours: 5.25,
    claimRate: 1,
    fulfilmentRate: 0.5,
    satisfaction: null,
    costYuan: 0,
  };
  answers["GET /api/wishes/figures"] = [
    200,
    {
      asOf: cstText("2026-11-18T10:00"),
      by: "month",
      rows: [{ key: "2026-11", label: "2026 年 11 月", ...row, filter: "month=2026-11" }],
      total: { ...row, filter: "" },
    },
  ];
  render(<WishFiguresPage />);
  await screen.findByText("2026 年 11 月");
  expect(screen.getAllByText("50%")).toHaveLength(2);
  press("2026 年 11 月，超期 1 个，看是哪些".replace("超期", "现在超期"));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/union/wishes/index?month=2026-11&figure=overdue" });
  press("合计，收到 3 个，看是哪些");
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: "/union/wishes/index?figure=received" });
});

it("reads the figures of the months an officer reports on", () => {
  const january = cst("2027-01-05T09:00");
  expect(monthsOf("year", january)).toEqual({ from: "2026-02", to: "2027-01" });
  expect(monthsOf("this_month", january)).toEqual({ from: "2027-01", to: "2027-01" });
  expect(monthsOf("last_month", january)).toEqual({ from: "2026-12", to: "2026-12" });
  // The first of the month in Beijing is the last of the one before elsewhere.
  expect(monthsOf("this_month", cst("2026-12-01T00:30"))).toEqual({ from: "2026-12", to: "2026-12" });
  expect(monthsOf("all", january)).toEqual({});
});

it("reads from the address only filters that there are", () => {
  const filter = filterFromParams({ month: "2026-11", figure: "overdue", street: encodeURIComponent("丽景街街道") });
  expect(filter).toMatchObject({ month: "2026-11", figure: "overdue", street: "丽景街街道" });
  expect(givenWords(filter)).toBe("2026-11 · 丽景街街道 · 现在超期");
  expect(filterFromParams({ state: "nonsense", figure: "nonsense" })).toMatchObject({
    state: undefined,
    figure: undefined,
  });
  expect(givenWords({})).toBeNull();
});

it("lets a keeper hand over against the code, and says when it is wrong", async () => {
  const wish = {
    id: ID,
    categoryLabel: "防寒鞋服",
    station: { id: "st_given", name: "丽景街驿站" },
    window: null,
    since: cstText("2026-11-18T09:00"),
    due: null,
    isDemo: false,
  };
  answers["GET /api/wishes/handovers"] = [200, { wishes: [wish] }];
  answers[`POST /api/wishes/${ID}/deliver`] = [422, refusal("pickup_code_wrong")];
  render(<KeeperWishesPage />);
  const code = await screen.findByLabelText("他的取货码");
  expect(screen.getByText("防寒鞋服 · 编号 ES01")).toBeTruthy();
  fireEvent.change(code, { target: { value: "abc 346" } });
  press(/^对码，交给他/);
  expect((await screen.findByRole("alert")).textContent).toContain("取货码不对");
  answers[`POST /api/wishes/${ID}/deliver`] = [200, { ...MOVED, state: "delivered" }];
  press(/^对码，交给他/);
  expect(await screen.findByText("✓ 码对，交给他吧")).toBeTruthy();
  expect(sent(`POST /api/wishes/${ID}/deliver`)[0]?.[1]).toEqual({ pickupCode: "ABC346" });
});
