import type { PhotoId } from "../../shared/stations/photos.js";
import type { StationId } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { findListed } from "../stations/find-station.js";
import { hasPicture } from "./change-photos.js";
import { type PhotoSize, photoFileName } from "./photo-files.js";
import { isPassGood } from "./present-photos.js";

interface PhotoAsked {
  stationId: StationId;
  photoId: PhotoId;
  size: PhotoSize;
  /** Opens a photo that is not checked yet. */
  pass: Parameters<typeof isPassGood>[2];
}

/**
 * The picture of a station's photo, as JPEG. `isPublic`: whoever asks may see it, and keep it.
 *
 * @throws ApiError `not_found`, also for a photo that this caller may not see; `photos_unavailable`
 */
export async function readPhoto(
  deps: Pick<Dependencies, "stations" | "photoFiles" | "fingerprint" | "wallClock">,
  { stationId, photoId, size, pass }: PhotoAsked,
): Promise<{ jpeg: Uint8Array<ArrayBuffer>; isPublic: boolean }> {
  const { photos } = await findListed(deps, stationId);
  const photo = photos?.find((one) => one.id === photoId);
  if (!photo || !hasPicture(photo)) throw new ApiError("not_found");
  const isPublic = photo.check === "passed";
  if (!isPublic && !isPassGood(deps, photoId, pass)) throw new ApiError("not_found");
  if (deps.photoFiles === null) throw new ApiError("photos_unavailable");
  const jpeg = await deps.photoFiles.get(photoFileName(stationId, photoId, size));
  if (jpeg === null) throw new ApiError("not_found");
  return { jpeg, isPublic };
}
