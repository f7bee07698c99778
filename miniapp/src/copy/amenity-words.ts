import {
  AMENITIES,
  AMENITY_GROUPS,
  AMENITY_KINDS,
  type AmenityGroup,
  type AmenityKind,
  type AmenityState,
} from "../../../shared/amenities/amenity";
import type { StationItem } from "../../../shared/stations/station-answer";

/** Four answers on screen; `unknown` is the missing entry, never 没有. */
export type ShownState = AmenityState | "unknown" | "unconfirmed";

export interface AmenityWords {
  kind: AmenityKind;
  state: ShownState;
  mark: string;
  label: string;
  /** On the station page, beside the label. */
  stateText: string;
  /** On a card, in one phrase: 空调坏了, 没有卫生间. */
  phrase: string;
  /** Read aloud. */
  spoken: string;
}

const STATE_WORDS: Record<ShownState, { mark: string; text: string }> = {
  working: { mark: "✓", text: "好的" },
  unconfirmed: { mark: "✓", text: "有,没人确认" },
  broken: { mark: "✕", text: "坏了" },
  absent: { mark: "–", text: "没有" },
  unknown: { mark: "?", text: "不知道" },
};

type Stocked = Pick<StationItem, "amenities" | "unconfirmedAmenities">;

export function shownState(station: Stocked, kind: AmenityKind): ShownState {
  const state = station.amenities[kind];
  if (state === undefined) return "unknown";
  return state === "working" && station.unconfirmedAmenities.includes(kind) ? "unconfirmed" : state;
}

export function amenityWords(kind: AmenityKind, state: ShownState): AmenityWords {
  const { label } = AMENITIES[kind];
  const { mark, text } = STATE_WORDS[state];
  const phrase = state === "broken" ? `${label}坏了` : state === "absent" ? `没有${label}` : label;
  return { kind, state, mark, label, stateText: text, phrase, spoken: `${label}:${text}` };
}

/** What people ask for most, hence shown on every card even when nobody has told us. */
const ALWAYS_SHOWN: readonly AmenityKind[] = ["microwave", "hot_water", "toilet", "aircon", "phone_charge"];

/** What a card shows: what was filtered for and what most people need; what is there comes before what is not. */
export function cardAmenities(station: Stocked, wanted: readonly AmenityKind[]): AmenityWords[] {
  const kinds = [...new Set([...wanted, ...ALWAYS_SHOWN])];
  const order: Record<ShownState, number> = { working: 0, unconfirmed: 0, broken: 1, absent: 2, unknown: 3 };
  return kinds
    .map((kind) => amenityWords(kind, shownState(station, kind)))
    .sort((a, b) => order[a.state] - order[b.state]);
}

/** Of what was filtered for, what is not known to be here: 不知道有没有微波炉, 没有热水; null where all of it is. */
export function lacksWords(station: Stocked, wanted: readonly AmenityKind[]): string | null {
  const lacking = wanted.filter((kind) => station.amenities[kind] !== "working");
  if (lacking.length === 0) return null;
  const words = lacking.map((kind) => {
    const { state, label, phrase } = amenityWords(kind, shownState(station, kind));
    return state === "unknown" ? `不知道有没有${label}` : phrase;
  });
  return words.join(" · ");
}

export interface AmenitySection {
  group: AmenityGroup;
  title: string;
  amenities: AmenityWords[];
}

/**
 * All that is known of a station, in groups, and the base kit even where nobody has told us: a missing base item is
 * what people need to know before they walk.
 */
export function amenitySections(station: Stocked): AmenitySection[] {
  const shown = AMENITY_KINDS.filter((kind) => station.amenities[kind] !== undefined || "base" in AMENITIES[kind]);
  return (Object.keys(AMENITY_GROUPS) as AmenityGroup[])
    .map((group) => ({
      group,
      title: AMENITY_GROUPS[group],
      amenities: shown
        .filter((kind) => AMENITIES[kind].group === group)
        .map((kind) => amenityWords(kind, shownState(station, kind))),
    }))
    .filter((section) => section.amenities.length > 0);
}

/** The filters of the nearby page, the most asked first. */
export const FILTER_AMENITIES: readonly AmenityKind[] = [
  "microwave",
  "hot_water",
  "toilet",
  "phone_charge",
  "aircon",
  "drinking_water",
  "ebike_charge",
  "ebike_parking",
  "women_room",
  "nursing",
  "first_aid",
  "nap",
  "wheelchair",
  "smoke_free",
];
