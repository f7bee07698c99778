import type { Network, Task } from "./network.js";
import type { Phone } from "./phone.js";
import type { PrivacyGate } from "./privacy-gate.js";
import { storageFunctions } from "./storage.js";
import { failure, type WechatError } from "./wechat-errors.js";

/** What functions of WeChat are called with. */
interface Options {
  success?: (answer: object) => void;
  fail?: (error: WechatError) => void;
  complete?: (answer: object) => void;
  [name: string]: unknown;
}

/** What of the running program WeChat's functions need. */
export interface Running {
  phone: Phone;
  network: Network;
  gate: PrivacyGate;
  isWithinTap: () => boolean;
  /** In a page opened from the timeline, there is no sign-in, no other page and no message. */
  isSinglePage: boolean;
  launchedWith: () => object;
  router: Record<"navigateTo" | "redirectTo" | "reLaunch" | "switchTab", (url: string) => string | null> & {
    navigateBack: (delta: number) => string | null;
  };
  /** Runs what the program gave to be called back, unless it has ended; what it throws is the program's error. */
  callBack: (run: () => void) => void;
  listeners: Record<
    "network" | "appShow" | "appHide" | "theme" | "error" | "rejection" | "pageNotFound",
    Set<(said: object) => void>
  >;
  restart: () => void;
}

type Handler = (options: Options, ok: (answer?: object) => void, fail: (error: WechatError) => void) => unknown;

/** Interfaces behind the privacy guide, as WeChat lists them and as far as they are used. */
const PRIVATE = new Set([
  "getLocation",
  "getFuzzyLocation",
  "chooseMedia",
  "chooseMessageFile",
  "addPhoneCalendar",
  "setClipboardData",
  "getClipboardData",
  "saveImageToPhotosAlbum",
  "chooseAddress",
]);
const NOT_IN_SINGLE_PAGE = new Set([
  "navigateTo",
  "redirectTo",
  "reLaunch",
  "switchTab",
  "navigateBack",
  "login",
  "requestSubscribeMessage",
  "openSetting",
  "chooseMedia",
  "openLocation",
  "scanCode",
]);

/** `wx`, as far as the package uses it: the published answers and errors, from what the phone's owner does. */
export function wechatFunctions(running: Running): Record<string, unknown> {
  const { phone, network, listeners } = running;
  const wx: Record<string, unknown> = {
    // Where the scripts of the package find one another.
    webpackJsonp: [],
    env: { USER_DATA_PATH: "wxfile://usr" },
    ...storageFunctions(phone),
    ...device(running),
    ...events(listeners),
    onNeedPrivacyAuthorization: (listener: Parameters<PrivacyGate["listen"]>[0]) =>
      running.gate.listen((resolve, info) => running.callBack(() => listener(resolve, info))),
    getUpdateManager: () => updateManager(running),
    getRealtimeLogManager: () => realtimeLog(phone),
    getFileSystemManager: () => fileSystem(phone),
    createSelectorQuery: () => ({ select: () => ({}), exec: () => undefined }),
  };
  for (const [name, handler] of Object.entries(handlers(running))) {
    wx[name] = (options: Options = {}) => call(running, name, handler, options);
  }
  for (const [name, kind] of [
    ["request", request],
    ["uploadFile", uploadFile],
    ["downloadFile", downloadFile],
  ] as const) {
    wx[name] = (options: Options) => kind(running, network, options);
  }
  for (const name of phone.missing) delete wx[name];
  wx.canIUse = (name: string) => name.split(".")[0] !== undefined && (name.split(".")[0] ?? "") in wx;
  return wx;
}

function call(running: Running, name: string, handler: Handler, options: Options): unknown {
  // Since base library 2.10.2 a call without callbacks answers with a promise; Taro leaves chooseMedia to that.
  if (!options.success && !options.fail && !options.complete) {
    return new Promise((resolve, reject) => {
      call(running, name, handler, { ...options, success: resolve, fail: reject });
    });
  }
  const answer = (callback: ((value: never) => void) | undefined, value: object) =>
    setImmediate(() =>
      running.callBack(() => {
        callback?.(value as never);
        options.complete?.(value);
      }),
    );
  const ok = (value: object = {}) => answer(options.success, { errMsg: `${name}:ok`, ...value });
  const fail = (error: WechatError) => answer(options.fail, error);
  if (running.isSinglePage && NOT_IN_SINGLE_PAGE.has(name)) {
    return fail(failure(name, "can not be invoked in single page mode"));
  }
  const go = () => void handler(options, ok, fail);
  if (PRIVATE.has(name)) running.gate.pass(name, go, fail);
  else go();
  return undefined;
}

