import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { AccountSection } from "../../../../../miniapp/src/features/people/me/account-section.js";
import { DesksSection } from "../../../../../miniapp/src/features/people/me/desks-section.js";
import { currentSignIn, forgetSignIn, keepSignIn } from "../../../../../miniapp/src/features/people/sign-in.js";
import { EMPTY_DRAFT, keepDraft } from "../../../../../miniapp/src/features/wishes/wish-draft.js";
import { reply } from "../../../support/given.js";
import { givenSignedIn, refusal } from "../../../support/given-sign-in.js";
import Taro, { keptOnPhone, newPhone } from "../../../support/taro.js";

beforeEach(() => {
  cleanup();
  newPhone();
  forgetSignIn();
});

/** A server in one mode, that knows one person. */
function serve(mode: "demo" | "production", signedIn = givenSignedIn("t1", "keeper")) {
  Taro.request.mockImplementation(async ({ url }) => {
    if (url === "/api/health") return reply(200, { status: "ok", redis: "up", version: "0", mode });
    if (url === "/api/sign-in/demo") return reply(200, signedIn);
    if (url === "/api/me") return reply(200, signedIn.user);
    return reply(200, { done: true });
  });
}
/** As they stand on 我的. */
const Both = () => (
  <>
    <DesksSection />
    <AccountSection />
  </>
);
const button = (name: string) => screen.queryByRole("button", { name });

it("offers three people to be in the demo, and none in production", async () => {
  serve("demo");
  render(<AccountSection />);
  expect(await screen.findByRole("button", { name: "示例站长" })).toBeTruthy();
  cleanup();
  serve("production");
  render(<AccountSection />);
  await waitFor(() => expect(Taro.request.mock.calls.length).toBeGreaterThan(1));
  expect([button("示例站长"), button("用手机微信登录") !== null]).toEqual([null, true]);
});

it("opens the desk of a keeper to a keeper, and that of an officer to an officer", async () => {
  serve("demo");
  render(<Both />);
  fireEvent.click(await screen.findByRole("button", { name: "示例站长" }));
  fireEvent.click(await screen.findByRole("button", { name: "站长工作台" }));
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: "/keeper/station/index" });
  expect([button("工会工作台"), button("看看谁有身份 去"), button("邀请站长、干部 去") !== null]).toEqual([
    null,
    null,
    true,
  ]);
  cleanup();
  keepSignIn(givenSignedIn("t2", "officer"));
  serve("demo", givenSignedIn("t2", "officer"));
  render(<Both />);
  fireEvent.click(await screen.findByRole("button", { name: "工会工作台" }));
  expect(button("站长工作台")).toBeNull();
});

it("says at a desk how much waits there, and nothing where that is not known", async () => {
  keepSignIn(givenSignedIn("t1", "keeper"));
  serve("production");
  const answer = Taro.request.getMockImplementation();
  Taro.request.mockImplementation(async (request) => {
    if (request.url === "/api/tasks") return reply(200, { tasks: [{}, {}, {}], nextCursor: null });
    if (request.url === "/api/wishes/handovers") return reply(503, refusal("redis_down"));
    return answer?.(request);
  });
  render(<DesksSection />);
  await screen.findByText("3 件等着");
  expect(screen.getByRole("button", { name: /^发心愿、帮人许愿/ }).textContent).not.toContain("等着");
});

it("shows a role that was taken away no more", async () => {
  keepSignIn(givenSignedIn("t1", "worker", "keeper"));
  serve("production", givenSignedIn("t1", "worker"));
  render(<Both />);
  expect(button("站长工作台")).not.toBeNull();
  await waitFor(() => expect(button("站长工作台")).toBeNull());
});

it("signs out on the server and on the phone", async () => {
  keepSignIn(givenSignedIn("t1", "keeper"));
  serve("production");
  render(<AccountSection />);
  fireEvent.click(await screen.findByRole("button", { name: "退出登录" }));
  await waitFor(() => expect(currentSignIn()).toBeNull());
  expect(Taro.request.mock.calls.map(([{ method, url }]) => `${method} ${url}`)).toContain("POST /api/sign-out");
});

it("leaves no half-written wish behind for the next person on this phone", async () => {
  keepSignIn(givenSignedIn("t1", "worker"));
  keepDraft({ ...EMPTY_DRAFT, phone: "13895071234" });
  serve("production", givenSignedIn("t1", "worker"));
  render(<AccountSection />);
  fireEvent.click(await screen.findByRole("button", { name: "退出登录" }));
  await waitFor(() => expect(currentSignIn()).toBeNull());
  expect(keptOnPhone()).not.toContain("13895071234");
});

it("lets people take along what is held about them", async () => {
  keepSignIn(givenSignedIn("t1", "worker"));
  serve("production", givenSignedIn("t1", "worker"));
  URL.createObjectURL = vi.fn(() => "blob:mine");
  URL.revokeObjectURL = vi.fn();
  render(<AccountSection />);
  fireEvent.click(await screen.findByRole("button", { name: "导出我的数据" }));
  await waitFor(() => expect(URL.revokeObjectURL).toHaveBeenCalledWith("blob:mine"));
  expect(Taro.request.mock.calls.map(([{ url }]) => url)).toContain("/api/me/export");
});

it("deletes an account only after a second yes", async () => {
  keepSignIn(givenSignedIn("t1", "worker"));
  serve("production", givenSignedIn("t1", "worker"));
  render(<AccountSection />);
  const deletions = () => Taro.request.mock.calls.filter(([{ method }]) => method === "DELETE").length;
  Taro.showModal.mockResolvedValueOnce({ confirm: false });
  fireEvent.click(await screen.findByRole("button", { name: "注销账号" }));
  await waitFor(() => expect(Taro.showModal).toHaveBeenCalledTimes(1));
  expect([deletions(), currentSignIn()?.token]).toEqual([0, "t1"]);
  Taro.showModal.mockResolvedValueOnce({ confirm: true });
  await waitFor(() => expect((button("注销账号") as HTMLButtonElement).disabled).toBe(false));
  fireEvent.click(screen.getByRole("button", { name: "注销账号" }));
  await waitFor(() => expect(currentSignIn()).toBeNull());
  expect(deletions()).toBe(1);
});

it("says what went wrong below the button, and lets one try again", async () => {
  serve("demo");
  const answer = Taro.request.getMockImplementation();
  Taro.request.mockImplementation(async (request) =>
    request.url === "/api/sign-in/demo" ? reply(503, refusal("redis_down")) : answer?.(request),
  );
  render(<AccountSection />);
  fireEvent.click(await screen.findByRole("button", { name: "示例职工" }));
  expect((await screen.findByRole("alert")).textContent).toContain("我们这边出了问题");
  expect((button("示例职工") as HTMLButtonElement).disabled).toBe(false);
});
