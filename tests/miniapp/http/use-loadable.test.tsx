import { act, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useLoadable } from "../../../miniapp/src/http/use-loadable.js";

/** A load whose replies come when the test says so. */
function controlled() {
  const pending: { resolve: (value: string) => void; reject: (error: unknown) => void }[] = [];
  const load = () => new Promise<string>((resolve, reject) => pending.push({ resolve, reject }));
  return { load, pending };
}

it("never lets a late reply cover a newer one", async () => {
  const { load, pending } = controlled();
  const { result } = renderHook(() => useLoadable(load));
  act(() => void result.current[1]());
  await act(async () => pending[1]?.resolve("newer"));
  await act(async () => pending[0]?.resolve("late"));
  expect(result.current[0]).toEqual({ status: "ready", value: "newer" });
});

it("never lets the reply to an old question cover the answer to a new one", async () => {
  const first = controlled();
  const second = controlled();
  const { result, rerender } = renderHook(({ load }) => useLoadable(load), { initialProps: { load: first.load } });
  rerender({ load: second.load });
  await act(async () => second.pending[0]?.resolve("new question"));
  await act(async () => first.pending[0]?.reject(new Error("old question")));
  expect(result.current[0]).toEqual({ status: "ready", value: "new question" });
});

it("keeps the old value on screen while it loads again", async () => {
  const { load, pending } = controlled();
  const { result } = renderHook(() => useLoadable(load));
  await act(async () => pending[0]?.resolve("old"));
  act(() => void result.current[1]());
  expect(result.current[0]).toEqual({ status: "ready", value: "old" });
});

it("waits while there is nothing to load", () => {
  const { result } = renderHook(() => useLoadable<string>(null));
  expect(result.current[0]).toEqual({ status: "loading" });
});
