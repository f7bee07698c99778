import { beforeEach, describe, expect, it, vi } from "vitest";
import { newPhone } from "../../support/taro.js";

/** The settings at a start, on a phone where WeChat's own text is of a size. */
async function started(fontSizeSetting: number | undefined, platform: "weapp" | "h5" = "weapp", kept?: object) {
  vi.resetModules();
  vi.doMock("../../../../miniapp/src/platform/settings/system-text", () =>
    platform === "weapp"
      ? import("../../../../miniapp/src/platform/settings/system-text.weapp.js")
      : import("../../../../miniapp/src/platform/settings/system-text.h5.js"),
  );
  const { default: phone } = await import("../../support/taro.js");
  if (kept) phone.setStorageSync("settings", JSON.stringify(kept));
  phone.getAppBaseInfo.mockReturnValue({ fontSizeSetting });
  const settings = await import("../../../../miniapp/src/platform/settings/settings.js");
  return { phone, ...settings };
}

beforeEach(newPhone);

describe("大字", () => {
  it.each([
    [16, false],
    [17, false],
    [18, true],
    [23.8, true],
    [undefined, false],
  ])("follows WeChat's own text of %s px: %s", async (size, isLarge) => {
    expect((await started(size)).currentSettings().largeText).toBe(isLarge);
  });

  it("stays as the person chose, whatever WeChat's text is", async () => {
    const { changeSettings } = await started(22);
    changeSettings({ largeText: false });
    const { keptOnPhone } = await import("../../support/taro.js");
    expect(keptOnPhone()).toContain('{\\"largeText\\":false}');
    expect((await started(22, "weapp", { largeText: false })).currentSettings().largeText).toBe(false);
    expect((await started(16, "weapp", { largeText: true })).currentSettings().largeText).toBe(true);
  });

  it("is no choice of the person when they change something else", async () => {
    const { changeSettings } = await started(22);
    changeSettings({ travel: "ebike" });
    const { keptOnPhone } = await import("../../support/taro.js");
    expect(keptOnPhone()).not.toContain("largeText");
  });

  it("is off where WeChat is too old to say, and on the web", async () => {
    const { default: phone } = await import("../../support/taro.js");
    phone.canIUse.mockReturnValue(false);
    expect((await started(17)).currentSettings().largeText).toBe(false);
    expect((await started(30, "h5")).currentSettings().largeText).toBe(false);
  });
});
