import { AMENITY_KINDS, type AmenityKind } from "../amenities/amenity.js";
import { instantText, optionalInstantText } from "../common/instant-text.js";
import type { EpochMs } from "../common/time.js";
import type { KeptStation } from "./keeper-change.js";
import { type Door, type Opening, openingAt } from "./opening.js";
import { alwaysOpen } from "./posted-hours.js";
import type { TimedService } from "./services/timed-service.js";
import type { AmenityEntry, Closure, Station } from "./station.js";
import type { NearestItem, OpeningAnswer, StationDetail, StationItem, TimedServiceAnswer } from "./station-answer.js";

type TextField = "id" | "code" | "name" | "address" | "landmark" | "district" | "audience" | "entryNote";

/** What a list needs to know of a station. The server takes it from a document, the phone from what it keeps. */
export interface ListedStation extends Pick<Station, TextField | "location" | "hours" | "confirmedBy" | "isDemo"> {
  amenities: Partial<Record<AmenityKind, ListedAmenity>>;
  verified: Pick<Station["verified"], "open">;
  openReportCount: number;
}

interface ListedAmenity extends Pick<AmenityEntry, "state"> {
  /** `true`: confirmed, and it is not known when. Null: nobody has confirmed it. */
  confirmedAt: EpochMs | true | null;
}

/** What a list shows of a station at any time. */
export type FixedItem = Omit<StationItem, "opening">;

/** What a list shows of a station, at an instant, to somebody who arrives at another. */
export function presentItem(station: ListedStation & Door, at: EpochMs, arrivesAt: EpochMs): StationItem {
  return { ...presentFixed(station), opening: presentOpening(openingAt(station, at, arrivesAt)) };
}

/** What a list shows of a station at any time, to anybody. */
export function presentFixed(station: ListedStation): FixedItem {
  const { id, code, name, address, landmark, district, location, audience, entryNote, isDemo } = station;
  return {
    ...{ id, code, name, address, landmark, district, location, audience, entryNote, isDemo },
    ...presentListedKept(station),
    openReports: station.openReportCount,
  };
}

/** What keepers change about a station, as its page shows it. */
export function presentKept(station: KeptStation) {
  const { hours, closure, amenities, verified, timedServices } = station;
  return {
    ...presentListedKept(station),
    hours,
    closure: presentClosure(closure),
    ...(timedServices === undefined ? {} : { timedServices: timedServices.map(presentService) }),
    amenityDetails: presentEntries(amenities, ({ state, note, since, confirmedAt, expiresOn }) => ({
      ...{ state, note, expiresOn },
      since: instantText(since),
      confirmedAt: optionalInstantText(confirmedAt),
    })),
    verified: {
      location: optionalInstantText(verified.location),
      services: optionalInstantText(verified.services),
      open: optionalInstantText(verified.open),
      ...(verified.hours === undefined ? {} : { hours: optionalInstantText(verified.hours) }),
    },
  };
}

function presentService({ name, hours, note, confirmedAt }: TimedService): TimedServiceAnswer {
  return { name, hours, note, confirmedAt: optionalInstantText(confirmedAt) };
}

function presentListedKept({
  hours,
  amenities,
  verified,
  confirmedBy,
}: Pick<ListedStation, "hours" | "amenities" | "verified" | "confirmedBy">) {
  return {
    alwaysOpen: alwaysOpen(hours),
    ...presentAmenities(amenities),
    verifiedAt: optionalInstantText(verified.open),
    confirmedBy,
  };
}

/** The state of each amenity, and which of them nobody at the station has confirmed. */
export function presentAmenities(
  amenities: ListedStation["amenities"],
): Pick<StationItem, "amenities" | "unconfirmedAmenities"> {
  return {
    amenities: presentEntries(amenities, ({ state }) => state),
    unconfirmedAmenities: AMENITY_KINDS.filter((kind) => amenities[kind]?.confirmedAt === null),
  };
}

/** Something of every amenity there is an entry for. */
function presentEntries<Entry extends object, Answer>(
  amenities: Partial<Record<AmenityKind, Entry>>,
  present: (entry: Entry) => Answer,
): Partial<Record<AmenityKind, Answer>> {
  const answers: Partial<Record<AmenityKind, Answer>> = {};
  for (const kind of AMENITY_KINDS) {
    const entry = amenities[kind];
    if (entry !== undefined) answers[kind] = present(entry);
  }
  return answers;
}

export function presentOpening(opening: Opening): OpeningAnswer {
  return {
    ...opening,
    changesAt: optionalInstantText(opening.changesAt),
    opensAt: optionalInstantText(opening.opensAt),
  };
}

export function presentClosure(closure: Closure | null): StationDetail["closure"] {
  return closure && { ...closure, from: instantText(closure.from), until: optionalInstantText(closure.until) };
}

/** What a list of the nearest shows of a station: whether it is open, how far it is, and why it stands where it does. */
export function presentNearest(
  station: FixedItem,
  opening: OpeningAnswer,
  { item, movedBelow }: { item: { metres: number; minutes: number }; movedBelow: NearestItem["movedBelow"] },
): NearestItem {
  // Field by field: to spread a kept station takes a tenth of the whole answer.
  const { id, code, name, address, landmark, district, location, alwaysOpen: always } = station;
  const { amenities, unconfirmedAmenities, audience, entryNote, verifiedAt, confirmedBy, openReports, isDemo } =
    station;
  return {
    id,
    code,
    name,
    address,
    landmark,
    district,
    location,
    audience,
    entryNote,
    isDemo,
    alwaysOpen: always,
    amenities,
    unconfirmedAmenities,
    verifiedAt,
    confirmedBy,
    openReports,
    opening,
    distanceMetres: item.metres,
    travelMinutes: item.minutes,
    movedBelow,
  };
}
