import Taro from "@tarojs/taro";

/** Everything this program keeps on the phone. A person's position is not among it, and never may be. */
type StorageKey =
  | "settings"
  | "chosen-place"
  | "last-answer"
  | "last-timetable"
  | "last-wishes"
  | "wish-draft"
  | "pending-writes"
  | "kept-station"
  | "sign-in"
  | "device"
  | "told-doors"
  | "packs"
  | `pack:${string}`;

/** Null where nothing is kept or the phone refuses (private windows do): the program works without. */
export function readFromPhone(key: StorageKey): unknown {
  try {
    const text: unknown = Taro.getStorageSync(key);
    return typeof text === "string" && text !== "" ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

export function keepOnPhone(key: StorageKey, value: unknown): void {
  try {
    Taro.setStorageSync(key, JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs the memory, not the page.
  }
}

export function forgetOnPhone(key: StorageKey): void {
  try {
    Taro.removeStorageSync(key);
  } catch {
    // As above.
  }
}
