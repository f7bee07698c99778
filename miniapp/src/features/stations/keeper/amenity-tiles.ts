import { AMENITIES, AMENITY_KINDS, type AmenityKind } from "../../../../../shared/amenities/amenity";
import { beijingDate, beijingDayNumber, type EpochMs } from "../../../../../shared/common/time";
import { dateWords } from "../../../../../shared/stations/hours-words";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { type AmenityWords, amenityWords, shownState } from "../amenity-words";

/** Medicine is called out this many days before it expires. */
const EXPIRY_NOTICE_DAYS = 30;

export interface AmenityTile {
  words: AmenityWords;
  /** 12月3日 过期, for medicine that is there and expires soon or has expired. */
  expiry: string | null;
}

/** What a keeper looks after: what is known and the base kit; medicine about to expire first, then what is broken. */
export function amenityTiles(station: StationDetail, now: EpochMs): AmenityTile[] {
  const shown = AMENITY_KINDS.filter((kind) => isKnown(station, kind) || "base" in AMENITIES[kind]);
  const urgency = ({ expiry, words }: AmenityTile) => (expiry !== null ? 0 : words.state === "broken" ? 1 : 2);
  return shown
    .map((kind) => tileOf(station, kind, now))
    .map((tile, at) => ({ tile, at }))
    .sort((a, b) => urgency(a.tile) - urgency(b.tile) || a.at - b.at)
    .map(({ tile }) => tile);
}

/** The rest of what a station may have, of which nobody has said anything. */
export function otherTiles(station: StationDetail, now: EpochMs): AmenityTile[] {
  return AMENITY_KINDS.filter((kind) => !isKnown(station, kind) && !("base" in AMENITIES[kind])).map((kind) =>
    tileOf(station, kind, now),
  );
}

function isKnown(station: StationDetail, kind: AmenityKind): boolean {
  return station.amenities[kind] !== undefined;
}

function tileOf(station: StationDetail, kind: AmenityKind, now: EpochMs): AmenityTile {
  return { words: amenityWords(kind, shownState(station, kind)), expiry: expiryOf(station, kind, now) };
}

function expiryOf(station: StationDetail, kind: AmenityKind, now: EpochMs): string | null {
  const entry = station.amenityDetails[kind];
  if (!entry || entry.expiresOn === null || entry.state === "absent") return null;
  const today = beijingDayNumber(now);
  if (entry.expiresOn < beijingDate(today)) return `${dateWords(entry.expiresOn)}已过期`;
  return entry.expiresOn <= beijingDate(today + EXPIRY_NOTICE_DAYS) ? `${dateWords(entry.expiresOn)}过期` : null;
}
