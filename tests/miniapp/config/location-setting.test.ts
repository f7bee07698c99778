import { describe, expect, it, vi } from "vitest";
import { readBuildEnvironment } from "../../../miniapp/config/build-environment.js";

/** The app.json of a build. */
async function appConfig(platform: "weapp" | "h5", LOCATION: "precise" | "fuzzy" | "none", hasSpeechPlugin = false) {
  vi.resetModules();
  vi.doMock("../../../miniapp/src/build-settings", () => ({
    LOCATION,
    HAS_SPEECH_PLUGIN: hasSpeechPlugin,
    isWechat: platform === "weapp",
  }));
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

describe("WeChat's speech plugin", () => {
  it("is declared in a package that is built with it, and in no other", async () => {
    expect(await appConfig("weapp", "precise", true)).toMatchObject({
      plugins: { WechatSI: { provider: "wx069ba97219f66d99" } },
    });
    expect(await appConfig("weapp", "precise")).not.toHaveProperty("plugins");
    expect(await appConfig("h5", "precise", true)).not.toHaveProperty("plugins");
  });
});

describe("the settings of a build", () => {
  it("are precise, without tiles, with the visitor's app id, unless told otherwise", () => {
    expect(readBuildEnvironment({ TARO_ENV: "weapp" })).toEqual({
      locationMode: "precise",
      apiOrigin: "http://127.0.0.1:3000",
      tiles: null,
      readsAloud: "off",
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

  it("take the ground and the labels of 天地图 with a key, in its datum, with its credit and approval", () => {
    const { tiles } = readBuildEnvironment({ TARO_ENV: "h5", TIANDITU_KEY: "0123456789abcdef0123456789abcdef" });
    expect(tiles?.layers.map((layer) => new URL(layer.replace("{s}", "0")).pathname)).toEqual([
      "/vec_w/wmts",
      "/cva_w/wmts",
    ]);
    expect(tiles).toMatchObject({ datum: "wgs84", credit: expect.stringMatching(/^天地图 GS（2024）0568号/) });
  });

  it("take any other tiles in the datum that is said, with the credit that is said", () => {
    const source = { TILE_URL: "https://tiles.example/{z}/{x}/{y}.png", TILE_DATUM: "wgs84", TILE_CREDIT: "示例地图" };
    expect(readBuildEnvironment({ TARO_ENV: "h5", ...source }).tiles).toEqual({
      layers: ["https://tiles.example/{z}/{x}/{y}.png"],
      subdomains: "abc",
      datum: "wgs84",
      credit: "示例地图",
    });
  });

  it.each([
    { YIZHAN_READ_ALOUD: "yes" },
    { TIANDITU_KEY: "key with spaces" },
    { TIANDITU_KEY: "0123456789abcdef", TILE_URL: "https://tiles.example/{z}/{x}/{y}.png" },
    { YIZHAN_LOCATION: "exact" },
    { TILE_DATUM: "bd09" },
    { API_ORIGIN: "example.com" },
  ])("stop the build when they make no sense: %o", (source) => {
    expect(() => readBuildEnvironment(source)).toThrow(/expected/);
  });
});
