import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import ApprovePage from "../../../../miniapp/src/account/approve/index.js";
import ComputerPage from "../../../../miniapp/src/account/computer/index.js";
import InvitationPage from "../../../../miniapp/src/account/invitation/index.js";
import InvitePage from "../../../../miniapp/src/account/invite/index.js";
import PeoplePage from "../../../../miniapp/src/account/people/index.js";
import { currentSignIn, forgetSignIn, keepSignIn } from "../../../../miniapp/src/features/people/sign-in.js";
import { reply } from "../../support/given.js";
import { givenSignedIn, refusal } from "../../support/given-sign-in.js";
import Taro, { newPhone, openedWith } from "../../support/taro.js";

type Answer = [status: number, body: unknown];
let answers: Record<string, Answer | (() => Answer)>;
const asked = () => Taro.request.mock.calls.map(([{ method, url, data }]) => [`${method} ${url}`, data]);
const button = (name: string) => screen.getByRole("button", { name }) as HTMLButtonElement;

beforeEach(() => {
  cleanup();
  newPhone();
  forgetSignIn();
  openedWith({});
  answers = {};
  Taro.request.mockImplementation(async ({ method, url }) => {
    const answer = answers[`${method} ${url}`] ?? [404, refusal("not_found")];
    return reply(...(typeof answer === "function" ? answer() : answer));
  });
});
afterEach(() => vi.useRealTimers());

describe("a computer", () => {
  const code = {
    code: "ABCD3467",
    secret: "s",
    expiresAt: "2026-11-24T04:05:00Z",
    url: "https://a.example/#/x?code=ABCD3467",
  };

  it("shows a code as text and as a QR, and is signed in when the phone has approved", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
    let isApproved = false;
    answers["POST /api/sign-in/codes"] = [200, code];
    answers["POST /api/sign-in/codes/ABCD3467/token"] = () =>
      isApproved ? [200, { state: "signed_in", ...givenSignedIn("t1", "officer") }] : [200, { state: "pending" }];
    render(<ComputerPage />);
    expect(await screen.findByText("ABCD 3467")).toBeTruthy();
    expect(screen.getByRole("img", { name: "登录码 ABCD3467" })).toBeTruthy();
    expect(currentSignIn()).toBeNull();
    isApproved = true;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await screen.findByText("✓ 登录好了")).toBeTruthy();
    expect(currentSignIn()?.token).toBe("t1");
  });

  it("offers a new code when the old one has ended", async () => {
    answers["POST /api/sign-in/codes"] = [200, code];
    answers["POST /api/sign-in/codes/ABCD3467/token"] = [410, refusal("sign_in_code_gone")];
    render(<ComputerPage />);
    answers["POST /api/sign-in/codes/ABCD3467/token"] = [410, refusal("sign_in_code_gone")];
    fireEvent.click(await screen.findByRole("button", { name: "换一个码" }));
    await waitFor(() => expect(asked().filter(([request]) => request === "POST /api/sign-in/codes")).toHaveLength(2));
  });
});

