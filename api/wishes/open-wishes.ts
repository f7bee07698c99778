import { instantText } from "../../shared/common/instant.js";
import type { EpochMs } from "../../shared/common/time.js";
import { officerReaches } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import { keyLikeness } from "../../shared/stations/import/name-likeness.js";
import type { Wish, WishId } from "../../shared/wishes/wish.js";
import type { BulkReviewAnswer, OpenWishes, SimilarWishes } from "../../shared/wishes/wish-answer.js";
import { matchesWishFilter, submittedBetween, type WishFilter } from "../../shared/wishes/wish-filter.js";
import type { BULK_MOVES, WishMoveInput } from "../../shared/wishes/wish-moves.js";
import { wishParties } from "../../shared/wishes/wish-parties.js";
import { CLOSED_WISH_STATES, WISH_STATES, WORKERS_TURN } from "../../shared/wishes/wish-states.js";
import { ApiError } from "../api-error.js";
import type { Doer } from "../people/doer.js";
import { listWishesAnew } from "./list-anew.js";
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

export interface OpenQuestion extends WishFilter {
  cursor: number;
  limit: number;
}

/** What an officer has to do: by deadline, overdue first; what is closed, when it is asked for, newest first. */
export async function readOpenWishes(deps: ReadNeeds, officer: User, question: OpenQuestion): Promise<OpenWishes> {
  await settleLapsed(deps);
  const now = deps.clock();
  if (asksByDistrictOnly(question)) return readOpenPage(deps, officer, question);
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

/** All that is open, of a district or of all in reach: then a page is read as it stands in the lists. */
function asksByDistrictOnly({ cursor: _, limit: __, district: ___, ...question }: OpenQuestion): boolean {
  return Object.entries(question).every(
    ([name, value]) => value === undefined || (name === "state" && value === "open"),
  );
}

async function readOpenPage(deps: ReadNeeds, officer: User, question: OpenQuestion): Promise<OpenWishes> {
  const now = deps.clock();
  const districts = await districtsFor(deps, officer, question);
  const part = { offset: question.cursor, count: question.limit, now, except: officer.id };
  const { wishes, total, overdue } = await deps.wishes.readOpen(districts, part);
  const names = await namesIn(deps, wishes);
  const end = question.cursor + wishes.length;
  return {
    asOf: instantText(now),
    wishes: wishes.map((wish) => presentWish(deps, { wish, reader: officer, names, now })),
    total,
    overdue,
    nextCursor: wishes.length > 0 && end < total ? String(end) : null,
  };
}

/** The districts with wishes that an officer reaches and asks for. */
async function districtsFor({ wishes }: ReadNeeds, officer: User, { district = "" }: WishFilter): Promise<string[]> {
  const districts = await wishes.readDistricts();
  return districts.filter((code) => code.startsWith(district) && officerReaches(officer, code));
}

/**
 * The wishes of an officer's reach that match, open ones by deadline before closed ones, newest first. Only the districts
 * and months that are asked for are read, and of what is asked for as open only what is open.
 */
export async function wishesFor(deps: ReadNeeds, officer: User, filter: WishFilter): Promise<Wish[]> {
  const now = deps.clock();
  const districts = await districtsFor(deps, officer, filter);
  const onlyOpen =
    filter.state === "open" || (filter.state !== undefined && !CLOSED_WISH_STATES.includes(filter.state));
  const part = { count: BATCH, now, except: officer.id };
  const read = (offset: number) =>
    onlyOpen
      ? deps.wishes.readOpen(districts, { ...part, offset })
      : deps.wishes.readSubmitted(districts, { ...part, ...submittedBetween(filter), offset });
  const found: Wish[] = [];
  for (let offset = 0; ; offset += BATCH) {
    const { wishes } = await read(offset);
    found.push(
      ...wishes.filter(
        (wish) => wishParties(officer, wish).includes("officer") && matchesWishFilter(wish, filter, now),
      ),
    );
    if (wishes.length < BATCH) break;
  }
  return found.sort(byUrgency);
}

function byUrgency(one: Wish, other: Wish): number {
  const isClosed = (wish: Wish) => CLOSED_WISH_STATES.includes(wish.state);
  if (isClosed(one) !== isClosed(other)) return isClosed(one) ? 1 : -1;
  if (isClosed(one)) return other.createdAt - one.createdAt;
  return unionsDue(one) - unionsDue(other) || one.createdAt - other.createdAt;
}

/** Until when the union has to act; what waits for its worker comes after all else. */
function unionsDue({ state, due }: Wish): EpochMs {
  return due === null || WORKERS_TURN.includes(state) ? Number.MAX_SAFE_INTEGER : due;
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
  await listWishesAnew(deps);
  return deps.wishes.readUnits(await districtsFor(deps, officer, {}));
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
