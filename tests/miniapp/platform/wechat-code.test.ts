import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

async function phone() {
  vi.resetModules();
  const { default: Taro, newPhone } = await import("../support/taro.js");
  newPhone();
  Taro.request.mockReset();
  Taro.login.mockReset();
  const { callApi } = await import("../../../miniapp/src/http/call-api.js");
  const report = () => callApi("POST /stations/:id/reports", { id: "st_given", kind: "door_closed", atDoor: true });
  return { Taro, callApi, report };
}

/** In WeChat, where the program is made of the other half of its files. */
async function phoneInWechat() {
  vi.doMock(
    "../../../miniapp/src/platform/wechat-code",
    () => import("../../../miniapp/src/platform/wechat-code.weapp.js"),
  );
  const opened = await phone();
  opened.Taro.request.mockResolvedValue({ statusCode: 201, data: { id: "rp_12345678" }, header: {} });
  const codes = () => opened.Taro.request.mock.calls.map(([{ header }]) => header["x-wechat-code"]);
  return { ...opened, codes };
}

describe("a report that is sent signed out", () => {
  beforeEach(() => {
    vi.useRealTimers();
  });
  afterEach(() => {
    vi.doUnmock("../../../miniapp/src/platform/wechat-code");
    vi.useRealTimers();
  });

  it("carries a code of WeChat in WeChat, another each time it is sent", async () => {
    const { Taro, report, codes } = await phoneInWechat();
    Taro.login.mockResolvedValueOnce({ code: "first" }).mockResolvedValueOnce({ code: "second" });
    await report();
    await report();
    expect(codes()).toEqual(["first", "second"]);
  });

  it("asks WeChat for no code where somebody is signed in, nor for anything else than a report", async () => {
    const { Taro, callApi, report, codes } = await phoneInWechat();
    await callApi("GET /reports/mine", {});
    const { keepSignIn } = await import("../../../miniapp/src/features/people/sign-in.js");
    const user = { id: "us_12345678", name: "李", roles: ["worker" as const], stationIds: [], reach: [] };
    keepSignIn({ token: "a-token", user });
    await report();
    expect(codes()).toEqual([undefined, undefined]);
    expect(Taro.login).not.toHaveBeenCalled();
  });

  it.each([
    ["refuses", () => Promise.reject({ errMsg: "login:fail" })],
    ["gives nothing", () => Promise.resolve({ code: "" })],
  ])("is sent without one where WeChat %s", async (_, login) => {
    const { Taro, report, codes } = await phoneInWechat();
    Taro.login.mockImplementation(login);
    await report();
    expect(codes()).toEqual([undefined]);
  });

  it("is sent without one where WeChat says nothing for three seconds", async () => {
    const { Taro, report, codes } = await phoneInWechat();
    Taro.login.mockReturnValue(new Promise(() => undefined));
    vi.useFakeTimers();
    const sent = report();
    await vi.advanceTimersByTimeAsync(2_999);
    expect(codes()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await sent;
    expect(codes()).toEqual([undefined]);
  });

  it("carries none on the web", async () => {
    const { Taro, report } = await phone();
    Taro.request.mockResolvedValue({ statusCode: 201, data: { id: "rp_12345678" }, header: {} });
    await report();
    expect(Taro.request.mock.calls[0]?.[0].header).not.toHaveProperty("x-wechat-code");
  });
});