describe("the phone that approves", () => {
  it.each<Record<string, string>>([{ scene: "ABCD3467" }, { q: "%E0%A4%A" }])(
    "reads a code of any kind: %j",
    (params) => {
      keepSignIn(givenSignedIn("t1", "officer"));
      openedWith(params);
      render(<ApprovePage />);
      expect(screen.queryByText("ABCD 3467") !== null).toBe("scene" in params);
    },
  );

  it("asks to sign in first, and goes on with the scanned code", async () => {
    openedWith({ q: encodeURIComponent("https://a.example/#/account/approve/index?code=ABCD3467") });
    render(<ApprovePage />);
    expect(button("用手机微信登录")).toBeTruthy();
    act(() => keepSignIn(givenSignedIn("t1", "worker")));
    expect(await screen.findByText("ABCD 3467")).toBeTruthy();
    expect(button("是我在登录")).toBeTruthy();
  });

  it("warns of codes that others send, and approves the scanned one on a tap", async () => {
    keepSignIn(givenSignedIn("t1", "officer"));
    openedWith({ q: encodeURIComponent("https://a.example/#/account/approve/index?code=ABCD3467") });
    answers["POST /api/sign-in/codes/ABCD3467/approve"] = [200, { done: true }];
    render(<ApprovePage />);
    expect(screen.getByText(/别人发来的码不要点/)).toBeTruthy();
    expect(asked()).toEqual([]);
    fireEvent.click(button("是我在登录"));
    expect(await screen.findByText("✓ 那边登录好了")).toBeTruthy();
  });

  it("takes a code that is typed, and says what one looks like while it is none", async () => {
    keepSignIn(givenSignedIn("t1", "officer"));
    answers["POST /api/sign-in/codes/ABCD3467/approve"] = [410, refusal("sign_in_code_gone")];
    render(<ApprovePage />);
    fireEvent.change(screen.getByLabelText("电脑或浏览器上显示的登录码"), { target: { value: "abcd 346" } });
    fireEvent.click(button("是我在登录"));
    expect((await screen.findByRole("alert")).textContent).toContain("要有 8 个字母和数字");
    expect(asked()).toEqual([]);
    fireEvent.change(screen.getByLabelText("电脑或浏览器上显示的登录码"), { target: { value: "abcd 3467" } });
    fireEvent.click(button("是我在登录"));
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("已经过期"));
  });
});

