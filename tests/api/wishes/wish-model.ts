import { afterCalendarDays, afterWorkingDays } from "../../../shared/wishes/deadlines.js";
import { WISH_MOVES, type WishMove, type WishParty, type WishState } from "../../../shared/wishes/wish-states.js";

/** Who plays: two workers, two officers of the district, one of another, a keeper of the station. */
export const PLAYERS = ["ma", "chen", "wang", "li", "abroad", "zhang"] as const;
export type Player = (typeof PLAYERS)[number];
const WORKERS: readonly Player[] = ["ma", "chen"];
const OFFICERS: readonly Player[] = ["wang", "li"];
const KEEPER: Player = "zhang";

/** What everybody wishes for first, and what they may change it to. */
export const FIRST_TEXT = "想要一副老花镜";
export const TEXTS = [FIRST_TEXT, "想要一副老花镜，两百度"] as const;

interface ModelWish {
  state: WishState;
  version: number;
  text: string;
  worker: Player;
  handler: Player | null;
  due: number | null;
  wasDisputed: boolean;
  isRated: boolean;
  /** The last thing that happened, if a person did it, and the wish they named. */
  last: { by: Player; move: WishMove; into: number | undefined } | null;
}

export interface Expected {
  status: number;
  state?: WishState;
  version?: number;
  due?: number | null;
}

const CLOSED: readonly WishState[] = ["rejected", "merged", "referred", "fulfilled", "withdrawn", "unfulfillable"];
const EDITABLE: readonly WishState[] = ["submitted", "need_info", "approved"];
const OFFICER_MOVES: readonly WishMove[] = "approve reject ask merge refer claim release ready unfulfillable".split(
  " ",
) as WishMove[];

/**
 * The plainest wishes there are: a list in memory and the table of moves. It knows no Redis, no versions that others
 * overtake and no clock but the one it is given; what the program answers must be what it answers.
 */
export class WishModel {
  readonly wishes: ModelWish[] = [];

  submit(by: Player, now: number): Expected {
    const open = this.wishes.some((wish) => wish.worker === by && !CLOSED.includes(this.settled(wish, now).state));
    if (open) return { status: 409 };
    const due = afterWorkingDays(now, 2);
    this.wishes.push({
      state: "submitted",
      version: 1,
      text: FIRST_TEXT,
      worker: by,
      handler: null,
      due,
      wasDisputed: false,
      isRated: false,
      last: null,
    });
    return { status: 201, state: "submitted" };
  }

  read(by: Player, at: number, now: number): Expected {
    const wish = this.settled(this.wish(at), now);
    const mayRead = wish.worker === by || OFFICERS.includes(by);
    return mayRead ? this.answer(wish) : { status: 404 };
  }

  /** Whether the contact data may be read now. */
  showsContact(by: Player, at: number, now: number): boolean {
    const wish = this.settled(this.wish(at), now);
    const isHandled = wish.state === "claimed" || wish.state === "ready";
    return wish.worker === by || (wish.handler === by && isHandled);
  }

  move(by: Player, at: number, move: WishMove, said: { into?: number; version?: number }, now: number): Expected {
    // The role alone is refused before anybody looks which wish it is.
    if (OFFICER_MOVES.includes(move) && !OFFICERS.includes(by) && by !== "abroad") return { status: 403 };
    if (move === "deliver" && WORKERS.includes(by)) return { status: 403 };
    const wish = this.settled(this.wish(at), now);
    const parties = this.parties(wish, by);
    if (parties.length === 0) return { status: 404 };
    const {
      from,
      to,
      by: allowed,
    } = WISH_MOVES[move] as {
      from: readonly WishState[];
      to: WishState;
      by: readonly WishParty[];
    };
    const isHandled = wish.state === "claimed" || wish.state === "ready";
    const couldBe = parties.includes("officer") && !isHandled ? [...parties, "handler"] : parties;
    if (!allowed.some((party) => couldBe.includes(party))) return { status: 403 };
    if (move === "unfulfillable" && wish.state === "claimed" && wish.handler !== by) return { status: 403 };
    const into = move === "merge" ? said.into : undefined;
    if (wish.last?.by === by && wish.last.move === move && wish.last.into === into) return this.answer(wish);
    if (said.version !== undefined && said.version !== wish.version) return { status: 409 };
    const isSpent = (move === "dispute" && wish.wasDisputed) || (move === "rate" && wish.isRated);
    if (!from.includes(wish.state) || isSpent) return { status: 409 };
    if (move === "merge" && !this.isTarget(said.into, at, now)) return { status: 400 };
    if (move === "deliver" && !parties.includes("handler")) return { status: 400 };
    this.change(wish, { by, move, into }, to, now);
    return this.answer(wish);
  }

