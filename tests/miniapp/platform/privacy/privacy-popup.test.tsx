import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

type Ask = (resolve: (answer: unknown) => void, asked?: { referrer: string }) => void;

/** The popups of a phone that has just been started, and WeChat's question, as its one listener gets it. */
async function startedPhone() {
  vi.resetModules();
  const { default: phone, hidePage } = await import("../../support/taro.js");
  phone.onNeedPrivacyAuthorization.mockReset();
  const { PrivacyPopup } = await import("../../../../miniapp/src/platform/privacy/privacy-popup.weapp.js");
  const ask = (referrer: string) => {
    const answered = vi.fn();
    const listener = phone.onNeedPrivacyAuthorization.mock.calls.at(-1)?.[0] as Ask;
    act(() => listener(answered, { referrer }));
    return answered;
  };
  return {
    phone,
    ask,
    /** @returns what brings the page back */
    hidePage: () => {
      let comeBack = (): void => undefined;
      act(() => {
        comeBack = hidePage();
      });
      return () => act(comeBack);
    },
    open: () => render(<PrivacyPopup />),
  };
}

beforeEach(cleanup);
afterEach(cleanup);

const tap = (words: string) => fireEvent.click(screen.getByText(words));

it("asks on the page that is on screen, not on a tab behind it that was opened before", async () => {
  const { open, hidePage, ask } = await startedPhone();
  const timetable = open();
  hidePage();
  const nearby = open();
  const answered = ask("getLocation");
  expect(timetable.container.textContent).toBe("");
  expect(nearby.container.textContent).toContain("用你的位置之前");
  tap("同意");
  expect(answered).toHaveBeenCalledWith({ event: "agree", buttonId: "agree-privacy" });
  expect(nearby.container.textContent).toBe("");
});

it("is asked again on a tab that comes back after a page over it was closed", async () => {
  const { open, hidePage, ask } = await startedPhone();
  const nearby = open();
  const comeBack = hidePage();
  const form = open();
  form.unmount();
  const answered = ask("getLocation");
  expect(answered).not.toHaveBeenCalled();
  comeBack();
  expect(nearby.container.textContent).toContain("用你的位置之前");
  tap("不同意，我自己选地方");
  expect(answered).toHaveBeenCalledWith({ event: "disagree" });
});

it("keeps the question for the next page when the one that asked leaves, and answers nothing by itself", async () => {
  const { open, ask } = await startedPhone();
  const form = open();
  const answered = ask("chooseMedia");
  expect(form.container.textContent).toContain("拍照片之前");
  form.unmount();
  expect(answered).not.toHaveBeenCalled();
  const next = open();
  expect(next.container.textContent).toContain("拍照片之前");
  tap("不同意，先不拍");
  expect(answered).toHaveBeenCalledTimes(1);
});

it("answers everything that waits by one tap, and listens once however many pages there are", async () => {
  const { open, ask, phone } = await startedPhone();
  open();
  open();
  const first = ask("setClipboardData");
  const second = ask("getLocation");
  expect(screen.getAllByText("复制之前").length).toBeGreaterThan(0);
  fireEvent.click(screen.getAllByText("同意")[0] as HTMLElement);
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
  expect(phone.onNeedPrivacyAuthorization).toHaveBeenCalledTimes(1);
});

it("does not listen where WeChat is too old to ask", async () => {
  const { open, phone } = await startedPhone();
  phone.canIUse.mockReturnValueOnce(false);
  open();
  expect(phone.onNeedPrivacyAuthorization).not.toHaveBeenCalled();
});
