import type { AskedAt } from "./asked-at";

/** Browsers have no such messages, though Taro's stand-in there says yes to everything. */
export async function prepareToAsk(): Promise<void> {}

export function askToSubscribe(_at: AskedAt): void {}

export function askKeeper(then: () => void = () => undefined): void {
  then();
}

export function askKeeperAnew(): void {}

export const CAN_ASK = false;

/** Whether a person can be told here what comes of a report. */
export function canBeTold(): boolean {
  return false;
}

export async function askToBeTold(_reportId?: string): Promise<boolean> {
  return false;
}
