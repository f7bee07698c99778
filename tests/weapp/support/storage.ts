import type { Phone } from "./phone.js";

const KEY_LIMIT_BYTES = 1024 * 1024;
const LIMIT_BYTES = 10 * 1024 * 1024;

/** WeChat's storage: 1 MB a key, 10 MB together. What does not fit throws and leaves what was there. */
export function storageFunctions(phone: Phone): Record<string, unknown> {
  const bytes = (text: string) => Buffer.byteLength(text);
  return {
    getStorageSync: (key: string) => {
      const text = phone.storage.get(key);
      return text === undefined ? "" : JSON.parse(text);
    },
    setStorageSync: (key: string, value: unknown) => {
      const text = JSON.stringify(value);
      if (bytes(text) > KEY_LIMIT_BYTES) throw new Error("setStorageSync:fail entry size limit reached");
      const others = [...phone.storage].filter(([other]) => other !== key);
      const together = others.reduce((sum, [, kept]) => sum + bytes(kept), 0) + bytes(text);
      if (together > LIMIT_BYTES) throw new Error("setStorageSync:fail exceed storage max size 10Mb");
      phone.storage.set(key, text);
    },
    removeStorageSync: (key: string) => {
      phone.storage.delete(key);
    },
    getStorageInfoSync: () => ({
      keys: [...phone.storage.keys()],
      currentSize: Math.ceil([...phone.storage.values()].reduce((sum, text) => sum + bytes(text), 0) / 1024),
      limitSize: LIMIT_BYTES / 1024,
    }),
  };
}
