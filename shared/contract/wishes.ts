import { z } from "zod";
import { XLSX_TYPE } from "../common/file-types.js";
import { wordsUpTo } from "../common/free-text.js";
import { wholeNumberText } from "../common/query-text.js";
import { SLIP_CODE_LENGTH } from "../people/short-code.js";
import { shortCodeParam } from "../people/short-code-param.js";
import { DistrictCode, StationId } from "../stations/station.js";
import { FIGURE_GROUPS, FIGURE_KEYS } from "../wishes/figures.js";
import { WishFigureAnswer } from "../wishes/figures-answer.js";
import { NewWish, WishEdit, WishId, WishWords } from "../wishes/wish.js";
import {
  BulkReviewAnswer,
  MovedWish,
  MyWishes,
  NewSlip,
  OpenWishes,
  SimilarWishes,
  SubmittedWish,
  WishCategoryList,
  WishHandovers,
  WishReasonLists,
  WishSlip,
  WishUnits,
  WishView,
  WishWall,
} from "../wishes/wish-answer.js";
import { WISH_CATEGORY_KEYS } from "../wishes/wish-category.js";
import { WISH_MOVE_INPUTS, WORDLESS_MOVES } from "../wishes/wish-moves.js";
import { WISH_MOVES, WISH_STATES, type WishMove } from "../wishes/wish-states.js";
import type { Contract } from "./endpoint.js";

const params = z.object({ id: WishId });

/** Wishes as everybody, workers, helpers and keepers meet them. */
export const wishContract = {
  listWishCategories: {
    route: "GET /wishes/categories",
    summary: "What people wish for, in the order it is offered",
    permission: "open",
    answer: WishCategoryList,
    answers: "The categories",
  },
  listWishReasons: {
    route: "GET /wishes/reasons",
    summary: "The reasons that need no typing, by the move they are for, and where wishes are referred to",
    permission: "open",
    answer: WishReasonLists,
    answers: "The lists",
  },
  listWall: {
    route: "GET /wishes",
    summary: "The wall: officers' cards of wishes that were fulfilled, newest first",
    permission: "open",
    query: z.object({
      cursor: z
        .string()
        .regex(/^[1-9]\d{0,6}$/)
        .optional(),
    }),
    answer: WishWall,
    answers: "A page",
  },
  getSlip: {
    route: "GET /wishes/slip/:code",
    summary: "How far the wish of a printed slip is: nothing that was written, and ten wrong guesses in ten minutes",
    permission: "open",
    params: shortCodeParam(SLIP_CODE_LENGTH),
    answer: WishSlip,
    answers: "How far it is",
    errors: ["not_found"],
  },
  listHandovers: {
    route: "GET /wishes/handovers",
    summary: "What waits to be collected at my stations (keeper), or is mine to hand over (officer)",
    permission: "wish:hand-over",
    answer: WishHandovers,
    answers: "By deadline",
  },
  listMyWishes: {
    route: "GET /wishes/mine",
    summary: "My wishes and those I helped with, newest first (signed in)",
    permission: "wish:own",
    answer: MyWishes,
    answers: "At most 200 of each",
  },
  submitWish: {
    route: "POST /wishes",
    summary: "Make a wish, for oneself or, as keeper or officer, for somebody without a phone (signed in)",
    description:
      "A matter of wages or injuries answers `state: referred` with the unions' line instead of waiting in the queue; " +
      "`insist` says that it is a wish all the same. Who is helped gets a `slipCode`.",
    permission: "wish:own",
    write: "once",
    body: NewWish,
    status: 201,
    answer: SubmittedWish,
    answers: "Taken",
    errors: ["not_allowed", "wish_open", "words_refused"],
  },
  getWish: {
    route: "GET /wishes/:id",
    summary: "A wish (its worker, who helped, officers of its reach; nobody else learns that it is there)",
    description:
      "The assigned handler gets the contact data while they handle it; each time is recorded and shown to the worker. " +
      "`contact=no` leaves it out.",
    permission: "wish:own",
    params,
    query: z.object({ contact: z.enum(["yes", "no"]).default("yes") }),
    answer: WishView,
    answers: "The wish",
    errors: ["not_found"],
  },
  renewSlip: {
    route: "POST /wishes/:id/slip",
    summary: "A new code for the slip of somebody without a phone; the one before ends (who helped)",
    permission: "wish:own",
    write: "once",
    params,
    answer: NewSlip,
    answers: "The code, which is told this once",
    errors: ["not_allowed", "not_found", "wish_moved_on", "conflict"],
  },
  editWish: {
    route: "PUT /wishes/:id",
    summary: "Change a wish that nobody has claimed (its worker, who helped); new words are looked at again",
    permission: "wish:own",
    write: "repeatable",
    params,
    body: WishEdit,
    answer: MovedWish,
    answers: "Changed",
    errors: ["not_allowed", "not_found", "wish_moved_on", "conflict", "words_refused"],
  },
} as const satisfies Contract;

const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, { error: "月份要写成 2026-11 这样" });
const filters = {
  district: DistrictCode.optional().meta({ description: "A code, or its beginning" }),
  category: z.enum(WISH_CATEGORY_KEYS).optional(),
  stationId: StationId.optional(),
  street: z.string().max(30).optional(),
  month: Month.optional(),
  from: Month.optional(),
  to: Month.optional(),
};
const figureQuery = z.strictObject({ ...filters, by: z.enum(FIGURE_GROUPS).default("month") });

