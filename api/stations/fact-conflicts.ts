import { isDeepStrictEqual } from "node:util";
import type { FieldConflict } from "../../shared/contract/error-answer.js";
import { factOf, factValue, partsOf } from "../../shared/stations/fact-fields.js";
import type { Station } from "../../shared/stations/station.js";
import { changedSince } from "./station-change.js";

/**
 * The facts that somebody else has given another value since the revision that a change was made from.
 *
 * @param own parts of the document as the same act has left them, which are no news to it
 */
export function conflictsOf(
  station: Station,
  facts: Partial<Station>,
  revision: number,
  own: Readonly<Record<string, unknown>> = {},
): FieldConflict[] {
  const isNews = (part: keyof Station) =>
    part in facts &&
    changedSince(station, part, revision) &&
    !isDeepStrictEqual(facts[part], station[part]) &&
    !(part in own && isDeepStrictEqual(own[part], jsonOf(station[part])));
  return [...new Set(Object.keys(facts).map(factOf))]
    .filter((field) => partsOf(field).some(isNews))
    .map((field) => ({
      id: station.id,
      field,
      theirs: factValue(station, field),
      yours: factValue({ ...station, ...facts }, field),
    }));
}

/** A value as it comes back from where it is kept. */
export function jsonOf(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
