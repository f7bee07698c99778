import { AMENITIES, AMENITY_KINDS, type AmenityKind } from "../amenities/amenity.js";

/** What a checker looks for, the same at every door: a list that followed what the product says would tell it. */
export const CHECKED_KIT: readonly AmenityKind[] = AMENITY_KINDS.filter((kind) => "base" in AMENITIES[kind]);
