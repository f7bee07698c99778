/** Fingerprints of who reports: equal means the same, and nobody without the key learns more. */
export interface Reporter {
  /** Whom WeChat vouches for, signed in or not; null: nobody does. */
  person: string | null;
  /** The same where they are signed in, so that they find their own reports; null: they are not. */
  account: string | null;
  /** They have had an account here for a while. */
  isSettled: boolean;
  device: string | null;
  address: string;
}