  /** New words are looked at anew, as long as nobody has claimed the wish; the same words are no change. */
  edit(by: Player, at: number, said: { text: string; version?: number }, now: number): Expected {
    const wish = this.settled(this.wish(at), now);
    if (wish.worker !== by) return { status: OFFICERS.includes(by) ? 403 : 404 };
    if (wish.text === said.text) return this.answer(wish);
    if (said.version !== undefined && said.version !== wish.version) return { status: 409 };
    if (!EDITABLE.includes(wish.state)) return { status: 409 };
    if (wish.state !== "submitted") wish.due = afterWorkingDays(now, 2);
    wish.state = "submitted";
    wish.text = said.text;
    wish.version += 1;
    wish.last = null;
    return this.answer(wish);
  }

  /** Somebody and a move that leads on from here; null where nothing does. */
  onward(at: number, choice: number, now: number): { by: Player; move: WishMove } | null {
    const { state, worker, handler } = this.settled(this.wish(at), now);
    const officer = OFFICERS[choice % OFFICERS.length] ?? "wang";
    const onward: Partial<Record<WishState, readonly (readonly [Player | null, WishMove])[]>> = {
      submitted: [
        [officer, "approve"],
        [officer, "merge"],
        [officer, "approve"],
        [officer, "ask"],
      ],
      need_info: [[worker, "answer"]],
      approved: [[officer, "claim"]],
      claimed: [
        [handler, "ready"],
        [handler, "ready"],
        [handler, "release"],
        [handler, "ready"],
      ],
      ready: [
        [handler, "deliver"],
        [handler, "deliver"],
        [handler, "unfulfillable"],
        [handler, "deliver"],
      ],
      delivered: [
        [worker, "confirm"],
        [worker, "dispute"],
      ],
      fulfilled: [[worker, "rate"]],
    };
    const choices = onward[state] ?? [];
    const [by, move] = choices[choice % Math.max(1, choices.length)] ?? [null, null];
    return by === null || move === null ? null : { by, move };
  }

  private change(wish: ModelWish, done: NonNullable<ModelWish["last"]>, to: WishState, now: number): void {
    const { by, move } = done;
    if (move === "claim") wish.handler = by;
    if (move === "release") wish.handler = null;
    if (move === "dispute") wish.wasDisputed = true;
    if (move === "rate") wish.isRated = true;
    const days: Partial<Record<WishState, number>> = { need_info: 14, approved: 7, claimed: 15, delivered: 7 };
    const inDays = days[to];
    if (inDays !== undefined) wish.due = afterCalendarDays(now, inDays);
    else if (to === "submitted") wish.due = afterWorkingDays(now, 2);
    else if (to !== "ready") wish.due = null;
    wish.state = to;
    wish.version += 1;
    wish.last = done;
  }

  /** What lapsed by now is as it is since then. */
  private settled(wish: ModelWish, now: number): ModelWish {
    if (wish.due === null || now < wish.due) return wish;
    if (wish.state === "claimed") {
      wish.state = "approved";
      wish.handler = null;
      wish.due = afterCalendarDays(wish.due, 7);
    } else if (wish.state === "delivered" || wish.state === "need_info") {
      wish.state = wish.state === "delivered" ? "fulfilled" : "withdrawn";
      wish.due = null;
    } else return wish;
    wish.version += 1;
    wish.last = null;
    return wish;
  }

  private isTarget(into: number | undefined, at: number, now: number): boolean {
    const target = into === undefined ? undefined : this.wishes[into];
    return target !== undefined && into !== at && !CLOSED.includes(this.settled(target, now).state);
  }

  private parties(wish: ModelWish, by: Player): string[] {
    if (wish.worker === by) return ["worker"];
    if (OFFICERS.includes(by)) return wish.handler === by ? ["officer", "handler"] : ["officer"];
    return by === KEEPER ? ["keeper"] : [];
  }

  private wish(at: number): ModelWish {
    const wish = this.wishes[at];
    if (wish === undefined) throw new Error(`no wish ${at}`);
    return wish;
  }

  private answer({ state, version, due }: ModelWish): Expected {
    return { status: 200, state, version, due };
  }
}
