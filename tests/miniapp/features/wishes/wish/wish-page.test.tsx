import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { forgetSignIn, keepSignIn } from "../../../../../miniapp/src/features/people/sign-in.js";
import WishPage from "../../../../../miniapp/src/visitor/wish/index.js";
import { type Answers, answerFrom, asked, keysOf } from "../../../support/answers.js";
import { cst, cstText } from "../../../support/given.js";
import { givenSignedIn } from "../../../support/given-sign-in.js";
import { givenMine, givenWishView, step } from "../../../support/given-wish.js";
import { newPhone, openedWith } from "../../../support/taro.js";

const MOVED = { id: "ws_gloves01", state: "claimed", version: 9, due: null, warnings: [] };

let answers: Answers;
beforeEach(() => {
  cleanup();
  newPhone();
  forgetSignIn();
  keepSignIn(givenSignedIn("t1", "worker"));
  vi.setSystemTime(cst("2026-11-18T10:00"));
  openedWith({ id: "ws_gloves01" });
  answers = {};
  answerFrom(answers);
});

function show(changed: Parameters<typeof givenWishView>[0]) {
  answers["GET /api/wishes/mine"] = [200, givenMine([givenWishView(changed)])];
  render(<WishPage />);
}

it("tells who looked at the contact data and when, and shows it masked", async () => {
  show({ views: [{ at: cstText("2026-11-18T09:05"), by: "王干部" }] });
  expect(await screen.findByText("王干部 · 今天 09:05")).toBeTruthy();
  expect(screen.getByText("马** · 138****1234 · 留了住址")).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/13895071234|马建国|88 号院/);
});

it("shows the question and sends the answer once, also when the first try is lost", async () => {
  const question = { ...step("ask", "officer", "2026-11-18T09:00", "need_info"), words: "要多大码的？" };
  show({ state: "need_info", moves: ["answer", "withdraw"], history: [question] });
  expect(await screen.findByText("工会问：要多大码的？")).toBeTruthy();
  answers["POST /api/wishes/ws_gloves01/answer"] = "offline";
  fireEvent.change(screen.getByLabelText("回一句"), { target: { value: " 大号 " } });
  fireEvent.click(screen.getByRole("button", { name: "回给工会" }));
  expect((await screen.findByRole("alert")).textContent).toContain("不会算两次");
  answers["POST /api/wishes/ws_gloves01/answer"] = [200, MOVED];
  fireEvent.click(screen.getByRole("button", { name: "回给工会" }));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  expect(asked().filter(([request]) => request.endsWith("/answer"))[0]?.[1]).toEqual({ answer: "大号" });
  expect(new Set(keysOf("POST /api/wishes/ws_gloves01/answer")).size).toBe(1);
});

it("lets something be disputed with a reason of the list, and not a second time", async () => {
  answers["POST /api/wishes/ws_gloves01/dispute"] = [200, MOVED];
  show({ state: "delivered", moves: ["confirm", "dispute"], due: cstText("2026-11-25T10:00") });
  fireEvent.click(await screen.findByRole("button", { name: "不对，没拿到" }));
  const send = screen.getByRole("button", { name: "告诉工会，重新办", hidden: true }) as HTMLButtonElement;
  expect(send.disabled).toBe(true);
  fireEvent.click(screen.getByRole("button", { name: /是坏的/, hidden: true }));
  fireEvent.click(send);
  await waitFor(() =>
    expect(asked().find(([request]) => request.endsWith("/dispute"))?.[1]).toEqual({ reason: "broken" }),
  );
  cleanup();
  show({ state: "delivered", moves: ["confirm"], wasDisputed: true });
  await screen.findByRole("button", { name: "拿到了，谢谢" });
  expect(screen.queryByRole("button", { name: "不对，没拿到" })).toBeNull();
});

it("offers what the server lets the person do, and nothing else", async () => {
  show({ state: "ready", moves: [], pickup: null });
  await screen.findByText("可以来拿了");
  expect(screen.queryByRole("button", { name: "不要了，撤回" })).toBeNull();
});

it("tells a stranger nothing of a wish that is not theirs", async () => {
  openedWith({ id: "ws_another1" });
  show({});
  expect(await screen.findByText("没找到这个心愿")).toBeTruthy();
});