function handlers({ phone, isWithinTap, router }: Running): Record<string, Handler> {
  const { seen, answers } = phone;
  const move =
    (name: "navigateTo" | "redirectTo" | "reLaunch" | "switchTab"): Handler =>
    ({ url }, ok, fail) => {
      const refusal = router[name](String(url));
      if (refusal === null) ok();
      else fail(failure(name, refusal));
    };
  return {
    navigateTo: move("navigateTo"),
    redirectTo: move("redirectTo"),
    reLaunch: move("reLaunch"),
    switchTab: move("switchTab"),
    navigateBack: ({ delta = 1 }, ok, fail) => {
      const refusal = router.navigateBack(Number(delta));
      if (refusal === null) ok();
      else fail(failure("navigateBack", refusal));
    },
    getLocation: (_, ok, fail) => locate(phone, "getLocation", ok, fail),
    getFuzzyLocation: (_, ok, fail) => locate(phone, "getFuzzyLocation", ok, fail),
    openLocation: ({ latitude, longitude, name }, ok, fail) => {
      if (typeof latitude !== "number" || typeof longitude !== "number") {
        return fail(failure("openLocation", "parameter error: parameter.latitude should be Number"));
      }
      seen.openedLocations.push({ latitude, longitude, name: String(name) });
      ok();
    },
    getSetting: (_, ok) => ok({ authSetting: Object.fromEntries(phone.permissions) }),
    openSetting: (_, ok, fail) => {
      if (!isWithinTap()) return fail(failure("openSetting", "can only be invoked by user TAP gesture."));
      seen.settingsOpened += 1;
      if (answers.position === "allow") phone.permissions.set("scope.userLocation", true);
      ok({ authSetting: Object.fromEntries(phone.permissions) });
    },
    getPrivacySetting: (_, ok) =>
      ok({ needAuthorization: !phone.privacyAgreed, privacyContractName: "《小程序隐私保护指引》" }),
    openPrivacyContract: (_, ok) => {
      seen.privacyContractsOpened += 1;
      ok();
    },
    login: (_, ok, fail) => {
      if (phone.network === "none") return fail(failure("login", "network error"));
      ok({ code: phone.signInCode() });
    },
    requestSubscribeMessage: ({ tmplIds }, ok, fail) => {
      const ids = Array.isArray(tmplIds) ? tmplIds.map(String) : [];
      const name = "requestSubscribeMessage";
      if (!isWithinTap()) return fail(failure(name, "can only be invoked by user TAP gesture."));
      if (ids.length === 0) return fail(failure(name, "invalid params", { errCode: 10_001 }));
      if (ids.length > 3) return fail(failure(name, "The number of templates is over the limit", { errCode: 20_003 }));
      if (answers.messages === "main switch off") {
        return fail(failure(name, "The main switch is switched off", { errCode: 20_004 }));
      }
      seen.messageBoxes.push(ids);
      if (answers.messages === "accept") for (const id of ids) phone.onAgreed(id);
      ok(Object.fromEntries(ids.map((id) => [id, answers.messages])));
    },
    chooseMedia: (_, ok, fail) => {
      const { photo } = answers;
      if (photo === null) return fail(failure("chooseMedia", "cancel"));
      phone.files.set(photo.path, photo.bytes);
      ok({ type: "image", tempFiles: [{ tempFilePath: photo.path, size: photo.bytes.length, fileType: "image" }] });
    },
    compressImage: ({ src }, ok) => ok({ tempFilePath: src }),
    chooseMessageFile: (_, __, fail) => fail(failure("chooseMessageFile", "cancel")),
    previewImage: ({ urls }, ok) => {
      seen.pictures.push(Array.isArray(urls) ? urls.map(String) : []);
      ok();
    },
    scanCode: (_, ok, fail) => {
      if (answers.code === null) return fail(failure("scanCode", "cancel"));
      ok({ result: answers.code, scanType: "QR_CODE", charSet: "utf-8", path: "" });
    },
    addPhoneCalendar: (options, ok) => {
      seen.calendar.push(options);
      ok();
    },
    setClipboardData: ({ data }, ok) => {
      seen.clipboard = String(data);
      ok();
    },
    makePhoneCall: ({ phoneNumber }, ok) => {
      seen.calls.push(String(phoneNumber));
      ok();
    },
    showTabBarRedDot: ({ index }, ok) => {
      seen.redDots.add(Number(index));
      ok();
    },
    hideTabBarRedDot: ({ index }, ok) => {
      seen.redDots.delete(Number(index));
      ok();
    },
    showToast: ({ title }, ok) => {
      seen.toasts.push(String(title));
      ok();
    },
    hideToast: (_, ok) => ok(),
    showLoading: (_, ok) => ok(),
    hideLoading: (_, ok) => ok(),
    showModal: ({ title = "", content = "" }, ok) => {
      seen.modals.push({ title: String(title), content: String(content) });
      ok({ confirm: answers.modal === "confirm", cancel: answers.modal === "cancel" });
    },
    openDocument: (_, ok) => ok(),
    getNetworkType: (_, ok) => ok({ networkType: phone.network }),
    setKeepScreenOn: (_, ok) => ok(),
    setNavigationBarTitle: (_, ok) => ok(),
    stopPullDownRefresh: (_, ok) => ok(),
    pageScrollTo: (_, ok) => ok(),
    vibrateShort: (_, ok) => ok(),
    showShareMenu: (_, ok) => ok(),
  };
}

