import { AMENITY_KINDS } from "../amenities/amenity.js";
import type { AuditEntry } from "../audit/audit-entry.js";
import { Amenities } from "../stations/station.js";
import type { BrokenSpell } from "./month-facts.js";

/** What was broken before a change that the record tells of, and not after it. */
export function spellsEndedBy({ at, subject, from, to }: AuditEntry): BrokenSpell[] {
  if (subject.type !== "station") return [];
  const [before, after] = [Amenities.safeParse(from.amenities), Amenities.safeParse(to.amenities)];
  if (!before.success || !after.success) return [];
  return AMENITY_KINDS.flatMap((kind) => {
    const was = before.data[kind];
    const is = after.data[kind];
    if (was?.state !== "broken" || is?.state === "broken") return [];
    return [{ stationId: subject.id, kind, since: was.since, at, isFixed: is?.state === "working" }];
  });
}
