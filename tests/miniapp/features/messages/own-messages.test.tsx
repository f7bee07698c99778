import { act, cleanup, render } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { Role } from "../../../../shared/people/roles.js";
import { reply } from "../../support/given.js";
import { givenSignedIn } from "../../support/given-sign-in.js";

beforeEach(() => {
  cleanup();
});

/** What was asked of the server where a page shows what waits for somebody. */
async function askedAs(roles: Role[]): Promise<string[]> {
  vi.resetModules();
  const { default: Taro, newPhone } = await import("../../support/taro.js");
  newPhone();
  Taro.request.mockReset();
  Taro.request.mockResolvedValue(reply(200, { asOf: "2026-11-24T02:00:00.000Z", lines: [], left: { keeper_task: 1 } }));
  const { keepSignIn } = await import("../../../../miniapp/src/features/people/sign-in.js");
  const { useOwnMessages } = await import("../../../../miniapp/src/features/messages/own-messages.js");
  keepSignIn(givenSignedIn("token", ...roles));
  function Page() {
    return <p>{useOwnMessages() === null ? "nothing" : "learned"}</p>;
  }
  render(<Page />);
  // Whatever the page asks has been asked before this.
  const { callApi } = await import("../../../../miniapp/src/http/call-api.js");
  await act(() => callApi("GET /health", {}));
  return Taro.request.mock.calls.map(([{ url }]) => new URL(url, "http://phone").pathname);
}

it("asks what waits for a keeper or officer, and for nobody else", async () => {
  expect(await askedAs(["worker", "officer"])).toEqual(["/api/messages/mine", "/api/health"]);
  expect(await askedAs(["worker"])).toEqual(["/api/health"]);
  expect(await askedAs(["worker", "viewer"])).toEqual(["/api/health"]);
});
