import type { Random } from "../made-up-stations.js";

/** Whose phones the people of the month hold. Fixed, as the city is. */
export const PHONES = {
  /** So many that each is asked twice a day. */
  count: 5_000,
  /** A carrier puts so many behind one address. */
  perAddress: 200,
  /** The others use the mini-program in WeChat, signed out like everybody. */
  webShare: 0.5,
} as const;

/** What the server learns of who reports. */
export interface Sender {
  person: string | null;
  isSettled: boolean;
  device: string;
  address: string;
}

/** The phone of somebody honest. */
export function madeUpSender(random: Random): Sender {
  const phone = Math.floor(random() * PHONES.count);
  // Half of the phones of each address.
  const isOnWeb = (phone * 0.618_034) % 1 < PHONES.webShare;
  return {
    person: isOnWeb ? null : `wechat ${phone}`,
    isSettled: false,
    device: `phone ${phone}`,
    address: `carrier ${Math.floor(phone / PHONES.perAddress)}`,
  };
}
