import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { forgetSignIn, keepSignIn } from "../../../../../miniapp/src/features/people/sign-in.js";
import { choosePlace } from "../../../../../miniapp/src/features/stations/origin/origin-store.js";
import { readFromPhone } from "../../../../../miniapp/src/platform/settings/phone-storage.js";
import { startSending } from "../../../../../miniapp/src/queue/pending-writes.js";
import MakeWishPage from "../../../../../miniapp/src/visitor/make-wish/index.js";
import { type Answers, answerFrom, asked } from "../../../support/answers.js";
import { cst, givenItem, givenNearest } from "../../../support/given.js";
import { givenSignedIn } from "../../../support/given-sign-in.js";
import Taro, { keptOnPhone, newPhone, openedWith } from "../../../support/taro.js";

startSending();

const NEAREST = givenNearest([
  givenItem({ id: "st_far", name: "远的驿站", distanceMetres: 900 }),
  givenItem({ id: "st_near", name: "近的驿站", distanceMetres: 100 }),
]);

let answers: Answers;
beforeEach(() => {
  cleanup();
  newPhone();
  forgetSignIn();
  openedWith({});
  vi.setSystemTime(cst("2026-11-18T10:00"));
  answers = {
    "GET /api/stations/nearest": [200, NEAREST],
    "POST /api/wishes": [201, { id: "ws_new00001", state: "submitted" }],
    "GET /api/health": [200, { status: "ok", redis: "up", version: "1", mode: "demo" }],
    "POST /api/sign-in/demo": [200, givenSignedIn("t1", "worker")],
    "GET /api/me": [200, givenSignedIn("t1", "worker").user],
  };
  answerFrom(answers);
  choosePlace({ name: "丽景街", point: { latitude: 38.474, longitude: 106.289 } });
});

async function fill(text: string) {
  render(<MakeWishPage />);
  fireEvent.click(screen.getByRole("button", { name: "防寒鞋服" }));
  fireEvent.change(screen.getByLabelText(/想要什么/), { target: { value: text } });
  await stationIsChosen();
}
/** Shown in the list is not chosen yet. */
const stationIsChosen = () => screen.findByRole("button", { name: /换一个/, hidden: true });
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name, hidden: true }));
const sentWishes = () => asked().filter(([request]) => request === "POST /api/wishes");

it("proposes the nearest station, asks to sign in only when it is sent, and sends it by itself then", async () => {
  await fill("想要一副防寒手套");
  press("许愿");
  expect(await screen.findByText("发出去要先登录")).toBeTruthy();
  expect(sentWishes()).toEqual([]);
  expect(keptOnPhone()).toContain("想要一副防寒手套");
  fireEvent.click(await screen.findByRole("button", { name: "示例职工", hidden: true }));
  await waitFor(() => expect(screen.queryByText("发出去要先登录")).toBeNull());
  await waitFor(() => expect(sentWishes()).toHaveLength(1));
  expect(sentWishes()[0]?.[1]).toEqual({
    category: "warm_clothing",
    text: "想要一副防寒手套",
    stationId: "st_near",
    public: false,
    forOther: false,
  });
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: "/pages/wishes/index" });
  await waitFor(() => expect(keptOnPhone()).not.toContain("想要一副防寒手套"));
});

it("leaves alone what the list of 附近 remembers for the time without network", async () => {
  await fill("想要一副防寒手套");
  expect(asked().map(([request]) => request)).toContain("GET /api/stations/nearest");
  expect(readFromPhone("last-answer")).toBeNull();
});

it("says what is missing instead of sending half a wish", async () => {
  keepSignIn(givenSignedIn("t1", "worker"));
  await fill("");
  press("许愿");
  expect((await screen.findByRole("alert")).textContent).toBe("写一句想要什么");
  expect(sentWishes()).toEqual([]);
});

it("goes on saying what is missing when the station is found after the tap", async () => {
  keepSignIn(givenSignedIn("t1", "worker"));
  render(<MakeWishPage />);
  fireEvent.click(screen.getByRole("button", { name: "防寒鞋服" }));
  press("许愿");
  await stationIsChosen();
  expect(screen.getByRole("alert").textContent).toBe("写一句想要什么");
});

it.each([
  ["留个记录，转给工会热线", false],
  ["不是这回事，继续许愿", true],
])("offers 12351 for wages before anything is sent; then %s", async (choice, insist) => {
  keepSignIn(givenSignedIn("t1", "worker"));
  await fill("老板拖欠工资三个月");
  press("许愿");
  press("打 12351 工会热线");
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: "12351" });
  expect(sentWishes()).toEqual([]);
  press(choice);
  await waitFor(() => expect(sentWishes()).toHaveLength(1));
  expect(JSON.stringify(sentWishes()[0]?.[1]).includes('"insist":true')).toBe(insist);
});

it("makes a slip for somebody without a phone, and keeps nothing of them on the helper's phone", async () => {
  keepSignIn(givenSignedIn("t1", "keeper"));
  openedWith({ for: "other" });
  answers["POST /api/wishes"] = [201, { id: "ws_new00001", state: "submitted", slipCode: "ABCD3467EFGH" }];
  await fill("想要一个保温杯");
  press("许愿");
  expect((await screen.findByRole("alert")).textContent).toBe("写上他怎么称呼");
  fireEvent.change(screen.getByLabelText("他怎么称呼"), { target: { value: "纳大爷" } });
  press("许愿");
  expect(await screen.findByText("ABCD 3467 EFGH")).toBeTruthy();
  expect(sentWishes()[0]?.[1]).toMatchObject({ forOther: true, contact: { name: "纳大爷" } });
  expect(keptOnPhone()).not.toMatch(/纳大爷|保温杯/);
});
