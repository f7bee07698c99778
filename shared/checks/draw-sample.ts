import type { BeijingDate } from "../common/time.js";
import type { StationId } from "../stations/station.js";

interface SampledStation {
  id: StationId;
  districtCode: string | null;
}

export interface SampleQuestion {
  stations: readonly SampledStation[];
  dates: readonly BeijingDate[];
  /** Hours of the day, 0–23, within which somebody stands at the door. */
  hours: readonly number[];
  size: number;
  /** The same seed draws the same sample. */
  seed: number;
}

/** One visit: a station, a day and an hour. */
export interface SampledVisit extends SampledStation {
  date: BeijingDate;
  hour: number;
}

/**
 * A random sample in which districts and hours come up as evenly as their number lets them: visits are dealt out to every
 * district and hour in turn. No station comes twice before all of its district have come once.
 */
export function drawSample({ stations, dates, hours, size, seed }: SampleQuestion): SampledVisit[] {
  const random = seededRandom(seed);
  const decks = deal(stations, random);
  if (decks.length === 0 || dates.length === 0 || hours.length === 0) return [];
  const cells = shuffled(
    decks.flatMap((deck) => hours.map((hour) => ({ deck, hour }))),
    random,
  );
  return Array.from({ length: size }, (_, index) => {
    const { deck, hour } = cells[index % cells.length] ?? { deck: decks[0] ?? [], hour: hours[0] ?? 0 };
    const station = deck.shift();
    if (station === undefined) throw new Error("a district of the sample has no station");
    deck.push(station);
    const date = dates[Math.floor(random() * dates.length)] ?? "";
    return { ...station, date, hour };
  });
}

/** The stations of each district in random order. */
function deal(stations: readonly SampledStation[], random: () => number): SampledStation[][] {
  const byDistrict = new Map<string, SampledStation[]>();
  const inOrder = [...stations].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, districtCode } of inOrder) {
    const district = districtCode ?? "";
    byDistrict.set(district, [...(byDistrict.get(district) ?? []), { id, districtCode }]);
  }
  return [...byDistrict.values()].map((deck) => shuffled(deck, random));
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Tommy Ettinger's mulberry32: 32 bits of state, good enough to pick doors. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
