import { z } from "zod";
import { WISH_CONTACT_LIMITS } from "../common/field-limits.js";
import { wordsUpTo } from "../common/free-text.js";
import { UserId } from "../people/user.js";
import { StationId } from "../stations/station.js";
import { WISH_CATEGORY_KEYS } from "./wish-category.js";
import { LONGEST_WISH, LONGEST_WISH_WORDS } from "./wish-limits.js";
import { WISH_LAPSES, WISH_MOVE_NAMES, WISH_PARTIES, WISH_STATES, type WishStep } from "./wish-states.js";

export const WishId = z.string().regex(/^ws_[a-z0-9]{8,40}$/, { error: "不是心愿编号" });
export type WishId = z.infer<typeof WishId>;

/** Voice typing writes line ends; they are spaces here. */
const spoken = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, " "))
    .pipe(wordsUpTo(most));

export const WishText = spoken(LONGEST_WISH);
/** A reason, a question, an answer, thanks. */
export const WishWords = spoken(LONGEST_WISH_WORDS);

const Phone = z
  .string()
  .transform((text) => text.replace(/[\s\-()\uFF08\uFF09]/g, ""))
  .pipe(z.string().regex(/^\+?\d{7,15}$/, { error: "电话号码不对，请核对一下" }));

/** How to reach the worker. Seen by the assigned handler only, and by the worker. */
export const WishContact = z.strictObject({
  name: wordsUpTo(WISH_CONTACT_LIMITS.name),
  /** Somebody may have none: then the person who helps is asked for a name alone. */
  phone: Phone.optional(),
  address: wordsUpTo(WISH_CONTACT_LIMITS.address).optional(),
});
export type WishContact = z.infer<typeof WishContact>;

export const NewWish = z.strictObject({
  category: z.enum(WISH_CATEGORY_KEYS),
  text: WishText,
  /** Where it is to be collected. */
  stationId: StationId,
  contact: WishContact.optional(),
  /** The worker agrees that an officer's card of it, without their name, is shown on the wall. */
  public: z.boolean().default(false),
  /**
   * A keeper or officer submits it for somebody without a phone, who is the one counted. Without a word on it: yes for
   * those who are signed in as keeper or officer only, and say whom to reach.
   */
  forOther: z.boolean().optional(),
  /** The worker was offered 12351 and says that it is a wish all the same. */
  insist: z.boolean().default(false),
});
export type NewWish = z.infer<typeof NewWish>;

/** What the worker changes of a wish that nobody has claimed. */
export const WishEdit = z
  .strictObject({
    text: WishText.optional(),
    stationId: StationId.optional(),
    /** Null: forget how to reach me. */
    contact: WishContact.nullable().optional(),
    public: z.boolean().optional(),
    version: z.int().optional(),
  })
  .refine((edit) => Object.keys(edit).some((field) => field !== "version"), { error: "没有要改的内容" });
export type WishEdit = z.infer<typeof WishEdit>;

/** Words that are kept encrypted, bound to the wish and the field they stand in. */
const Sealed = z.string().min(1);

const STEPS = [
  ...WISH_MOVE_NAMES,
  WISH_LAPSES.need_info.name,
  WISH_LAPSES.claimed.name,
  WISH_LAPSES.delivered.name,
  "submit",
  "edit",
  "forget",
] as const satisfies readonly WishStep[];

/** One thing that happened to a wish. */
const WishStepEntry = z.strictObject({
  step: z.enum(STEPS),
  /** `system`: by itself, when its time was over. */
  by: z.enum([...WISH_PARTIES, "system"]),
  /** Null: nobody, or an account that was deleted. */
  userId: UserId.nullable(),
  at: z.int(),
  /** Null: it was submitted. */
  from: z.enum(WISH_STATES).nullable(),
  to: z.enum(WISH_STATES),
  /** A key of the list of reasons. */
  reason: z.string().nullable(),
  words: Sealed.nullable(),
});
export type WishStepEntry = z.infer<typeof WishStepEntry>;

/** A wish as it is kept. Instants are EpochMs. */
export const Wish = z.strictObject({
  schemaVersion: z.literal(1),
  id: WishId,
  /** Counts one up with every change. */
  version: z.int().min(1),
  state: z.enum(WISH_STATES),
  category: z.enum(WISH_CATEGORY_KEYS),
  stationId: StationId,
  /** Those of the station when the wish was made: they decide whose queue it is in and where it is counted. */
  districtCode: z.string().nullable(),
  street: z.string(),
  /** The worker's account; null: somebody helped, or the account was deleted. */
  person: UserId.nullable(),
  /** Who submitted it for somebody without a phone. */
  helper: UserId.nullable(),
  /** By what a person's open wishes are counted: a fingerprint. Null: forgotten. */
  counted: z.string().nullable(),
  text: Sealed.nullable(),
  contact: Sealed.nullable(),
  isPublic: z.boolean(),
  /** `manual`: the check of words did not pass it, or did not happen; an officer's approval is the check. */
  check: z.enum(["passed", "manual"]),
  /** An officer's words for the wall. */
  card: z.string().nullable(),
  costYuan: z.number().nullable(),
  createdAt: z.int(),
  /** Until when it has to leave its state; null: nobody waits for the union. */
  due: z.int().nullable(),
  claim: z.strictObject({ userId: UserId, unit: z.string().nullable(), at: z.int() }).nullable(),
  pickup: z
    .strictObject({
      stationId: StationId,
      window: z.string().nullable(),
      /** Good once: null when the wish was handed over. */
      code: Sealed.nullable(),
    })
    .nullable(),
  mergedInto: WishId.nullable(),
  referredTo: z.string().nullable(),
  wasDisputed: z.boolean(),
  /** 1 to 5. */
  rating: z.int().nullable(),
  closedAt: z.int().nullable(),
  /** When contact data and words were erased. */
  erasedAt: z.int().nullable(),
  /** Fingerprint of the code on the printed slip. */
  slip: z.string().nullable(),
  isDemo: z.boolean(),
  steps: z.array(WishStepEntry),
});
export type Wish = z.infer<typeof Wish>;
