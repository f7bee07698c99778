import type { AskedAt } from "./asked-at";

/** Browsers have no such messages, though Taro's stand-in there says yes to everything. */
export async function prepareToAsk(): Promise<void> {}

export function askToSubscribe(_at: AskedAt): void {}
