import type { Share } from "./wilson.js";

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** 83 % (12 次里 10 次，95 % 在 55 % 到 95 % 之间); a dash where nothing was counted. */
export function shareWords({ of, found, share, low, high }: Share): { rate: string; detail: string } {
  if (share === null || low === null || high === null) return { rate: "—", detail: "还没有查过" };
  return { rate: percent(share), detail: `${of} 次里 ${found} 次，95 % 在 ${percent(low)} 到 ${percent(high)} 之间` };
}
