import type { User } from "../../shared/people/user.js";
import { keyLikeness } from "../../shared/stations/import/name-likeness.js";
import type { Wish, WishId } from "../../shared/wishes/wish.js";
import type { BulkReviewAnswer, SimilarWishes, WishQueue } from "../../shared/wishes/wish-answer.js";
import { matchesWishFilter, type WishFilter } from "../../shared/wishes/wish-filter.js";
import type { BULK_MOVES, WishMoveInput } from "../../shared/wishes/wish-moves.js";
import { wishParties } from "../../shared/wishes/wish-parties.js";
import { CLOSED_WISH_STATES, WISH_STATES } from "../../shared/wishes/wish-states.js";
import { ApiError } from "../api-error.js";
import { instantText } from "../http/instants.js";
import type { Doer } from "../people/doer.js";
import { type MoveNeeds, moveWish } from "./move-wish.js";
import { isOverdue, namesIn, presentWish } from "./present-wish.js";
import type { ReadNeeds } from "./read-wishes.js";
import { findSettled, settleLapsed } from "./settle-wishes.js";
import { openText } from "./wish-secrets.js";

/** How many wishes are read from Redis at a time. */
const BATCH = 500;
/** Wishes this alike, or of one person, may be one. */
const ALIKE = 0.4;
const MOST_ALIKE = 20;
/** Submitted from the beginning of time on. */
const EVER = 0;

export interface QueueQuestion extends WishFilter {
  cursor: number;
  limit: number;
}

/** What an officer has to do: by deadline, overdue first; what is closed, when it is asked for, newest first. */
export async function readQueue(deps: ReadNeeds, officer: User, question: QueueQuestion): Promise<WishQueue> {
  await settleLapsed(deps);
  const now = deps.clock();
  const wanted = await wishesFor(deps, officer, question);
  const page = wanted.slice(question.cursor, question.cursor + question.limit);
  const names = await namesIn(deps, page);
  const end = question.cursor + page.length;
  return {
    asOf: instantText(now),
    wishes: page.map((wish) => presentWish(deps, { wish, reader: officer, names, now })),
    total: wanted.length,
    overdue: wanted.filter((wish) => isOverdue(wish, now)).length,
    nextCursor: end < wanted.length ? String(end) : null,
  };
}

/** The wishes of an officer's reach that match, open ones by deadline before closed ones, newest first. */
export async function wishesFor(deps: ReadNeeds, officer: User, filter: WishFilter): Promise<Wish[]> {
  const now = deps.clock();
  const onlyOpen =
    filter.state === "open" || (filter.state !== undefined && !CLOSED_WISH_STATES.includes(filter.state));
  const read = (offset: number) =>
    onlyOpen ? deps.wishes.readOpen(offset, BATCH) : deps.wishes.readSubmitted(EVER, now + 1, offset, BATCH);
  const found: Wish[] = [];
  for (let offset = 0; ; offset += BATCH) {
    const batch = await read(offset);
    found.push(
      ...batch.filter((wish) => wishParties(officer, wish).includes("officer") && matchesWishFilter(wish, filter, now)),
    );
    if (batch.length < BATCH) break;
  }
  return found.sort(byUrgency);
}

function byUrgency(one: Wish, other: Wish): number {
  const isClosed = (wish: Wish) => CLOSED_WISH_STATES.includes(wish.state);
  if (isClosed(one) !== isClosed(other)) return isClosed(one) ? 1 : -1;
  if (isClosed(one)) return other.createdAt - one.createdAt;
  return (
    (one.due ?? Number.MAX_SAFE_INTEGER) - (other.due ?? Number.MAX_SAFE_INTEGER) || one.createdAt - other.createdAt
  );
}

/** Open wishes that may be the same one: alike in words, or of the same person. Most alike first. */
export async function similarWishes(deps: ReadNeeds, id: WishId, officer: User): Promise<SimilarWishes> {
  const wish = await findSettled(deps, id);
  if (!wishParties(officer, wish).includes("officer")) throw new ApiError("not_found");
  const others = await wishesFor(deps, officer, { state: "open", category: wish.category });
  const text = openText(deps.sealer, wish) ?? "";
  const alike = others
    .filter((other) => other.id !== wish.id)
    .map((other) => ({
      wish: other,
      likeness: keyLikeness(spoken(text), spoken(openText(deps.sealer, other) ?? "")),
      samePerson: other.counted !== null && other.counted === wish.counted,
    }))
    .filter(({ likeness, samePerson }) => samePerson || likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_ALIKE);
  const names = await namesIn(
    deps,
    alike.map((one) => one.wish),
  );
  const now = deps.clock();
  return {
    wishes: alike.map((one) => ({ ...one, wish: presentWish(deps, { wish: one.wish, reader: officer, names, now }) })),
  };
}

/** The units for which wishes of this reach were claimed, most frequent first. */
export async function listUnits(deps: ReadNeeds, officer: User): Promise<string[]> {
  const counts = new Map<string, number>();
  for (const { claim } of await wishesFor(deps, officer, {})) {
    if (claim?.unit) counts.set(claim.unit, (counts.get(claim.unit) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([unit]) => unit);
}

/** Only what carries sense: 想要一副防寒手套 and 要一副防寒手套! are one. */
function spoken(text: string): string {
  return text.replace(/[^\p{L}\p{N}]|我|想要?|希望|给|一个|一双|一副|谢谢/gu, "");
}

/** One move for many wishes: each succeeds or not by itself. */
export async function reviewMany(
  deps: MoveNeeds,
  { ids, move, input }: { ids: readonly WishId[]; move: (typeof BULK_MOVES)[number]; input: WishMoveInput },
  doer: Doer,
): Promise<BulkReviewAnswer> {
  const results: BulkReviewAnswer["results"] = [];
  for (const id of new Set(ids)) {
    try {
      const { state } = await moveWish(deps, { id, move, input }, doer);
      results.push({ id, done: true, state });
    } catch (error) {
      if (!(error instanceof ApiError) || error.status >= 500) throw error;
      results.push({ id, done: false, state: WISH_STATES.find((state) => state === error.current?.state) ?? null });
    }
  }
  return { results };
}
