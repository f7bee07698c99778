import type { EpochMs } from "../../shared/common/time.js";
import { countedCallers } from "../people/caller.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { giveBackGuessScript, takeGuessScript } from "../redis/scripts/count-guesses.js";
import { countInWindowScript } from "../redis/scripts/count-in-window.js";
import { WindowCounts } from "./window-counts.js";

/**
 * `allow…` and `may…` answer whether the caller may go on. A caller is an account where signed in, else an address; of an
 * address with many networks all together are counted too, since one customer may hold them.
 */
export interface RateLimits {
  allowRead: (caller: string) => boolean;
  allowWrite: (caller: string) => Promise<boolean>;
  /** For what keeps a processor busy for a tenth of a second and more: drawing a poster, shrinking a photo. */
  allowHeavyWork: (caller: string) => boolean;
  /** For telling of an error of a phone. */
  allowClientError: (caller: string) => boolean;
  /**
   * Takes one of a caller's guesses before it is looked at, so that no more of them pass when they are made side by side;
   * false where none is left: then a right guess does not count either.
   */
  mayGuess: (caller: string, guessed: string) => Promise<boolean>;
  /** The guess was not wrong, and does not count. */
  giveBackGuess: (caller: string, guessed: string) => Promise<void>;
}

/** A phone network puts thousands of people behind one address: 2,000 of them may look twice a minute. */
const READS_PER_MINUTE = 6_000;
/** An account taps; an address may stand for a whole phone network. */
const ACCOUNT_WRITES_PER_MINUTE = 240;
const ADDRESS_WRITES_PER_MINUTE = 1_200;
/** What is kept does not count: an office that prints thirty posters has them in two minutes, and then at once. */
const ACCOUNT_HEAVY_WORK_PER_MINUTE = 20;
const ADDRESS_HEAVY_WORK_PER_MINUTE = 10;
/** A phone tells of ten errors at the most while the program runs; behind an address there may be many phones. */
const CLIENT_ERRORS_PER_MINUTE = 60;
const WINDOW_MS = 60_000;
/** Enough for clumsy fingers, far too few to find a code of eight characters. */
const WRONG_GUESSES = 10;
const GUESS_WINDOW_MS = 10 * 60_000;

/** So many times what one network may do is what all of a site may do together. */
const SITE_FACTOR = 10;

/**
 * Reads, and what is heavy about them, are counted in the process, so that they cost no trip to Redis; writes in Redis, so
 * that several instances of a function count together.
 */
export function createRateLimits(redis: Redis, now: () => EpochMs): RateLimits {
  const reads = new WindowCounts({ most: READS_PER_MINUTE, windowMs: WINDOW_MS, now });
  const accountWork = new WindowCounts({ most: ACCOUNT_HEAVY_WORK_PER_MINUTE, windowMs: WINDOW_MS, now });
  const addressWork = new WindowCounts({ most: ADDRESS_HEAVY_WORK_PER_MINUTE, windowMs: WINDOW_MS, now });
  const clientErrors = new WindowCounts({ most: CLIENT_ERRORS_PER_MINUTE, windowMs: WINDOW_MS, now });
  const countScript = redis.createScript<string>(countInWindowScript);
  const takeGuess = redis.createScript<string>(takeGuessScript);
  const giveBackGuess = redis.createScript<string>(giveBackGuessScript);
  return {
    allowRead: (caller) => reads.allow(caller),
    allowHeavyWork: (caller) => (caller.startsWith("account:") ? accountWork : addressWork).allow(caller),
    allowClientError: (caller) => clientErrors.allow(caller),
    allowWrite: async (caller) => {
      const most = caller.startsWith("account:") ? ACCOUNT_WRITES_PER_MINUTE : ADDRESS_WRITES_PER_MINUTE;
      const limits = [String(WINDOW_MS), String(most), String(SITE_FACTOR)];
      return (await countScript.exec(countedCallers(caller).map(keys.writesInWindow), limits)) === "1";
    },
    mayGuess: async (caller, guessed) => {
      const limits = [String(GUESS_WINDOW_MS), String(WRONG_GUESSES), String(SITE_FACTOR)];
      return (await takeGuess.exec(guessKeys(caller, guessed), limits)) === "1";
    },
    giveBackGuess: async (caller, guessed) => {
      await giveBackGuess.exec(guessKeys(caller, guessed), []);
    },
  };
}

function guessKeys(caller: string, guessed: string): string[] {
  return countedCallers(caller).map((one) => keys.wrongGuesses(one, guessed));
}
