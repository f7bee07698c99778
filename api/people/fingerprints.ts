import { createHmac, hkdfSync } from "node:crypto";
import { beijingDayNumber, type EpochMs } from "../../shared/common/time.js";

/**
 * What stands for somebody where only "the same as before?" is asked: 32 hex characters, from which nobody without the
 * installation's key finds what they were made of. docs/decisions/0027-fingerprints.md says which of them last how long.
 */
export interface Fingerprints {
  /** Of a person who reports, by the id of their account, which comes from WeChat: the same signed in and signed out. */
  ofReporter: (userId: string) => string;
  /** Of the random number of a phone or a browser. */
  ofDevice: (deviceId: string) => string;
  /** Of an address or a network, until Beijing's midnight: the next day it is another. */
  ofAddress: (address: string) => string;
}

const CHARACTERS = 32;

/** @param identityKey the installation's key for telling people apart, 32 bytes in base64 */
export function createFingerprints(identityKey: string, now: () => EpochMs): Fingerprints {
  const derived = (purpose: string) =>
    Buffer.from(hkdfSync("sha256", Buffer.from(identityKey, "base64"), "", `yizhan ${purpose}`, 32));
  const reporterKey = derived("reporter");
  const deviceKey = derived("device");
  let addressDay = Number.NaN;
  let addressKey = reporterKey;
  return {
    ofReporter: (userId) => fingerprint(reporterKey, userId),
    ofDevice: (deviceId) => fingerprint(deviceKey, deviceId),
    ofAddress: (address) => {
      const day = beijingDayNumber(now());
      if (day !== addressDay) {
        addressDay = day;
        addressKey = derived(`address ${day}`);
      }
      return fingerprint(addressKey, address);
    },
  };
}

function fingerprint(key: Buffer, text: string): string {
  return createHmac("sha256", key).update(text).digest("hex").slice(0, CHARACTERS);
}
