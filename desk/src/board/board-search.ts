import { AMENITY_KINDS, type AmenityKind } from "../../../shared/amenities/amenity";

/** Kinds of days; each stands for the next of its kind. */
const DAYS = ["weekday", "weekend", "holiday"] as const;

/** What the board is looked at for; what is not said is now, today, any door. */
export interface BoardSearch {
  city?: string;
  day?: (typeof DAYS)[number] | undefined;
  /** The half hour, `HH:MM`. */
  at?: string;
  /** Doors with this alone. */
  layer?: AmenityKind | undefined;
}

const HALF_HOUR = /^([01]\d|2[0-3]):(00|30)$/;

export function readBoardSearch({ city, day, at, layer }: Record<string, unknown>): BoardSearch {
  // An address may hold a code as a number.
  const code = typeof city === "number" ? String(city) : city;
  const [kind] = AMENITY_KINDS.filter((one) => one === layer);
  const [kindOfDay] = DAYS.filter((one) => one === day);
  return {
    ...(typeof code === "string" && /^(\d{4}|\d{6})$/.test(code) ? { city: code } : {}),
    ...(kindOfDay === undefined ? {} : { day: kindOfDay }),
    ...(typeof at === "string" && HALF_HOUR.test(at) ? { at } : {}),
    ...(kind === undefined ? {} : { layer: kind }),
  };
}
