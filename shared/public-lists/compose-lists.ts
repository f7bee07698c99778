import { AMENITY_KINDS } from "../amenities/amenity.js";
import { subjectLabel, type WantedSubject } from "../classes/wanted-subject.js";
import { LEAST_PEOPLE } from "../demand/demand-cell.js";
import { categoryLabel, type WishCategory } from "../wishes/wish-category.js";
import { type ShownCounts, shownCounts, shownTogether, type Tally } from "./few.js";
import type { PublicLists } from "./public-lists.js";
import { factLabel, HOURS_FACTS, type StationFact } from "./station-facts.js";

type Asked = PublicLists["asked"];
type Opened = Asked["wanted"]["opened"][number];
type Missing = Asked["missing"][number];
type Offered = PublicLists["offered"];

/** What the lists of one district are made of. */
export interface DistrictParts {
  key: string;
  name: string;
  /** How many stations each fact holds of. */
  facts: ReadonlyMap<StationFact, number>;
  stations: number;
  wishes: ReadonlyMap<WishCategory, Tally>;
  /** Newest first. */
  cards: Asked["cards"];
  /** What people want to learn. */
  wanted: ReadonlyMap<WantedSubject, Tally>;
  /** Courses that came of it, with how many people had asked; the newest first. */
  opened: readonly (Opened & { people: number })[];
  /** With how many people said so; most people first. */
  missing: readonly (Missing & { people: number })[];
  courses: Offered["courses"];
}

/** Of how many days wishes are counted. */
export const ASKED_DAYS = 365;
const MOST_CARDS = 60;

type Lists = Pick<PublicLists, "asked" | "offered" | "there">;

/** The three lists of one district, or of several together: their numbers are the sums of what each of them shows. */
export function composeLists(districts: readonly DistrictParts[]): Lists {
  const wishes = shownTogether(districts.map((district) => shownCounts(district.wishes)));
  const cards = districts
    .flatMap((district) => district.cards)
    .sort((a, b) => (a.fulfilledOn < b.fulfilledOn ? 1 : -1));
  return {
    asked: {
      days: ASKED_DAYS,
      ...wishRows(wishes),
      cards: cards.slice(0, MOST_CARDS),
      wanted: wantedRows(districts),
      ...missingRows(districts),
    },
    offered: {
      services: serviceRows(districts),
      courses: districts.flatMap(({ courses }) => courses),
    },
    there: {
      stations: districts.reduce((sum, { stations }) => sum + stations, 0),
      hours: hoursRows(districts),
      kit: kitRows(districts),
    },
  };
}

function wishRows({ rows, rest, left }: ShownCounts<WishCategory>): Pick<Asked, "wishes" | "hasFewer"> {
  const shown = rows.map(({ key, count }) => ({ key, label: categoryLabel(key), wishes: count }));
  const others = rest === null ? [] : [{ key: null, label: "别的几类合在一起", wishes: rest }];
  return { wishes: [...shown, ...others], hasFewer: left !== null };
}

function wantedRows(districts: readonly DistrictParts[]): Asked["wanted"] {
  const { rows, rest, left } = shownTogether(districts.map((district) => shownCounts(district.wanted)));
  const shown = rows.map(({ key, count }) => ({ subject: key, label: subjectLabel(key), people: count }));
  const others = rest === null ? [] : [{ subject: null, label: "别的几样合在一起", people: rest }];
  const opened = districts.flatMap((district) => district.opened);
  return {
    rows: [...shown, ...others],
    hasFewer: left !== null,
    opened: opened.map((one) => ({ ...one, people: one.people >= LEAST_PEOPLE ? one.people : null })),
  };
}

function missingRows(districts: readonly DistrictParts[]): Pick<Asked, "missing" | "otherMissing"> {
  const standsAlone = ({ people, state }: DistrictParts["missing"][number]) =>
    people >= LEAST_PEOPLE || state !== "asked";
  const shown = districts.flatMap(({ missing }) => missing.filter(standsAlone));
  const others = districts.map(({ missing }) => summed(missing.filter((one) => !standsAlone(one)).map(asPlace)));
  // What a district has to leave out counts with that of others, from ten people on, and never shows as a difference.
  const left = summed(others.filter(({ people }) => people < LEAST_PEOPLE));
  const told = summed([...others, left].filter(({ people }) => people >= LEAST_PEOPLE));
  return {
    missing: shown.map((one) => ({ ...one, people: one.people >= LEAST_PEOPLE ? one.people : null })),
    otherMissing: told.places === 0 ? null : told,
  };
}

interface Places {
  places: number;
  people: number;
}

function asPlace({ people }: { people: number }): Places {
  return { places: 1, people };
}

function summed(all: readonly Places[]): Places {
  const sum = (of: (one: Places) => number) => all.reduce((total, one) => total + of(one), 0);
  return { places: sum(({ places }) => places), people: sum(({ people }) => people) };
}

function countOf(districts: readonly DistrictParts[], fact: StationFact): number {
  return districts.reduce((sum, { facts }) => sum + (facts.get(fact) ?? 0), 0);
}

function serviceRows(districts: readonly DistrictParts[]): Offered["services"] {
  const facts = new Set(districts.flatMap((district) => [...district.facts.keys()]));
  return [...facts]
    .filter((fact) => fact.startsWith("service:"))
    .map((fact) => ({ fact, label: factLabel(fact) ?? fact, stations: countOf(districts, fact) }))
    .sort((a, b) => b.stations - a.stations || (a.fact < b.fact ? -1 : 1));
}

function hoursRows(districts: readonly DistrictParts[]): PublicLists["there"]["hours"] {
  return (Object.keys(HOURS_FACTS) as (keyof typeof HOURS_FACTS)[])
    .map((fact) => ({ fact, label: HOURS_FACTS[fact], stations: countOf(districts, fact) }))
    .filter(({ stations }) => stations > 0);
}

function kitRows(districts: readonly DistrictParts[]): PublicLists["there"]["kit"] {
  return AMENITY_KINDS.map((kind) => ({
    fact: `kit:${kind}`,
    label: factLabel(`kit:${kind}`) ?? kind,
    stations: countOf(districts, `kit:${kind}`),
    broken: countOf(districts, `broken:${kind}`),
  })).filter(({ stations, broken }) => stations + broken > 0);
}
