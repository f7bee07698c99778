import Taro from "@tarojs/taro";
import { LOCATION } from "../../build-settings";
import { isRoughAccuracy, type LocateResult } from "./position";

/**
 * The setting itself, not its name in build-settings: the compiler then leaves the other interface out. WeChat looks for both
 * in the scripts of a package, and a package may have one.
 */
const askWechat =
  LOCATION_MODE === "fuzzy"
    ? async () => ({ ...(await Taro.getFuzzyLocation({ type: "gcj02" })), isRough: true })
    : async () => {
        const found = await Taro.getLocation({ type: "gcj02" });
        return { ...found, isRough: isRoughAccuracy(found.accuracy) };
      };

/** Asks WeChat for the position, in GCJ-02; a fuzzy one is a point within some kilometres. Never throws. */
export async function locate(): Promise<LocateResult> {
  if (LOCATION === "none") return { state: "missing", reason: "unavailable" };
  try {
    const { latitude, longitude, isRough } = await askWechat();
    if (typeof latitude !== "number" || typeof longitude !== "number")
      return { state: "missing", reason: "unavailable" };
    const point = { latitude, longitude };
    return { state: "found", position: { source: "position", point, datum: "gcj02", mapPoint: point, isRough } };
  } catch (error) {
    return { state: "missing", reason: isRefusal(error) ? "refused" : "unavailable" };
  }
}

function isRefusal(error: unknown): boolean {
  const message = typeof error === "object" && error !== null && "errMsg" in error ? String(error.errMsg) : "";
  return /auth|deny|denied|privacy/i.test(message);
}

/** Opens WeChat's own settings, the only way back after a refusal. */
export async function openPermissionSettings(): Promise<void> {
  await Taro.openSetting().catch(() => undefined);
}
