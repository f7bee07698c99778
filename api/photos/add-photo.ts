import { createHash } from "node:crypto";
import type { ChangeAuthor } from "../../shared/audit/audit-entry.js";
import type { PhotoId, PhotoSubject, StationPhoto } from "../../shared/stations/photos.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { applyVerdict, changePhotos, removePictures, requireMay } from "./change-photos.js";
import { PHOTO_SIZES, type PhotoFiles, photoFileName } from "./photo-files.js";
import { type ShrunkPhoto, shrinkPhoto } from "./shrink-photo.js";

type Needs = Pick<
  Dependencies,
  "stations" | "clock" | "newId" | "photoFiles" | "photoCheck" | "photoChecks" | "openIds" | "log"
>;

export interface NewPhoto {
  stationId: StationId;
  of: PhotoSubject;
  /** JPEG, PNG or WebP, as it came. */
  file: Uint8Array;
  /** Where the check of pictures fetches this photo. */
  urlOf: (photoId: PhotoId) => string;
}

/**
 * Adds a photo to a station: shrunk, without metadata, and shown once it is checked. The same file sent twice is one photo.
 * The oldest of its subject makes room.
 *
 * @throws ApiError invalid_input for what is no photo, photos_unavailable where no store takes it
 */
export async function addPhoto(deps: Needs, { stationId, of, file, urlOf }: NewPhoto, doer: Doer): Promise<Station> {
  const station = await deps.stations.find(stationId);
  if (station === null) throw new ApiError("not_found");
  requireMay(doer, "station:photograph", station);
  if (deps.photoFiles === null) throw new ApiError("photos_unavailable");
  const digest = createHash("sha256").update(file).digest("hex").slice(0, 32);
  if (holds(station.photos, of, digest)) return station;

  const shrunk = await shrinkPhoto(file);
  const id = deps.newId("ph");
  await putPictures(deps.photoFiles, stationId, id, shrunk).catch(async (error: unknown) => {
    await removePictures(deps, stationId, [id]);
    throw error;
  });
  const { width, height } = shrunk;
  const photo: StationPhoto = { id, of, check: "waiting", addedAt: deps.clock(), digest, width, height };
  const changed = await changePhotos(deps, stationId, "station:add-photo", doer.author, (photos, newest) => {
    requireMay(doer, "station:photograph", newest);
    return holds(photos, of, digest) ? photos : [photo, ...photos];
  }).catch(async (error: unknown) => {
    await removePictures(deps, stationId, [id]);
    throw error;
  });
  if (changed.photos?.some((one) => one.id === id)) return check(deps, changed, id, urlOf(id), doer);
  // The same file came in meanwhile, and that photo stands.
  await removePictures(deps, stationId, [id]);
  return changed;
}

async function putPictures(photoFiles: PhotoFiles, stationId: StationId, id: PhotoId, { files }: ShrunkPhoto) {
  await Promise.all(PHOTO_SIZES.map((size) => photoFiles.put(photoFileName(stationId, id, size), files[size])));
}

/** Has a photo checked; the answer may come at once, later, or never: then it is an officer's. */
async function check(deps: Needs, station: Station, photoId: PhotoId, url: string, { user }: Doer): Promise<Station> {
  const photo = { stationId: station.id, photoId };
  const outcome = await deps.photoCheck.checkPhoto({ url, openId: await deps.openIds.find(user.id) });
  if (outcome.state === "passed") return applyVerdict(deps, { ...photo, verdict: "pass" }, SHOWN_BY_DEMO);
  if (outcome.traceId === null) return station;
  const verdict = await deps.photoChecks.expect(outcome.traceId, photo);
  if (verdict === null || verdict === "review") return station;
  return applyVerdict(deps, { ...photo, verdict }, CHECKED_BY_WECHAT);
}

const SHOWN_BY_DEMO: ChangeAuthor = { userId: null, role: null, way: "demo" };
export const CHECKED_BY_WECHAT: ChangeAuthor = { userId: null, role: null, way: "wechat" };

function holds(photos: readonly StationPhoto[] = [], of: PhotoSubject, digest: string): boolean {
  return photos.some((photo) => photo.of === of && photo.digest === digest);
}