function locate(phone: Phone, name: string, ok: (answer: object) => void, fail: (error: WechatError) => void): unknown {
  const { answers, permissions, position } = phone;
  const scope = name === "getLocation" ? "scope.userLocation" : "scope.userFuzzyLocation";
  if (answers.position === "off") return fail(failure(name, "system permission denied", { errno: 3 }));
  if (!permissions.has(scope)) permissions.set(scope, answers.position !== "deny");
  if (permissions.get(scope) !== true) return fail(failure(name, "auth deny", { errno: 103 }));
  if (answers.position === "times out") return fail(failure(name, "timeout", { errno: 5 }));
  if (name === "getFuzzyLocation") {
    // Some kilometres around, always the same for a place.
    const rough = (degrees: number) => Math.round(degrees * 50) / 50;
    return ok({ latitude: rough(position.latitude), longitude: rough(position.longitude) });
  }
  return ok({ ...position, accuracy: 30, horizontalAccuracy: 30, verticalAccuracy: 0, altitude: 0, speed: -1 });
}

function device({ phone, launchedWith }: Running): Record<string, unknown> {
  const [width, height] = [375, 667];
  const window = () => ({
    ...{ windowWidth: width, windowHeight: height - 64, screenWidth: width, screenHeight: height, pixelRatio: 2 },
    ...{ statusBarHeight: 20, screenTop: 64 },
    safeArea: { left: 0, right: width, top: 20, bottom: height - phone.safeAreaBelow, width, height: height - 20 },
  });
  const base = () => ({
    ...{ SDKVersion: "3.7.0", version: "8.0.50", language: "zh_CN", theme: phone.theme, enableDebug: false },
    ...{ fontSizeSetting: phone.fontSize, fontSizeScaleFactor: phone.fontSize / 17, host: { env: "WeChat" } },
  });
  const machine = () => ({
    platform: "android",
    system: "Android 9",
    brand: "a brand",
    model: "a phone",
    abi: "arm64",
  });
  return {
    getWindowInfo: window,
    getAppBaseInfo: base,
    getDeviceInfo: machine,
    getSystemInfoSync: () => ({ ...window(), ...base(), ...machine() }),
    getSystemSetting: () => ({ locationEnabled: phone.answers.position !== "off", deviceOrientation: "portrait" }),
    getLaunchOptionsSync: launchedWith,
    getEnterOptionsSync: launchedWith,
    getAccountInfoSync: () => ({
      miniProgram: { appId: "wx0123456789abcdef", envVersion: "release", version: "1.0.0" },
    }),
    getMenuButtonBoundingClientRect: () => ({ top: 24, bottom: 56, left: 278, right: 365, width: 87, height: 32 }),
  };
}

function events(listeners: Running["listeners"]): Record<string, unknown> {
  const names = {
    NetworkStatusChange: "network",
    AppShow: "appShow",
    AppHide: "appHide",
    ThemeChange: "theme",
    Error: "error",
    UnhandledRejection: "rejection",
    PageNotFound: "pageNotFound",
  } as const;
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, kind]) => [
      [`on${name}`, (listener: (said: object) => void) => listeners[kind].add(listener)],
      [`off${name}`, (listener: (said: object) => void) => listeners[kind].delete(listener)],
    ]),
  );
}

