import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { givenSignedIn } from "../../support/given-sign-in.js";

/** The sheet in WeChat, over a page where something was tapped that needs a sign-in. */
async function openInWechat(login: () => Promise<{ code: string }>) {
  vi.resetModules();
  vi.doMock("../../../../miniapp/src/build-settings", () => ({
    API_BASE: "/api",
    CLIENT_VERSION: "1.0.0",
    isWechat: true,
  }));
  const happened: string[] = [];
  vi.doMock("../../../../miniapp/src/features/messages/ask-to-subscribe", () => ({
    askToSubscribe: (at: string) => happened.push(`asked about ${at}`),
  }));
  const { default: phone } = await import("../../support/taro.js");
  const { answerFrom } = await import("../../support/answers.js");
  answerFrom({
    "GET /api/health": [200, { status: "ok", redis: "up", version: "1", mode: "production" }],
    "POST /api/sign-in/wechat": [200, givenSignedIn("t1", "worker")],
  });
  phone.login.mockImplementation(() => {
    happened.push("login");
    return login();
  });
  const { SignInSheet } = await import("../../../../miniapp/src/features/people/sign-in-sheet.js");
  render(
    <SignInSheet
      title="报名要先登录"
      askAt="booking"
      onSignedIn={() => happened.push("goes on")}
      onClose={() => undefined}
    />,
  );
  return happened;
}

it("asks for messages in the tap that signs in, and goes on by itself with what was tapped", async () => {
  const happened = await openInWechat(async () => ({ code: "wx-code" }));
  fireEvent.click(screen.getByText("微信登录"));
  // Before anything has been waited for: later it is no tap to WeChat any more.
  expect(happened).toEqual(["asked about booking", "login"]);
  await waitFor(() => expect(happened).toEqual(["asked about booking", "login", "goes on"]));
});
