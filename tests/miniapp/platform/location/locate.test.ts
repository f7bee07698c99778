import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { toGcj02 } from "../../../../shared/common/place.js";
import { newPhone } from "../../support/taro.js";

const HERE = { latitude: 38.474, longitude: 106.289 };

/** The adapter of one platform, in a build with one of the three location settings. */
async function adapter(platform: "weapp" | "h5", LOCATION: "precise" | "fuzzy" | "none") {
  vi.resetModules();
  vi.stubGlobal("LOCATION_MODE", LOCATION);
  vi.doMock("../../../../miniapp/src/build-settings", () => ({ LOCATION, isWechat: platform === "weapp" }));
  const { default: phone } = await import("../../support/taro.js");
  const { locate } =
    platform === "weapp"
      ? await import("../../../../miniapp/src/platform/location/locate.weapp.js")
      : await import("../../../../miniapp/src/platform/location/locate.h5.js");
  return { locate, phone };
}

beforeEach(newPhone);
afterEach(() => vi.unstubAllGlobals());

describe("the position in WeChat", () => {
  it("is asked for in GCJ-02 in a precise build", async () => {
    const { locate, phone } = await adapter("weapp", "precise");
    phone.getLocation.mockResolvedValue(HERE);
    expect(await locate()).toMatchObject({ state: "found", position: { point: HERE, datum: "gcj02", mapPoint: HERE } });
    expect(phone.getLocation).toHaveBeenCalledWith({ type: "gcj02" });
    expect(phone.getFuzzyLocation).not.toHaveBeenCalled();
  });

  it("comes from the fuzzy interface alone in a fuzzy build", async () => {
    const { locate, phone } = await adapter("weapp", "fuzzy");
    phone.getFuzzyLocation.mockResolvedValue(HERE);
    expect(await locate()).toMatchObject({ state: "found", position: { datum: "gcj02" } });
    expect(phone.getLocation).not.toHaveBeenCalled();
  });

  it.each([
    ["precise", undefined, false],
    ["precise", 500, false],
    ["precise", 501, true],
    ["fuzzy", undefined, true],
  ] as const)("is rough in a %s build with an accuracy of %s m: %s", async (mode, accuracy, isRough) => {
    for (const platform of ["weapp", "h5"] as const) {
      const { locate, phone } = await adapter(platform, mode);
      phone.getLocation.mockResolvedValue({ ...HERE, accuracy });
      phone.getFuzzyLocation.mockResolvedValue(HERE);
      expect(await locate()).toMatchObject({ state: "found", position: { isRough } });
    }
  });

  it("is never asked for in a build without", async () => {
    const { locate, phone } = await adapter("weapp", "none");
    expect(await locate()).toEqual({ state: "missing", reason: "unavailable" });
    expect(phone.getLocation).not.toHaveBeenCalled();
    expect(phone.getFuzzyLocation).not.toHaveBeenCalled();
  });

  it.each([
    ["getLocation:fail auth deny", "refused"],
    ["getLocation:fail:auth denied", "refused"],
    ["getLocation:fail privacy permission is not authorized", "refused"],
    ["getLocation:fail timeout", "unavailable"],
    ["getLocation:fail system permission off", "unavailable"],
  ])("is missing without an exception: %s is %s", async (errMsg, reason) => {
    const { locate, phone } = await adapter("weapp", "precise");
    phone.getLocation.mockRejectedValue({ errMsg });
    expect(await locate()).toEqual({ state: "missing", reason });
  });
});

describe("the position on the web", () => {
  it("is asked for in WGS-84, as browsers know nothing else, and drawn in GCJ-02", async () => {
    const { locate, phone } = await adapter("h5", "precise");
    phone.getLocation.mockResolvedValue(HERE);
    expect(await locate()).toMatchObject({
      state: "found",
      position: { point: HERE, datum: "wgs84", mapPoint: toGcj02(HERE, "wgs84") },
    });
    expect(phone.getLocation.mock.calls[0]?.[0]).toMatchObject({ type: "wgs84" });
  });

  it("does not believe a success without coordinates, which Taro gives for what it lacks", async () => {
    const { locate, phone } = await adapter("h5", "precise");
    phone.getLocation.mockResolvedValue({ errMsg: "暂时不支持 API" });
    expect(await locate()).toEqual({ state: "missing", reason: "unavailable" });
  });

  it("tells a no from a silence", async () => {
    const { locate, phone } = await adapter("h5", "precise");
    phone.getLocation.mockRejectedValue({ errMsg: "User denied Geolocation" });
    expect(await locate()).toEqual({ state: "missing", reason: "refused" });
    vi.useFakeTimers();
    phone.getLocation.mockReturnValue(new Promise(() => undefined));
    const silent = locate();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await silent).toEqual({ state: "missing", reason: "unavailable" });
    vi.useRealTimers();
  });
});
