import { LEAST_PEOPLE } from "../demand/demand-cell.js";

/** What was asked for in one way, and by whom; a mark is the same for the same person. */
export interface Tally {
  count: number;
  people: ReadonlySet<string>;
}

/** Numbers that may be shown to everybody. */
export interface ShownCounts<Key extends string> {
  /** By number, the greatest first. */
  rows: { key: Key; count: number }[];
  /** What stands behind too few people each, and behind enough together; null: nothing that may be shown. */
  rest: number | null;
  /** What not even together enough people stand behind: for a larger place. Null: nothing is left out. */
  left: Tally | null;
}

/**
 * Parts counts into those that ten people or more stand behind, and the rest, which is shown together from ten people on
 * (docs/decisions/0038-demand.md). Each thing is in one number alone, so that no number less another gives a small one.
 */
export function shownCounts<Key extends string>(tallies: ReadonlyMap<Key, Tally>): ShownCounts<Key> {
  const enough = [...tallies].filter(([, { people }]) => people.size >= LEAST_PEOPLE);
  const few = together([...tallies.values()].filter(({ people }) => people.size < LEAST_PEOPLE));
  const rows = enough.map(([key, { count }]) => ({ key, count })).sort(byCount);
  if (few.count === 0) return { rows, rest: null, left: null };
  return few.people.size >= LEAST_PEOPLE ? { rows, rest: few.count, left: null } : { rows, rest: null, left: few };
}

/** Those of several places as one: the sums of what each shows, and what each had to leave out, from ten people on. */
export function shownTogether<Key extends string>(places: readonly ShownCounts<Key>[]): ShownCounts<Key> {
  const sums = new Map<Key, number>();
  for (const { key, count } of places.flatMap(({ rows }) => rows)) sums.set(key, (sums.get(key) ?? 0) + count);
  const left = together(places.flatMap((place) => place.left ?? []));
  const isEnough = left.people.size >= LEAST_PEOPLE;
  const rest = places.reduce((sum, place) => sum + (place.rest ?? 0), isEnough ? left.count : 0);
  return {
    rows: [...sums].map(([key, count]) => ({ key, count })).sort(byCount),
    rest: rest === 0 ? null : rest,
    left: isEnough || left.count === 0 ? null : left,
  };
}

/** One more of a kind, by somebody. */
export function tallied<Key extends string>(
  tallies: Map<Key, { count: number; people: Set<string> }>,
  key: Key,
  mark: string,
): void {
  const tally = tallies.get(key) ?? { count: 0, people: new Set() };
  tally.count += 1;
  tally.people.add(mark);
  tallies.set(key, tally);
}

function together(tallies: readonly Tally[]): Tally {
  const people = new Set(tallies.flatMap((tally) => [...tally.people]));
  return { count: tallies.reduce((sum, { count }) => sum + count, 0), people };
}

function byCount(one: { key: string; count: number }, other: { key: string; count: number }): number {
  return other.count - one.count || (one.key < other.key ? -1 : 1);
}
