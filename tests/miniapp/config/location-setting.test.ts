import { describe, expect, it, vi } from "vitest";
import { readBuildEnvironment } from "../../../miniapp/config/build-environment.js";

/** The app.json of a build. */
async function appConfig(platform: "weapp" | "h5", LOCATION: "precise" | "fuzzy" | "none") {
  vi.resetModules();
  vi.doMock("../../../miniapp/src/build-settings", () => ({ LOCATION, isWechat: platform === "weapp" }));
  vi.stubGlobal("defineAppConfig", (config: Record<string, unknown>) => config);
  const { default: config } = await import("../../../miniapp/src/app.config.js");
  return config;
}

describe("what WeChat is told of the position", () => {
  it.each([
    ["precise", ["getLocation"]],
    ["fuzzy", ["getFuzzyLocation"]],
  ] as const)("names one interface in a %s build, as both are refused together", async (mode, infos) => {
    expect(await appConfig("weapp", mode)).toMatchObject({
      requiredPrivateInfos: infos,
      permission: { "scope.userLocation": { desc: expect.stringContaining("不会保存") } },
    });
  });

  it("is nothing in a build without a position", async () => {
    const config = await appConfig("weapp", "none");
    expect(config).not.toHaveProperty("requiredPrivateInfos");
    expect(config).not.toHaveProperty("permission");
  });
});

describe("the settings of a build", () => {
  it("are precise, without tiles, with the visitor's app id, unless told otherwise", () => {
    expect(readBuildEnvironment({ TARO_ENV: "weapp" })).toEqual({
      locationMode: "precise",
      apiOrigin: "http://127.0.0.1:3000",
      tileUrl: "",
      tileDatum: "gcj02",
      tileCredit: "",
      appId: "touristappid",
      operatorName: "",
      complaintPhone: "12351",
    });
  });

  it("ask the origin of the pages on the web", () => {
    expect(readBuildEnvironment({ TARO_ENV: "h5" }).apiOrigin).toBe("");
    expect(readBuildEnvironment({ TARO_ENV: "h5", API_ORIGIN: "https://api.example/" }).apiOrigin).toBe(
      "https://api.example",
    );
  });

  it.each([{ YIZHAN_LOCATION: "exact" }, { TILE_DATUM: "bd09" }, { API_ORIGIN: "example.com" }])(
    "stop the build when they make no sense: %o",
    (source) => {
      expect(() => readBuildEnvironment(source)).toThrow(/expected/);
    },
  );
});
