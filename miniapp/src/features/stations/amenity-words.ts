import {
  AMENITIES,
  AMENITY_GROUPS,
  AMENITY_KINDS,
  type AmenityGroup,
  type AmenityKind,
  type AmenityState,
} from "../../../../shared/amenities/amenity";
import type { StationItem } from "../../../../shared/stations/station-answer";

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
  unconfirmed: { mark: "✓", text: "有，没人确认" },
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
  return { kind, state, mark, label, stateText: text, phrase, spoken: `${label}：${text}` };
}

/** What people ask for most: said of every card, also that nobody has told us. */
const ALWAYS_SAID: readonly AmenityKind[] = ["hot_water", "microwave", "toilet", "phone_charge", "aircon"];

/** In which order a card says what is there: water first, then what people ask for most. */
const CARD_ORDER: readonly AmenityKind[] = [
  "hot_water",
  "drinking_water",
  "tea",
  "cold_drink",
  "toilet",
  "microwave",
  "phone_charge",
  "aircon",
  "heating",
  "fan",
  "seat",
  "nap",
  "ebike_charge",
  "women_room",
  "nursing",
  "wheelchair",
];

/** More than these nobody reads at a glance. */
const MOST_THERE = 6;

/** What a card says of the inside. */
export interface CardAmenities {
  /**
   * What is there, water first, what was filtered for in any case; then what is broken or missing of what people ask
   * for.
   */
  told: AmenityWords[];
  /** 微波炉、卫生间：没人说过; null where somebody has said it all. */
  untold: string | null;
}

export function cardAmenities(station: Stocked, wanted: readonly AmenityKind[]): CardAmenities {
  const words = (kinds: readonly AmenityKind[]) => kinds.map((kind) => amenityWords(kind, shownState(station, kind)));
  const there = CARD_ORDER.filter((kind) => station.amenities[kind] === "working");
  const kept = there.filter((kind, index) => index < MOST_THERE || wanted.includes(kind));
  const rare = wanted.filter((kind) => station.amenities[kind] === "working" && !CARD_ORDER.includes(kind));
  const asked = words([...new Set([...wanted, ...ALWAYS_SAID])]);
  const wrong = [
    ...asked.filter(({ state }) => state === "broken"),
    ...asked.filter(({ state }) => state === "absent"),
  ];
  const untold = asked.filter(({ state }) => state === "unknown").map(({ label }) => label);
  return {
    told: [...words([...kept, ...rare]), ...wrong],
    untold: untold.length === 0 ? null : `${untold.join("、")}：没人说过`,
  };
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

/** What can be filtered for on the nearby page, the most asked first. */
const FILTER_AMENITIES: readonly AmenityKind[] = [
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

/**
 * What can be filtered for: what most of these stations have first, then what only others have.
 *
 * @param within what works within reach, also at other stations
 */
export function offeredAmenities(
  stations: readonly Pick<StationItem, "amenities">[],
  within: readonly AmenityKind[],
): AmenityKind[] {
  const count = (kind: AmenityKind) => stations.filter(({ amenities }) => amenities[kind] === "working").length;
  return FILTER_AMENITIES.map((kind) => ({ kind, stations: count(kind) }))
    .filter((offered) => offered.stations > 0 || within.includes(offered.kind))
    .sort((a, b) => b.stations - a.stations)
    .map(({ kind }) => kind);
}
