import type { AmenityKind } from "../../shared/amenities/amenity.js";
import { instantText, optionalInstantText } from "../../shared/core/instant.js";
import type { EpochMs } from "../../shared/core/time.js";
import { type Opening, openingAt } from "../../shared/stations/opening.js";
import { alwaysOpen } from "../../shared/stations/posted-hours.js";
import type { AmenityEntry, Station } from "../../shared/stations/station.js";
import type { OpeningAnswer, StationDetail, StationItem } from "../../shared/stations/station-answer.js";
import { type PassFor, presentPhotos } from "../photos/present-photos.js";

/** What a list shows of a station, at an instant, to somebody who arrives at another. */
export function presentItem(station: Station, at: EpochMs, arrivesAt: EpochMs): StationItem {
  return { ...presentFixed(station), opening: presentOpening(openingAt(station, at, arrivesAt)) };
}

/** What a list shows of a station at any time. */
export function presentFixed(station: Station): Omit<StationItem, "opening"> {
  const entries = amenityEntries(station);
  return {
    id: station.id,
    code: station.code,
    name: station.name,
    address: station.address,
    landmark: station.landmark,
    district: station.district,
    location: station.location,
    alwaysOpen: alwaysOpen(station.hours),
    amenities: Object.fromEntries(entries.map(([kind, entry]) => [kind, entry.state])),
    unconfirmedAmenities: entries.filter(([, entry]) => entry.confirmedAt === null).map(([kind]) => kind),
    audience: station.audience,
    entryNote: station.entryNote,
    verifiedAt: optionalInstantText(station.verified.open),
    confirmedBy: station.confirmedBy,
    openReports: station.openReportCount,
    isDemo: station.isDemo,
  };
}

/**
 * Everything a person may see of a station.
 *
 * @param passFor for its keepers and officers: what opens photos that are not checked yet
 */
export function presentDetail(station: Station, at: EpochMs, passFor: PassFor | null = null): StationDetail {
  const { closure } = station;
  return {
    ...presentItem(station, at, at),
    asOf: instantText(at),
    kind: station.kind,
    host: station.host,
    phone: station.phone,
    areaSquareMetres: station.areaSquareMetres,
    capacity: station.capacity,
    hours: station.hours,
    closure: closure && {
      from: instantText(closure.from),
      until: optionalInstantText(closure.until),
      reason: closure.reason,
    },
    amenityDetails: Object.fromEntries(amenityEntries(station).map(([kind, entry]) => [kind, presentAmenity(entry)])),
    verified: {
      location: optionalInstantText(station.verified.location),
      services: optionalInstantText(station.verified.services),
      open: optionalInstantText(station.verified.open),
    },
    surveyed: station.surveyed,
    sameSiteAs: station.sameSiteAs,
    photos: presentPhotos(station, passFor),
    revision: station.revision,
    isWithdrawn: station.withdrawnAt !== null,
    updatedAt: instantText(station.updatedAt),
  };
}

export function presentOpening(opening: Opening): OpeningAnswer {
  return {
    ...opening,
    changesAt: optionalInstantText(opening.changesAt),
    opensAt: optionalInstantText(opening.opensAt),
  };
}

function presentAmenity({ state, note, since, confirmedAt, expiresOn }: AmenityEntry) {
  return { state, note, since: instantText(since), confirmedAt: optionalInstantText(confirmedAt), expiresOn };
}

function amenityEntries(station: Station): [AmenityKind, AmenityEntry][] {
  return Object.entries(station.amenities).flatMap(([kind, entry]) => (entry ? [[kind as AmenityKind, entry]] : []));
}
