import { AMENITY_KINDS, type AmenityKind } from "../../amenities/amenity.js";
import type { Amenities } from "../station.js";

/** A set of amenities as two words of 32 bits: bit n of both together is the n-th of `AMENITY_KINDS`. */
export interface AmenityMask {
  low: number;
  high: number;
}

const WORD_BITS = 32;
const PLACE_OF = new Map<AmenityKind, number>(AMENITY_KINDS.map((kind, index) => [kind, index]));

/** The amenities of a station that work. */
export function workingMask(amenities: Amenities): AmenityMask {
  const mask = { low: 0, high: 0 };
  for (const kind in amenities) if (amenities[kind as AmenityKind]?.state === "working") add(mask, kind as AmenityKind);
  return mask;
}

export function maskOf(kinds: readonly AmenityKind[]): AmenityMask {
  const mask = { low: 0, high: 0 };
  for (const kind of kinds) add(mask, kind);
  return mask;
}

/** In the order of `AMENITY_KINDS`. */
export function kindsOf({ low, high }: AmenityMask): AmenityKind[] {
  return AMENITY_KINDS.filter((_, index) =>
    index < WORD_BITS ? (low >>> index) & 1 : (high >>> (index - WORD_BITS)) & 1,
  );
}

function add(mask: AmenityMask, kind: AmenityKind): void {
  const index = PLACE_OF.get(kind) ?? 0;
  if (index < WORD_BITS) mask.low = (mask.low | (1 << index)) >>> 0;
  else mask.high = (mask.high | (1 << (index - WORD_BITS))) >>> 0;
}
