import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { forgetSignIn, keepSignIn } from "../../../../../miniapp/src/features/people/sign-in.js";
import WishesPage from "../../../../../miniapp/src/pages/wishes/index.js";
import { enqueue, startSending } from "../../../../../miniapp/src/queue/pending-writes.js";
import { type Answers, answerFrom, asked, keysOf } from "../../../support/answers.js";
import { cst } from "../../../support/given.js";
import { givenSignedIn, refusal } from "../../../support/given-sign-in.js";
import { givenMine, givenWishView } from "../../../support/given-wish.js";
import Taro, { keptOnPhone, newPhone } from "../../../support/taro.js";

const EMPTY_WALL = { cards: [], nextCursor: null };
const READY = givenWishView({
  state: "ready",
  moves: [],
  pickup: { station: { id: "st_given", name: "丽景街驿站" }, window: "9点到18点", code: "ABC346" },
});

startSending();

let answers: Answers;
beforeEach(() => {
  cleanup();
  newPhone();
  forgetSignIn();
  vi.setSystemTime(cst("2026-11-18T10:00"));
  answers = { "GET /api/wishes": [200, EMPTY_WALL] };
  answerFrom(answers);
});

function signIn() {
  keepSignIn(givenSignedIn("t1", "worker"));
}

it("shows the wall to somebody who is not signed in, and asks nothing about them", async () => {
  const card = {
    card: "骑手 · 丽景街：一副防寒手套",
    category: "warm_clothing",
    categoryLabel: "防寒鞋服",
    stationName: "丽景街驿站",
    fulfilledOn: "2026-11-16",
    isDemo: false,
  };
  answers["GET /api/wishes"] = [200, { cards: [card, card], nextCursor: null }];
  render(<WishesPage />);
  expect(await screen.findAllByText(card.card)).toHaveLength(2);
  expect(screen.getAllByText("防寒鞋服 · 丽景街驿站 · 11月16日")).toHaveLength(2);
  expect(asked().map(([request]) => request)).toEqual(["GET /api/wishes"]);
  fireEvent.click(screen.getByRole("button", { name: "许个心愿" }));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/visitor/make-wish/index" });
});

it("says what comes next and by which day, and offers no second wish meanwhile", async () => {
  signIn();
  answers["GET /api/wishes/mine"] = [200, givenMine([givenWishView()])];
  render(<WishesPage />);
  expect(await screen.findByText("已认领，工会最迟 12月3日 给你准备好")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "许个心愿" })).toBeNull();
  expect(screen.getByText("办完这一个，再许下一个。")).toBeTruthy();
});

it("shows the pick-up code without network too, and keeps no way to reach anybody on the phone", async () => {
  signIn();
  answers["GET /api/wishes/mine"] = [200, givenMine([READY])];
  const { unmount } = render(<WishesPage />);
  await screen.findByText("ABC 346");
  unmount();
  expect(keptOnPhone()).not.toMatch(/13895071234|马建国|88 号院/);
  answers["GET /api/wishes/mine"] = "offline";
  answers["GET /api/wishes"] = "offline";
  render(<WishesPage />);
  expect(await screen.findByText(/^没网。这是今天 10:00 看到的/)).toBeTruthy();
  expect(screen.getByText("ABC 346")).toBeTruthy();
  expect(screen.getByText("没网，墙上的等有网再看。")).toBeTruthy();
});

it("does not show one person's wishes to the next on the same phone", async () => {
  signIn();
  answers["GET /api/wishes/mine"] = [200, givenMine([READY])];
  const { unmount } = render(<WishesPage />);
  await screen.findByText("ABC 346");
  unmount();
  forgetSignIn();
  expect(keptOnPhone()).not.toContain("ABC346");
});

it("puts what needs the person first, and what is over last", async () => {
  signIn();
  const wishes = [
    givenWishView({ id: "ws_over0001", state: "rejected", category: "appliance", moves: [] }),
    givenWishView({ id: "ws_open0001", state: "approved", category: "health" }),
    givenWishView({ id: "ws_asks0001", state: "need_info", category: "skills", moves: ["answer"] }),
  ];
  answers["GET /api/wishes/mine"] = [200, givenMine(wishes)];
  render(<WishesPage />);
  await screen.findByText("健康");
  expect(Array.from(document.querySelectorAll(".wish-title"), (title) => title.textContent)).toEqual([
    "技能学习",
    "健康",
    "电饭锅、电风扇",
  ]);
  fireEvent.click(screen.getByRole("button", { name: "回工会的话：技能学习" }));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/visitor/wish/index?id=ws_asks0001" });
});

it("says that a wish made without network is kept, and sends it under one key", async () => {
  signIn();
  answers["GET /api/wishes/mine"] = [200, givenMine([], true)];
  answers["POST /api/wishes"] = "offline";
  enqueue("POST /wishes", { category: "health", text: "想要一副老花镜", stationId: "st_given", forOther: false });
  render(<WishesPage />);
  expect(await screen.findByText("没网，先记下了")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "许个心愿" })).toBeNull();
  answers["POST /api/wishes"] = [201, { id: "ws_glasses1", state: "submitted" }];
  answers["GET /api/wishes/mine"] = [200, givenMine([givenWishView({ text: "想要一副老花镜", state: "submitted" })])];
  window.dispatchEvent(new Event("online"));
  expect(await screen.findByText(/^工会最迟/)).toBeTruthy();
  await waitFor(() => expect(screen.queryByText("没网，先记下了")).toBeNull());
  expect(new Set(keysOf("POST /api/wishes")).size).toBe(1);
});

it("gives a wish that was refused back to be changed, not lost", async () => {
  signIn();
  answers["GET /api/wishes/mine"] = [200, givenMine([], true)];
  answers["POST /api/wishes"] = [422, refusal("words_refused")];
  enqueue("POST /wishes", { category: "health", text: "没通过的一句话", stationId: "st_given", forOther: false });
  render(<WishesPage />);
  fireEvent.click(await screen.findByRole("button", { name: "改一改再发" }));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/visitor/make-wish/index" });
  expect(keptOnPhone()).toContain("没通过的一句话");
  await waitFor(() => expect(screen.queryByRole("button", { name: "改一改再发" })).toBeNull());
});