/** What officers see of all wishes of their reach. */
export const openWishesContract = {
  listOpenWishes: {
    route: "GET /wishes/open",
    summary: "What there is to do in an officer's reach: by deadline, overdue first (officer)",
    permission: "wish:review",
    query: z.strictObject({
      ...filters,
      state: z
        .enum([...WISH_STATES, "open"])
        .optional()
        .meta({ description: "`open`, which it is without a figure: all that are not closed" }),
      figure: z.enum(FIGURE_KEYS).optional().meta({ description: "Those that this figure counts" }),
      cursor: z
        .string()
        .regex(/^\d{1,7}$/)
        .default("0"),
      limit: wholeNumberText(1, 100).default(30),
    }),
    answer: OpenWishes,
    answers: "A page; numbers and links in the texts are hidden",
  },
  listWishUnits: {
    route: "GET /wishes/units",
    summary: "The units for which wishes of an officer's reach were claimed, most frequent first (officer)",
    permission: "wish:review",
    answer: WishUnits,
    answers: "The units",
  },
  listSimilarWishes: {
    route: "GET /wishes/:id/similar",
    summary: "Open wishes that may be the same one, for merging (officer)",
    permission: "wish:review",
    params,
    answer: SimilarWishes,
    answers: "Most alike first",
    errors: ["not_found"],
  },
  getWishFigures: {
    route: "GET /wishes/figures",
    summary: "The figures an officer reports; each row names what opens its wishes in the queue (officer)",
    permission: "wish:figures",
    query: figureQuery,
    answer: WishFigureAnswer,
    answers: "The figures",
  },
  exportWishFigures: {
    route: "GET /wishes/figures.xlsx",
    summary: "The same as a sheet with Chinese headers (officer)",
    permission: "wish:figures",
    query: figureQuery,
    answer: { files: { [XLSX_TYPE]: "binary" } },
    answers: "The sheet",
  },
} as const satisfies Contract;

/** Of two moves of the same person the second is answered as the first was. */
function move<Move extends WishMove, By extends "wish:own" | "wish:hand-over" | "wish:review">(
  name: Move,
  permission: By,
  summary: string,
) {
  return {
    route: `POST /wishes/:id/${name}` as const,
    summary,
    description: `From ${WISH_MOVES[name].from.join(", ")}; from another state 409 with the present one.`,
    permission,
    write: "repeatable" as const,
    params,
    body: WISH_MOVE_INPUTS[name],
    mayLackBody: WORDLESS_MOVES.includes(name),
    answer: MovedWish,
    answers: "Done, or done before by the same person",
    errors: [
      "not_allowed",
      "not_found",
      "wish_moved_on",
      "conflict",
      "words_refused",
      "pickup_code_wrong",
      "over_budget",
    ] as const,
  };
}

const reviewed = { ids: z.array(WishId).min(1).max(50), words: WishWords.optional() };

/** Every move of a wish; who may make one of which wish stands in `shared/wishes/wish-states.ts`. */
export const wishMoveContract = {
  reviewWishes: {
    route: "POST /wishes/review",
    summary: "Approve or reject many wishes at once; each succeeds or not by itself (officer)",
    permission: "wish:review",
    write: "repeatable",
    body: z.discriminatedUnion("move", [
      z.strictObject({ ...reviewed, move: z.literal("approve") }),
      z.strictObject({ ...reviewed, move: z.literal("reject"), reason: WishWords }),
    ]),
    answer: BulkReviewAnswer,
    answers: "What became of each",
  },
  setWishCard: {
    route: "PUT /wishes/:id/card",
    summary: "What the wall says of a wish, in an officer's words; null takes it down (officer)",
    permission: "wish:review",
    write: "repeatable",
    params,
    body: z.strictObject({ card: wordsUpTo(60).nullable() }),
    answer: MovedWish,
    answers: "Set",
    errors: ["not_found", "wish_moved_on"],
  },
  approveWish: move(
    "approve",
    "wish:review",
    "Let a wish be claimed, with a card for the wall and what it may cost (officer)",
  ),
  rejectWish: move("reject", "wish:review", "Turn a wish down, with a reason (officer)"),
  askAboutWish: move("ask", "wish:review", "Ask the worker for what is missing (officer)"),
  answerAboutWish: move("answer", "wish:own", "Say what was missing (its worker, who helped)"),
  mergeWish: move("merge", "wish:review", "Let a wish be answered together with another (officer)"),
  referWish: move("refer", "wish:review", "Lead what is no wish to where it belongs (officer)"),
  claimWish: move("claim", "wish:review", "Take a wish on, for oneself or a unit; of two at once one wins (officer)"),
  releaseWish: move("release", "wish:review", "Give a claimed wish back (its handler)"),
  readyWish: move("ready", "wish:review", "It waits at a station, against a code that is good once (its handler)"),
  deliverWish: move(
    "deliver",
    "wish:hand-over",
    "Hand it over against the code, or answer for it without one (keeper, its handler)",
  ),
  confirmWish: move("confirm", "wish:own", "It arrived (its worker)"),
  disputeWish: move("dispute", "wish:own", "It did not, or not as it should, once (its worker, who helped)"),
  rateWish: move("rate", "wish:own", "Thanks, from 1 to 5 (its worker)"),
  withdrawWish: move("withdraw", "wish:own", "Take a wish back, until it is ready (its worker, who helped)"),
  declareWishUnfulfillable: move(
    "unfulfillable",
    "wish:review",
    "It cannot be done, with a reason (officer; while claimed its handler)",
  ),
} as const satisfies Contract;
