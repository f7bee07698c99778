import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { forgetSignIn, keepSignIn } from "../../../../miniapp/src/features/people/sign-in.js";
import KeeperWishesPage from "../../../../miniapp/src/keeper/wishes/index.js";
import PhotosPage from "../../../../miniapp/src/union/photos/index.js";
import WishPage from "../../../../miniapp/src/visitor/wish/index.js";
import { type Answers, answerFrom, asked } from "../../support/answers.js";
import { givenSignedIn, refusal } from "../../support/given-sign-in.js";
import Taro, { newPhone, openedWith } from "../../support/taro.js";

let answers: Answers;

beforeEach(() => {
  cleanup();
  newPhone();
  forgetSignIn();
  openedWith({});
  answers = { "GET /api/health": [200, { status: "ok", redis: "up", version: "1", mode: "demo" }] };
  answerFrom(answers);
});

const times = (request: string) => asked().filter(([one]) => one === request).length;

it("a desk opened signed out goes on by itself after a sign-in on it, without leaving it", async () => {
  answers["GET /api/photos/waiting"] = [401, refusal("not_signed_in")];
  answers["POST /api/sign-in/demo"] = () => {
    answers["GET /api/photos/waiting"] = [200, { stations: [], nextCursor: null }];
    return [200, givenSignedIn("t1", "officer")];
  };
  answers["GET /api/me"] = [200, givenSignedIn("t1", "officer").user];
  render(<PhotosPage />);
  fireEvent.click(await screen.findByRole("button", { name: "示例干部" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: "示例干部" })).toBeNull());
  await waitFor(() => expect(screen.queryByText("这里给工会干部看")).toBeNull());
  expect(times("GET /api/photos/waiting")).toBe(2);
  expect(Taro.switchTab).not.toHaveBeenCalled();
});

it("goes on as well when the sign-in was made on another page, as on a computer", async () => {
  answers["GET /api/wishes/handovers"] = [401, refusal("not_signed_in")];
  render(<KeeperWishesPage />);
  await screen.findByRole("button", { name: "用手机微信登录" });
  answers["GET /api/wishes/handovers"] = [200, { asOf: "2026-11-24T02:00:00Z", wishes: [] }];
  act(() => keepSignIn(givenSignedIn("t1", "keeper")));
  await screen.findByRole("button", { name: "帮他许个心愿" });
  // A renewed token is no other person.
  act(() => keepSignIn(givenSignedIn("t2", "keeper")));
  expect(times("GET /api/wishes/handovers")).toBe(2);
});

it("tells somebody who is signed in, and may not, that signing in is not what is missing", async () => {
  answers["GET /api/wishes/handovers"] = [403, refusal("not_allowed")];
  keepSignIn(givenSignedIn("t1", "worker"));
  render(<KeeperWishesPage />);
  await screen.findByText(/你现在登录的身份看不了/);
  expect(screen.queryByRole("button", { name: "用手机微信登录" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "去「我的」" }));
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: "/pages/me/index" });
});

it("a wish that a message leads to is shown after the sign-in", async () => {
  openedWith({ id: "ws_mine00001" });
  render(<WishPage />);
  await screen.findByText("登录了才看得到这个心愿");
  answers["GET /api/wishes/mine"] = [500, refusal("internal")];
  act(() => keepSignIn(givenSignedIn("t1", "worker")));
  await screen.findByText("我们这边出了问题");
  expect(screen.queryByText("登录了才看得到这个心愿")).toBeNull();
});
