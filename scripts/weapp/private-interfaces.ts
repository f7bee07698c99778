import { readFileSync } from "node:fs";
import declared from "../../miniapp/config/wechat-interfaces.json" with { type: "json" };

/**
 * The interfaces that WeChat wants in the privacy guide before they may be called
 * (https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/miniprogram-intro.html).
 */
const PRIVATE_TO_WECHAT = [
  "addPhoneCalendar",
  "addPhoneContact",
  "addPhoneRepeatCalendar",
  "chooseAddress",
  "chooseContact",
  "chooseImage",
  "chooseInvoice",
  "chooseInvoiceTitle",
  "chooseLicensePlate",
  "chooseLocation",
  "chooseMedia",
  "chooseMessageFile",
  "choosePoi",
  "chooseVideo",
  "createCameraContext",
  "getClipboardData",
  "getFuzzyLocation",
  "getLocation",
  "getRecorderManager",
  "getWeRunData",
  "joinVoIPChat",
  "onLocationChange",
  "openBluetoothAdapter",
  "saveImageToPhotosAlbum",
  "saveVideoToPhotosAlbum",
  "setClipboardData",
  "startAccelerometer",
  "startCompass",
  "startDeviceMotionListening",
  "startGyroscope",
  "startLocationUpdate",
  "startLocationUpdateBackground",
  "startRecord",
];
/** A build has one of them or none. */
const OF_SOME_BUILDS = ["getFuzzyLocation", "getLocation"];

const DECLARED = Object.keys(declared.private);

/** The private interfaces that a script calls. */
export function privateInterfacesIn(source: string): string[] {
  return PRIVATE_TO_WECHAT.filter((name) => new RegExp(`\\.${name}\\(`).test(source));
}

/** Where the calls of a package and the list that we declare differ, a sentence each. */
export function undeclared(called: ReadonlySet<string>): string[] {
  return [
    ...[...called]
      .filter((name) => !DECLARED.includes(name))
      .map((name) => `${name} is called and not declared: miniapp/config/wechat-interfaces.json`),
    ...DECLARED.filter((name) => !called.has(name) && !OF_SOME_BUILDS.includes(name)).map(
      (name) => `${name} is declared and not called: miniapp/config/wechat-interfaces.json`,
    ),
    ...(OF_SOME_BUILDS.every((name) => called.has(name)) ? ["two location interfaces are called by one build"] : []),
  ];
}

/** Where the table of the privacy guide in docs/wechat-review.md and the list that we declare differ. */
export function missingInGuide(guide: string): string[] {
  const rows = guide.split("\n").filter((line) => /^\| [^|]+ \| [^|]*`\w+`[^|]*\| [^|]+\|$/.test(line));
  const inTable = new Set(
    rows.flatMap((row) => [...(row.split("|")[2] ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name ?? "")),
  );
  return [
    ...DECLARED.filter((name) => !inTable.has(name)).map((name) => `${name} is in no row of the privacy guide's table`),
    ...[...inTable]
      .filter((name) => PRIVATE_TO_WECHAT.includes(name) && !DECLARED.includes(name))
      .map((name) => `${name} is in the privacy guide's table and not declared`),
  ];
}

export function readGuide(): string {
  return readFileSync(new URL("../../docs/wechat-review.md", import.meta.url), "utf8");
}