describe("an invitation", () => {
  it("is read before it is accepted, and changes who one is here", async () => {
    keepSignIn(givenSignedIn("t1", "worker"));
    openedWith({ code: "ABCDE34678" });
    const view = {
      role: "keeper",
      stations: [{ id: "st_a", name: "丽景街驿站" }],
      reach: [],
      expiresAt: "2026-11-30T20:00:00Z",
    };
    answers["GET /api/invitations/ABCDE34678"] = [200, view];
    answers["POST /api/invitations/ABCDE34678/accept"] = [200, givenSignedIn("t1", "worker", "keeper").user];
    render(<InvitationPage />);
    fireEvent.change(screen.getByLabelText("邀请码"), { target: { value: "ABCDE 3467O" } });
    fireEvent.click(button("看看是什么邀请"));
    expect((await screen.findByRole("alert")).textContent).toContain("要有 10 个字母和数字");
    fireEvent.change(screen.getByLabelText("邀请码"), { target: { value: "abcde 34678" } });
    fireEvent.click(button("看看是什么邀请"));
    expect(await screen.findByText("请你做站长，管：丽景街驿站")).toBeTruthy();
    expect(screen.getByText(/12月1日以前有效/)).toBeTruthy();
    fireEvent.click(button("接受"));
    expect(await screen.findByText("✓ 好了")).toBeTruthy();
    expect(currentSignIn()?.user.roles).toEqual(["worker", "keeper"]);
  });

  it("opened signed out, is shown as soon as somebody has signed in, with nothing to tap or scan again", async () => {
    openedWith({ code: "ABCDE34678" });
    const view = { role: "officer", stations: [], reach: ["兴庆区"], expiresAt: "2026-11-30T20:00:00Z" };
    answers["GET /api/invitations/ABCDE34678"] = [200, view];
    render(<InvitationPage />);
    expect(button("用手机微信登录")).toBeTruthy();
    expect(asked().map(([request]) => request)).not.toContain("GET /api/invitations/ABCDE34678");
    act(() => keepSignIn(givenSignedIn("t1", "worker")));
    expect(await screen.findByText("请你做工会干部，管：兴庆区")).toBeTruthy();
    expect(button("接受")).toBeTruthy();
  });

  it("is made by a keeper for the stations they keep", async () => {
    keepSignIn(givenSignedIn("t1", "keeper"));
    answers["GET /api/stations/mine"] = [
      200,
      { asOf: "2026-11-24T04:00:00Z", stations: [{ id: "st_a", name: "丽景街驿站" }] },
    ];
    answers["POST /api/invitations"] = [
      201,
      { code: "ABCDE34678", url: "https://a.example/#/x?code=ABCDE34678", expiresAt: "2026-12-01T04:00:00Z" },
    ];
    render(<InvitePage />);
    expect(screen.queryByRole("button", { name: "邀请工会干部" })).toBeNull();
    expect(button("发邀请码").disabled).toBe(true);
    fireEvent.click(await screen.findByRole("button", { name: "丽景街驿站" }));
    fireEvent.click(button("发邀请码"));
    expect(await screen.findByText("ABCDE 34678")).toBeTruthy();
    expect(asked()).toContainEqual(["POST /api/invitations", { role: "keeper", stationIds: ["st_a"] }]);
  });

  it("is made by an officer for a part of their reach", async () => {
    const officer = givenSignedIn("t1", "officer");
    keepSignIn({ ...officer, user: { ...officer.user, reach: ["6401"] } });
    const district = { city: "银川市", location: { latitude: 38, longitude: 106 }, stationCount: 2 };
    answers["GET /api/districts"] = [
      200,
      {
        districts: [
          { ...district, code: "640104", text: "兴庆区" },
          { ...district, code: "410102", text: "中原区" },
        ],
      },
    ];
    answers["GET /api/stations"] = [200, { stations: [], nextCursor: null }];
    answers["POST /api/invitations"] = [500, refusal("internal")];
    render(<InvitePage />);
    fireEvent.click(button("邀请工会干部"));
    fireEvent.click(await screen.findByRole("button", { name: "兴庆区" }));
    expect(screen.queryByRole("button", { name: "中原区" })).toBeNull();
    fireEvent.click(button("发邀请码"));
    await waitFor(() =>
      expect(asked()).toContainEqual(["POST /api/invitations", { role: "officer", reach: ["640104"] }]),
    );
  });

  it("that nobody has used is listed where one invites, and taken back after a second yes", async () => {
    keepSignIn(givenSignedIn("t1", "keeper"));
    answers["GET /api/stations/mine"] = [200, { asOf: "2026-11-24T04:00:00Z", stations: [] }];
    let invitations = [
      {
        code: "ABCDE34678",
        role: "keeper",
        name: null,
        stations: [{ id: "st_a", name: "丽景街驿站" }],
        reach: [],
        expiresAt: "2026-12-01T04:00:00Z",
      },
    ];
    answers["GET /api/invitations"] = () => [200, { invitations }];
    answers["DELETE /api/invitations/ABCDE34678"] = () => {
      invitations = [];
      return [200, { done: true }];
    };
    render(<InvitePage />);
    expect(await screen.findByText("丽景街驿站 · 邀请码 ABCDE 34678 · 12月1日以前有效")).toBeTruthy();
    Taro.showModal.mockResolvedValueOnce({ confirm: false });
    fireEvent.click(button("收回邀请码 ABCDE34678"));
    await waitFor(() => expect(button("收回邀请码 ABCDE34678").disabled).toBe(false));
    expect(asked().some(([request]) => request === "DELETE /api/invitations/ABCDE34678")).toBe(false);
    Taro.showModal.mockResolvedValueOnce({ confirm: true });
    fireEvent.click(button("收回邀请码 ABCDE34678"));
    await waitFor(() => expect(screen.queryByText("发出去还没人用的")).toBeNull());
  });

  it("is nothing for somebody without a role to give", () => {
    keepSignIn(givenSignedIn("t1", "worker"));
    render(<InvitePage />);
    expect(screen.getByText("这里给站长和工会干部用")).toBeTruthy();
  });
});

describe("who holds roles", () => {
  it("is listed, and a role taken away after a second yes", async () => {
    keepSignIn(givenSignedIn("t1", "officer"));
    const holder = {
      id: "us_keeper01",
      name: "张站长",
      roles: ["keeper"],
      stations: [{ id: "st_a", name: "丽景街驿站" }],
      reach: [],
    };
    let people = [holder];
    answers["GET /api/people"] = () => [200, { people, nextCursor: null }];
    answers["DELETE /api/people/us_keeper01/roles/keeper"] = () => {
      people = [];
      return [200, { done: true }];
    };
    Taro.showModal.mockResolvedValueOnce({ confirm: true });
    render(<PeoplePage />);
    expect(await screen.findByText("张站长 · 站长")).toBeTruthy();
    fireEvent.click(button("撤销"));
    expect(await screen.findByText("还没有人")).toBeTruthy();
  });
});
