export const WISH_STATES = [
  "submitted",
  "need_info",
  "rejected",
  "merged",
  "referred",
  "approved",
  "claimed",
  "ready",
  "delivered",
  "fulfilled",
  "withdrawn",
  "unfulfillable",
] as const;
export type WishState = (typeof WISH_STATES)[number];

/** States that a wish does not leave any more. A rating may still be added. */
export const CLOSED_WISH_STATES: readonly WishState[] = [
  "rejected",
  "merged",
  "referred",
  "fulfilled",
  "withdrawn",
  "unfulfillable",
];

/** States in which the assigned handler may read how to reach the worker. */
export const HANDLED_WISH_STATES: readonly WishState[] = ["claimed", "ready"];

/** States in which the next step is the worker's: they come after all that the union has to do. */
export const WORKERS_TURN: readonly WishState[] = ["need_info", "delivered"];

/** Words, place and contact can be changed by the worker in these; once claimed, the content is frozen. */
export const EDITABLE_WISH_STATES: readonly WishState[] = ["submitted", "need_info", "approved"];

/** Where a change leads: new words are looked at anew, and they are an answer where something was asked. */
export function stateAfterEdit(state: WishState, hasNewWords: boolean): WishState {
  return hasNewWords ? "submitted" : state;
}

/**
 * Who somebody is to a wish; one person may be several. A helper submitted it for somebody without a phone. An officer
 * reaches its district and is not its own worker. The handler is the officer who claimed it. A keeper keeps the station
 * where it waits.
 */
export const WISH_PARTIES = ["worker", "helper", "officer", "handler", "keeper"] as const;
export type WishParty = (typeof WISH_PARTIES)[number];

/** What a move cannot do without. */
export type WishNeed = "reason" | "question" | "answer" | "into" | "where" | "pickup_code" | "rating";

interface Move {
  by: readonly WishParty[];
  from: readonly WishState[];
  to: WishState;
  needs: readonly WishNeed[];
  /** At most once in the life of a wish. */
  once?: true;
}

/**
 * Who may move a wish, from where to where, and what it takes: the one table that the server enforces, that the pages go
 * by, and that the documentation prints (docs/wishes.md).
 */
export const WISH_MOVES = {
  approve: { by: ["officer"], from: ["submitted"], to: "approved", needs: [] },
  reject: { by: ["officer"], from: ["submitted", "need_info"], to: "rejected", needs: ["reason"] },
  ask: { by: ["officer"], from: ["submitted"], to: "need_info", needs: ["question"] },
  answer: { by: ["worker", "helper"], from: ["need_info"], to: "submitted", needs: ["answer"] },
  merge: { by: ["officer"], from: ["submitted", "need_info", "approved"], to: "merged", needs: ["into"] },
  refer: { by: ["officer"], from: ["submitted", "need_info", "approved"], to: "referred", needs: ["where"] },
  claim: { by: ["officer"], from: ["approved"], to: "claimed", needs: [] },
  release: { by: ["handler"], from: ["claimed"], to: "approved", needs: [] },
  ready: { by: ["handler"], from: ["claimed"], to: "ready", needs: [] },
  /** A keeper hands over against the pick-up code; the handler may also answer for it without one. */
  deliver: { by: ["handler", "keeper"], from: ["ready"], to: "delivered", needs: ["pickup_code"] },
  confirm: { by: ["worker"], from: ["delivered"], to: "fulfilled", needs: [] },
  dispute: { by: ["worker", "helper"], from: ["delivered"], to: "claimed", needs: ["reason"], once: true },
  rate: { by: ["worker"], from: ["fulfilled"], to: "fulfilled", needs: ["rating"], once: true },
  withdraw: {
    by: ["worker", "helper"],
    from: ["submitted", "need_info", "approved", "claimed"],
    to: "withdrawn",
    needs: [],
  },
  unfulfillable: { by: ["officer"], from: ["approved", "claimed", "ready"], to: "unfulfillable", needs: ["reason"] },
} as const satisfies Record<string, Move>;

export type WishMove = keyof typeof WISH_MOVES;
export const WISH_MOVE_NAMES = Object.keys(WISH_MOVES) as [WishMove, ...WishMove[]];

/** What happens by itself when the time of a state is over: settled when somebody looks, and by the scheduled job. */
export const WISH_LAPSES = {
  need_info: { name: "unanswered", to: "withdrawn" },
  claimed: { name: "lapse", to: "approved" },
  delivered: { name: "auto-confirm", to: "fulfilled" },
} as const satisfies Partial<Record<WishState, { name: string; to: WishState }>>;

export type WishStep = WishMove | (typeof WISH_LAPSES)[keyof typeof WISH_LAPSES]["name"] | "submit" | "edit" | "forget";

/** A wish as far as the table asks. */
export interface MovableWish {
  state: WishState;
  wasDisputed: boolean;
  isRated: boolean;
}

/** `not_allowed`: nobody of these parties may ever make the move; `refused`: not from here. */
export type MoveVerdict = "possible" | "refused" | "not_allowed";

export function judgeWishMove(wish: MovableWish, move: WishMove, parties: readonly WishParty[]): MoveVerdict {
  const { by, from }: Move = WISH_MOVES[move];
  const isHandled = HANDLED_WISH_STATES.includes(wish.state);
  // Any officer could be the handler of a wish that has none: what stands in the way is its state, not the person.
  const could = parties.includes("officer") && !isHandled ? [...parties, "handler" as const] : parties;
  if (!by.some((party) => could.includes(party))) return "not_allowed";
  // While it is claimed, what becomes of a wish is for its handler to say; what nobody collects, for any officer, since no
  // time ends that by itself.
  if (move === "unfulfillable" && wish.state === "claimed" && !parties.includes("handler")) return "not_allowed";
  return from.includes(wish.state) && !isSpent(wish, move) ? "possible" : "refused";
}

/** The moves that somebody could make now, in the order of the table. */
export function possibleWishMoves(wish: MovableWish, parties: readonly WishParty[]): WishMove[] {
  return WISH_MOVE_NAMES.filter((move) => judgeWishMove(wish, move, parties) === "possible");
}

function isSpent({ wasDisputed, isRated }: MovableWish, move: WishMove): boolean {
  return (move === "dispute" && wasDisputed) || (move === "rate" && isRated);
}
