import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { cst, givenDetail, reply } from "../support/given.js";
import { givenSignedIn, refusal } from "../support/given-sign-in.js";
import * as phone from "../support/taro.js";

const { default: Taro, keptOnPhone, newPhone } = phone;

/** The program as it is opened anew on the same phone: its modules read what the phone kept. */
async function openProgram() {
  vi.resetModules();
  vi.doMock("@tarojs/taro", () => phone);
  return import("../../../miniapp/src/queue/pending-writes.js");
}

beforeEach(() => {
  newPhone();
  Taro.request.mockReset();
});

it("sends a tap made without network after the program was closed and opened again, under the same key", async () => {
  Taro.request.mockRejectedValue({ errMsg: "request:fail" });
  const first = await openProgram();
  await act(async () => void first.enqueue("POST /stations/:id/confirm", { id: "st_given" }));
  expect(keptOnPhone()).toContain("pending-writes");
  const key = Taro.request.mock.calls[0]?.[0].header["idempotency-key"];
  expect(key).toMatch(/^w-/);

  Taro.request.mockReset().mockResolvedValue(reply(200, givenDetail()));
  const second = await openProgram();
  await act(async () => second.startSending());
  expect(Taro.request.mock.calls.map(([{ method, url, header }]) => [method, url, header["idempotency-key"]])).toEqual([
    ["POST", "/api/stations/st_given/confirm", key],
  ]);
  expect(keptOnPhone()).not.toContain("st_given");
});

it("sends what waits when the browser says that the network is back", async () => {
  Taro.request.mockRejectedValueOnce({ errMsg: "request:fail" }).mockResolvedValue(reply(200, givenDetail()));
  const { enqueue, startSending } = await openProgram();
  startSending();
  await act(async () => void enqueue("DELETE /stations/:id/closure", { id: "st_given" }));
  expect(Taro.request).toHaveBeenCalledTimes(1);
  await act(async () => void window.dispatchEvent(new Event("online")));
  expect(Taro.request).toHaveBeenCalledTimes(2);
});

it("goes on with a tap whose sign-in had ended as soon as somebody signs in again", async () => {
  Taro.request.mockResolvedValueOnce(reply(401, refusal("not_signed_in"))).mockResolvedValue(reply(200, givenDetail()));
  const { enqueue, startSending } = await openProgram();
  const { keepSignIn } = await import("../../../miniapp/src/features/people/sign-in.js");
  startSending();
  await act(async () => void enqueue("DELETE /stations/:id/closure", { id: "st_given" }));
  expect(Taro.request).toHaveBeenCalledTimes(1);
  await act(async () => keepSignIn(givenSignedIn("t2", "keeper")));
  const [, again] = Taro.request.mock.calls.map(([request]) => request);
  expect(again).toMatchObject({ method: "DELETE", header: { authorization: "Bearer t2" } });
  expect(keptOnPhone()).not.toContain("st_given");
});

it("shows a page the writes of its record, and tells it of the answer", async () => {
  Taro.request.mockResolvedValue(
    reply(200, givenDetail({ verifiedAt: new Date(cst("2026-03-03T10:00")).toISOString() })),
  );
  const { enqueue, usePending, useSent } = await openProgram();
  const onSent = vi.fn();
  const { result } = renderHook(() => {
    useSent("st_given", onSent);
    return usePending("st_given");
  });
  act(() => {
    enqueue("POST /stations/:id/confirm", { id: "st_given" });
    enqueue("POST /stations/:id/confirm", { id: "st_other" });
  });
  expect(result.current).toMatchObject([{ recordId: "st_given", state: "sending" }]);
  await act(async () => undefined);
  expect(result.current).toEqual([]);
  expect(onSent).toHaveBeenCalledTimes(1);
});
