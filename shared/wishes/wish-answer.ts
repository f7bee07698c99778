import { z } from "zod";
import { InstantText } from "../common/instant.js";
import { StationId } from "../stations/station.js";
import { Wish, WishContact, WishId } from "./wish.js";
import { WISH_CATEGORY_KEYS } from "./wish-category.js";
import { WISH_MOVE_NAMES, WISH_PARTIES, WISH_STATES } from "./wish-states.js";

const State = z.enum(WISH_STATES);

export const WishCategoryList = z.object({
  categories: z.array(z.object({ key: z.enum(WISH_CATEGORY_KEYS), label: z.string() })),
});
export type WishCategoryList = z.infer<typeof WishCategoryList>;

/** What a worker is offered who asks for a right. */
export const WishReferral = z.object({ phone: z.string(), advice: z.string() });

/** What whoever submits a wish is told. */
export const SubmittedWish = z.object({
  id: WishId,
  state: State,
  /** For the printed slip of somebody without a phone: with it they ask after their wish. */
  slipCode: z.string().optional(),
  /** It is a matter of rights: nobody has to wait in the queue for that. */
  referral: WishReferral.optional(),
});
export type SubmittedWish = z.infer<typeof SubmittedWish>;

/** A new code for a slip; the one before leads nowhere any more. */
export const NewSlip = z.object({ id: WishId, state: State, slipCode: z.string() });
export type NewSlip = z.infer<typeof NewSlip>;

export const WISH_WARNINGS = ["over_soft_cap"] as const;

/** What a move answers: nothing of what was written, since answers are kept for repeats. */
export const MovedWish = z.object({
  id: WishId,
  state: State,
  version: z.int(),
  due: InstantText.nullable(),
  warnings: z.array(z.enum(WISH_WARNINGS)),
});
export type MovedWish = z.infer<typeof MovedWish>;

const NamedStation = z.object({ id: StationId, name: z.string() });

export const WishHistory = z.object({
  step: Wish.shape.steps.element.shape.step,
  by: Wish.shape.steps.element.shape.by,
  /** The reader did it. */
  mine: z.boolean(),
  at: InstantText,
  to: State,
  /** In Chinese. */
  reason: z.string().nullable(),
  words: z.string().nullable(),
});

/** A wish, as far as whoever reads it may. */
export const WishView = z.object({
  id: WishId,
  version: z.int(),
  state: State,
  category: z.enum(WISH_CATEGORY_KEYS),
  categoryLabel: z.string(),
  station: NamedStation,
  /** Null: erased, or not for the reader. */
  text: z.string().nullable(),
  /** Numbers and links in it are hidden from the reader. */
  isTextMasked: z.boolean(),
  /** The check of words did not pass it: an officer's approval is the check. */
  needsCheck: z.boolean(),
  hasContact: z.boolean(),
  /** For the worker, and for the assigned handler while it is claimed. */
  contact: WishContact.nullable(),
  public: z.boolean(),
  card: z.string().nullable(),
  costYuan: z.number().nullable(),
  createdAt: InstantText,
  due: InstantText.nullable(),
  isOverdue: z.boolean(),
  claim: z.object({ by: z.string(), unit: z.string().nullable(), at: InstantText, isMine: z.boolean() }).nullable(),
  pickup: z
    .object({
      station: NamedStation,
      window: z.string().nullable(),
      /** For the worker, and whoever submitted it for them. */
      code: z.string().nullable(),
    })
    .nullable(),
  mergedInto: WishId.nullable(),
  referredTo: z.string().nullable(),
  wasDisputed: z.boolean(),
  rating: z.int().nullable(),
  /** Somebody helped to submit it. */
  isHelped: z.boolean(),
  isErased: z.boolean(),
  isDemo: z.boolean(),
  /** Who the reader is to it. */
  parties: z.array(z.enum(WISH_PARTIES)),
  /** What the reader can do now. */
  moves: z.array(z.enum(WISH_MOVE_NAMES)),
  canEdit: z.boolean(),
  /** Whoever helped can have a new code for the slip. */
  canRenewSlip: z.boolean(),
  history: z.array(WishHistory),
  /** When the handler looked at the contact data: for the worker. */
  views: z.array(z.object({ at: InstantText, by: z.string() })),
});
export type WishView = z.infer<typeof WishView>;

export const MyWishes = z.object({
  asOf: InstantText,
  wishes: z.array(WishView),
  /** Whether the reader may make a wish of their own now. */
  mayWish: z.boolean(),
});
export type MyWishes = z.infer<typeof MyWishes>;

/** Cards written by officers, of wishes that were fulfilled; nothing that a worker wrote. */
export const WishWall = z.object({
  cards: z.array(
    z.object({
      card: z.string(),
      category: z.enum(WISH_CATEGORY_KEYS),
      categoryLabel: z.string(),
      stationName: z.string(),
      fulfilledOn: z.iso.date(),
      isDemo: z.boolean(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type WishWall = z.infer<typeof WishWall>;

export const OpenWishes = z.object({
  asOf: InstantText,
  wishes: z.array(WishView),
  /** How many there are with these filters. */
  total: z.int(),
  overdue: z.int(),
  nextCursor: z.string().nullable(),
});
export type OpenWishes = z.infer<typeof OpenWishes>;

export const WishUnits = z.object({ units: z.array(z.string()) });
export type WishUnits = z.infer<typeof WishUnits>;

export const SimilarWishes = z.object({
  wishes: z.array(z.object({ likeness: z.number(), samePerson: z.boolean(), wish: WishView })),
});
export type SimilarWishes = z.infer<typeof SimilarWishes>;

/** What somebody without a phone learns with the code on their slip. */
export const WishSlip = z.object({
  /** What is written on the parcel. */
  number: z.string(),
  state: State,
  categoryLabel: z.string(),
  station: z.object({ name: z.string(), address: z.string() }),
  createdAt: InstantText,
  due: InstantText.nullable(),
  pickup: z.object({ stationName: z.string(), window: z.string().nullable(), code: z.string().nullable() }).nullable(),
});
export type WishSlip = z.infer<typeof WishSlip>;

/** What waits at a keeper's stations. Nothing of the worker's is in it: who knows the code collects it. */
export const WishHandovers = z.object({
  wishes: z.array(
    z.object({
      id: WishId,
      categoryLabel: z.string(),
      station: NamedStation,
      window: z.string().nullable(),
      since: InstantText,
      due: InstantText.nullable(),
      isDemo: z.boolean(),
    }),
  ),
});
export type WishHandovers = z.infer<typeof WishHandovers>;

const Reason = z.object({ key: z.string(), label: z.string() });
export const WishReasonLists = z.object({
  reject: z.array(Reason),
  unfulfillable: z.array(Reason),
  release: z.array(Reason),
  dispute: z.array(Reason),
  withdraw: z.array(Reason),
  refer: z.array(Reason),
});
export type WishReasonLists = z.infer<typeof WishReasonLists>;

export const BulkReviewAnswer = z.object({
  results: z.array(
    z.object({
      id: WishId,
      done: z.boolean(),
      /** The state it is in now; null: there is no such wish for this officer. */
      state: State.nullable(),
    }),
  ),
});
export type BulkReviewAnswer = z.infer<typeof BulkReviewAnswer>;