function updateManager({ phone, callBack, restart }: Running): object {
  const later = (listener: (said: object) => void, when: boolean) =>
    when && setImmediate(() => callBack(() => listener({ hasUpdate: phone.update !== "none" })));
  return {
    onCheckForUpdate: (listener: () => void) => later(listener, true),
    onUpdateReady: (listener: () => void) => later(listener, phone.update === "ready"),
    onUpdateFailed: (listener: () => void) => later(listener, phone.update === "failed"),
    applyUpdate: () => {
      if (phone.update !== "ready") throw new Error("applyUpdate:fail update is not ready");
      phone.update = "none";
      phone.seen.restartsForUpdate += 1;
      restart();
    },
  };
}

function realtimeLog(phone: Phone): object {
  const line =
    (level: string) =>
    (...said: unknown[]) =>
      void phone.seen.realtimeLog.push(
        `${level} ${said.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join(" ")}`,
      );
  return { info: line("info"), warn: line("warn"), error: line("error"), setFilterMsg: () => undefined };
}

function fileSystem(phone: Phone): object {
  return {
    readFileSync: (path: string) => {
      const bytes = phone.files.get(path);
      if (bytes === undefined) throw new Error(`readFileSync:fail no such file or directory, open ${path}`);
      return new Uint8Array(bytes).buffer;
    },
    writeFileSync: (path: string, content: ArrayBuffer | string) => {
      phone.files.set(path, typeof content === "string" ? Buffer.from(content) : new Uint8Array(content));
    },
  };
}

type Callbacks = Pick<Options, "success" | "fail" | "complete">;

function finish(running: Running, { success, complete }: Callbacks, answer: object): void {
  running.callBack(() => {
    success?.(answer);
    complete?.(answer);
  });
}

function failed(running: Running, { fail, complete }: Callbacks): (error: WechatError) => void {
  return (error) =>
    running.callBack(() => {
      fail?.(error);
      complete?.(error);
    });
}

function request(running: Running, network: Network, options: Options): Task {
  const { url, method = "GET", data, header, timeout = 60_000 } = options;
  const verb = String(method).toUpperCase();
  const address = new URL(String(url));
  const hasBody = verb !== "GET" && data !== undefined;
  if (verb === "GET" && typeof data === "object" && data !== null) {
    for (const [name, value] of Object.entries(data)) address.searchParams.set(name, String(value));
  }
  return network.start({
    name: "request",
    url: address.href,
    init: {
      method: verb,
      headers: headersOf(header, hasBody ? { "content-type": "application/json" } : {}),
      ...(hasBody ? { body: typeof data === "string" ? data : JSON.stringify(data) } : {}),
    },
    timeoutMs: Number(timeout),
    fail: failed(running, options),
    done: async (response) => {
      const text = await response.text();
      const answer = { errMsg: "request:ok", statusCode: response.status, header: headersIn(response), cookies: [] };
      finish(running, options, { ...answer, data: parsed(text) });
    },
  });
}

function uploadFile(running: Running, network: Network, options: Options): Task {
  const { url, filePath, name, header } = options;
  const bytes = running.phone.files.get(String(filePath));
  const form = new FormData();
  form.set(String(name), new Blob([new Uint8Array(bytes ?? [])], { type: "image/jpeg" }), "photo.jpg");
  return network.start({
    name: "uploadFile",
    url: String(url),
    init: { method: "POST", headers: headersOf(header, {}), body: form },
    timeoutMs: 60_000,
    fail: failed(running, options),
    done: async (response) => {
      const answer = { errMsg: "uploadFile:ok", statusCode: response.status, header: headersIn(response) };
      finish(running, options, { ...answer, data: await response.text() });
    },
  });
}

function downloadFile(running: Running, network: Network, options: Options): Task {
  return network.start({
    name: "downloadFile",
    url: String(options.url),
    init: { method: "GET", headers: headersOf(options.header, {}) },
    timeoutMs: 60_000,
    fail: failed(running, options),
    done: async (response) => {
      const tempFilePath = `wxfile://tmp_${running.phone.files.size}`;
      running.phone.files.set(tempFilePath, new Uint8Array(await response.arrayBuffer()));
      finish(running, options, { errMsg: "downloadFile:ok", statusCode: response.status, tempFilePath });
    },
  });
}

function headersOf(given: unknown, otherwise: Record<string, string>): Record<string, string> {
  const headers: Record<string, string> = { ...otherwise };
  if (typeof given === "object" && given !== null) {
    for (const [name, value] of Object.entries(given)) headers[name.toLowerCase()] = String(value);
  }
  return headers;
}

/** WeChat keeps the spelling of the server, which is not that of browsers. */
function headersIn(response: Response): Record<string, string> {
  const spelt = (name: string) => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
  return Object.fromEntries([...response.headers].map(([name, value]) => [spelt(name), value]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
