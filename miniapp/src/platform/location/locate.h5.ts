import Taro from "@tarojs/taro";
import { toGcj02 } from "../../../../shared/common/place";
import { LOCATION } from "../../build-settings";
import { takeEarlyPosition } from "./early-position";
import { isRoughAccuracy, LOCATE_TIMEOUT_MS, type LocateResult } from "./position";

const PERMISSION_DENIED = 1;

/** Asks the browser for the position. Browsers give WGS-84, and Taro's web build refuses any other. Never throws. */
export async function locate(): Promise<LocateResult> {
  if (LOCATION === "none") return { state: "missing", reason: "unavailable" };
  try {
    const { latitude, longitude, accuracy } = await withinTime(takeEarlyPosition() ?? askBrowser());
    if (typeof latitude !== "number" || typeof longitude !== "number")
      return { state: "missing", reason: "unavailable" };
    const point = { latitude, longitude };
    return {
      state: "found",
      position: {
        source: "position",
        point,
        datum: "wgs84",
        mapPoint: toGcj02(point, "wgs84"),
        isRough: LOCATION === "fuzzy" || isRoughAccuracy(accuracy),
      },
    };
  } catch (error) {
    return { state: "missing", reason: isRefusal(error) ? "refused" : "unavailable" };
  }
}

function askBrowser(): Promise<Taro.getLocation.SuccessCallbackResult> {
  const isHighAccuracy = LOCATION === "precise";
  return Taro.getLocation({ type: "wgs84", isHighAccuracy, highAccuracyExpireTime: LOCATE_TIMEOUT_MS });
}

/** A browser whose question is left unanswered stays silent for ever. */
function withinTime<T>(asked: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("timeout")), LOCATE_TIMEOUT_MS);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function isRefusal(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  if ("code" in error && error.code === PERMISSION_DENIED) return true;
  return "errMsg" in error && /denied|deny|permission/i.test(String(error.errMsg));
}

/** A browser has no page for it: the person finds it beside the address. The words come when they are asked for. */
export async function openPermissionSettings(): Promise<void> {
  const { showPermissionHelp } = await import("./permission-help");
  await showPermissionHelp();
}
