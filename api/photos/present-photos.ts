import { instantText } from "../../shared/common/instant.js";
import { type EpochMs, HOUR_MS } from "../../shared/common/time.js";
import { mayAt, type Person } from "../../shared/people/permissions.js";
import type { PhotoId, StationPhoto } from "../../shared/stations/photos.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import type { PhotoAnswer } from "../../shared/stations/station-answer.js";
import type { Dependencies } from "../dependencies.js";
import { hasPicture } from "./change-photos.js";
import type { PhotoSize } from "./photo-files.js";

/** The query that opens a photo which is not checked yet. */
export type PassFor = (photoId: PhotoId) => string;

type Needs = Pick<Dependencies, "fingerprint" | "wallClock">;

/** Passes end at a full hour, so that an address stays the same for a while, one to two hours from now. */
const PASS_HOURS = 2;

/**
 * Pages show pictures without saying who asks. Whoever may see an unchecked photo is therefore given an address that opens
 * it, for an hour or two, and that nobody else can make up.
 */
export function photoPass({ fingerprint, wallClock }: Needs): PassFor {
  const until = (Math.floor(wallClock() / HOUR_MS) + PASS_HOURS) * HOUR_MS;
  return (photoId) => `?${new URLSearchParams({ until: String(until), pass: passOf(fingerprint, photoId, until) })}`;
}

/** Whether a pass opens this photo now. */
export function isPassGood(
  { fingerprint, wallClock }: Needs,
  photoId: PhotoId,
  { until, pass }: { until?: number | undefined; pass?: string | undefined },
): boolean {
  return until !== undefined && wallClock() < until && pass === passOf(fingerprint, photoId, until);
}

function passOf(fingerprint: Needs["fingerprint"], photoId: PhotoId, until: EpochMs): string {
  return fingerprint(`photo ${photoId} until ${until}`);
}

/** The photos of a station that somebody may see; without passes these are the checked ones. */
export function presentPhotos({ id, photos = [] }: Station, passFor: PassFor | null): PhotoAnswer[] {
  return photos
    .filter(({ check }) => check === "passed" || passFor !== null)
    .map((photo) => presentPhoto(id, photo, passFor));
}

function presentPhoto(stationId: StationId, photo: StationPhoto, passFor: PassFor | null): PhotoAnswer {
  const { id, of, check, addedAt, width, height } = photo;
  const query = check === "waiting" && passFor !== null ? passFor(id) : "";
  const address = (size: PhotoSize) => (hasPicture(photo) ? `${photoPath(stationId, id, size)}${query}` : null);
  return {
    id,
    of,
    check,
    refusedFor: photo.refusedFor ?? null,
    addedAt: instantText(addedAt),
    url: address("large"),
    smallUrl: address("small"),
    width,
    height,
  };
}

/** From the root of this server. */
export function photoPath(stationId: StationId, photoId: PhotoId, size: PhotoSize): string {
  return `/api/stations/${stationId}/photos/${photoId}/${size}.jpg`;
}

/**
 * The passes of whoever asks for a station: of its keepers and officers; null for everybody else.
 *
 * @param whoAsks only asked where the answer depends on it
 */
export async function passForViewer(
  deps: Needs,
  { id, district, photos = [] }: Station,
  whoAsks: () => Promise<Person | null>,
): Promise<PassFor | null> {
  if (photos.every(({ check }) => check === "passed")) return null;
  const viewer = await whoAsks();
  if (viewer === null) return null;
  return mayAt(viewer, "station:photograph", { id, districtCode: district.code }) ? photoPass(deps) : null;
}
