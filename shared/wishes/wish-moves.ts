import { z } from "zod";
import { WISH_MOVE_LIMITS } from "../common/field-limits.js";
import { textUpTo, wordsUpTo } from "../common/free-text.js";
import { StationId } from "../stations/station.js";
import { WishId, WishWords } from "./wish.js";
import { LONGEST_WISH_CARD } from "./wish-limits.js";
import { WISH_MOVE_NAMES, type WishMove } from "./wish-states.js";

/** The version that the person saw; given, it must still be the present one. */
const version = z.int().min(1).optional();
/** A key of the list of reasons, or words. */
const reason = WishWords;
const words = WishWords.optional();
const costYuan = z.number().min(0).max(100_000).optional();
/** An officer's card for the wall: no name, no number. */
const card = wordsUpTo(LONGEST_WISH_CARD).optional();

/** What each move is sent with. */
export const WISH_MOVE_INPUTS = {
  approve: z.strictObject({ version, card, costYuan }),
  reject: z.strictObject({ version, reason, words }),
  ask: z.strictObject({ version, question: WishWords }),
  answer: z.strictObject({ version, answer: WishWords }),
  merge: z.strictObject({ version, into: WishId }),
  refer: z.strictObject({ version, where: WishWords, words }),
  claim: z.strictObject({ version, unit: wordsUpTo(WISH_MOVE_LIMITS.unit).optional(), card, costYuan }),
  release: z.strictObject({ version, reason: reason.optional(), words }),
  ready: z.strictObject({
    version,
    /** Another station than the worker asked for. */
    stationId: StationId.optional(),
    /** When it can be collected, as people say it: 12月1日起,9点到18点. */
    window: wordsUpTo(WISH_MOVE_LIMITS.window).optional(),
    card,
    costYuan,
  }),
  deliver: z.strictObject({
    version,
    /** Shown by the worker; a keeper needs it. Without it the handler answers for the hand-over. */
    pickupCode: textUpTo(20).optional(),
    card,
    costYuan,
  }),
  confirm: z.strictObject({ version }),
  dispute: z.strictObject({ version, reason, words }),
  rate: z.strictObject({ version, rating: z.int().min(1).max(5), words }),
  withdraw: z.strictObject({ version, reason: reason.optional(), words }),
  unfulfillable: z.strictObject({ version, reason, words }),
} as const satisfies Record<WishMove, z.ZodType>;

/** What any move may be sent with. */
export interface WishMoveInput {
  version?: number | undefined;
  reason?: string | undefined;
  words?: string | undefined;
  question?: string | undefined;
  answer?: string | undefined;
  into?: string | undefined;
  where?: string | undefined;
  unit?: string | undefined;
  stationId?: string | undefined;
  window?: string | undefined;
  pickupCode?: string | undefined;
  rating?: number | undefined;
  card?: string | undefined;
  costYuan?: number | undefined;
}

/** Moves that may be sent without a word. */
export const WORDLESS_MOVES: readonly WishMove[] = WISH_MOVE_NAMES.filter(
  (move) => WISH_MOVE_INPUTS[move].safeParse({}).success,
);

/** Moves that an officer makes for many wishes at once. */
export const BULK_MOVES = ["approve", "reject"] as const satisfies readonly WishMove[];
