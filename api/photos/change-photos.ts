import type { ChangeAuthor } from "../../shared/audit/audit-entry.js";
import { type Action, mayAt } from "../../shared/people/permissions.js";
import { keptPhotos, type PhotoId, type StationPhoto } from "../../shared/stations/photos.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { changeFromNewest } from "../stations/change-station.js";
import { PHOTO_SIZES, photoFileName } from "./photo-files.js";

type Needs = Pick<Dependencies, "stations" | "clock" | "photoFiles" | "log">;

/** An officer has looked at a photo, and everybody may. Approving it twice changes nothing. */
export function approvePhoto(
  deps: Needs,
  { stationId, photoId }: { stationId: StationId; photoId: PhotoId },
  doer: Doer,
): Promise<Station> {
  return changePhotos(deps, stationId, "station:approve-photo", doer.author, (photos, station) => {
    requireMay(doer, "station:approve-photo", station);
    const photo = photos.find(({ id }) => id === photoId);
    if (photo === undefined) throw new ApiError("not_found");
    // Its picture is gone.
    if (photo.check === "refused") throw new ApiError("conflict");
    return withCheck(photos, photoId, "passed");
  });
}

/** An officer has looked at a photo, and nobody may; whoever took it reads why. Refusing it twice changes nothing. */
export function rejectPhoto(
  deps: Needs,
  { stationId, photoId, reason }: { stationId: StationId; photoId: PhotoId; reason: string },
  doer: Doer,
): Promise<Station> {
  return changePhotos(deps, stationId, "station:reject-photo", doer.author, (photos, station) => {
    requireMay(doer, "station:approve-photo", station);
    if (!photos.some(({ id }) => id === photoId)) throw new ApiError("not_found");
    return photos.map((photo) =>
      photo.id === photoId && photo.check !== "refused" ? { ...photo, check: "refused", refusedFor: reason } : photo,
    );
  });
}

/** What the check of pictures found. Whatever an officer or a removal decided before stays. */
export function applyVerdict(
  deps: Needs,
  { stationId, photoId, verdict }: { stationId: StationId; photoId: PhotoId; verdict: "pass" | "risky" },
  author: ChangeAuthor,
): Promise<Station> {
  return changePhotos(deps, stationId, "station:check-photo", author, (photos) => {
    const isWaiting = photos.some(({ id, check }) => id === photoId && check === "waiting");
    return isWaiting ? withCheck(photos, photoId, verdict === "pass" ? "passed" : "refused") : photos;
  });
}

/** Takes a photo away, the picture too. Removing it twice changes nothing. */
export function removePhoto(
  deps: Needs,
  { stationId, photoId }: { stationId: StationId; photoId: PhotoId },
  doer: Doer,
): Promise<Station> {
  return changePhotos(deps, stationId, "station:remove-photo", doer.author, (photos, station) => {
    requireMay(doer, "station:photograph", station);
    return photos.filter(({ id }) => id !== photoId);
  });
}

/** A station that is on the lists, of which this person may do it. */
export function requireMay(
  { user }: Doer,
  action: Action,
  { id, district, withdrawnAt }: Pick<Station, "id" | "district" | "withdrawnAt">,
) {
  if (!mayAt(user, action, { id, districtCode: district.code })) throw new ApiError("not_allowed");
  if (withdrawnAt !== null) throw new ApiError("not_found");
}

/**
 * Changes the photos of a station from its newest state. Pictures that no photo stands for any more are removed
 * afterwards: until then nobody is shown a photo without its picture.
 */
export async function changePhotos(
  deps: Needs,
  stationId: StationId,
  action: `station:${string}`,
  author: ChangeAuthor,
  decide: (photos: readonly StationPhoto[], station: Station) => readonly StationPhoto[],
): Promise<Station> {
  let before: readonly StationPhoto[] = [];
  const changed = await changeFromNewest(deps, stationId, async (station) => {
    before = station.photos ?? [];
    const photos = keptPhotos(decide(before, station));
    return { change: photos.length === 0 && before.length === 0 ? {} : { photos }, by: { author, action } };
  });
  const pictured = new Set((changed.photos ?? []).filter(hasPicture).map(({ id }) => id));
  const gone = before.filter((photo) => hasPicture(photo) && !pictured.has(photo.id));
  await removePictures(
    deps,
    stationId,
    gone.map(({ id }) => id),
  );
  return changed;
}

/** What cannot be removed now is left where nobody finds it; the log names it. */
export async function removePictures(
  { photoFiles, log }: Pick<Needs, "photoFiles" | "log">,
  stationId: StationId,
  ids: readonly PhotoId[],
): Promise<void> {
  if (photoFiles === null) return;
  const names = ids.flatMap((id) => PHOTO_SIZES.map((size) => photoFileName(stationId, id, size)));
  const results = await Promise.allSettled(names.map((name) => photoFiles.remove(name)));
  for (const [at, { status }] of results.entries()) {
    if (status === "rejected") log({ level: "warn", event: "photo_left_behind", name: names[at] ?? "" });
  }
}

/** Of a refused photo the note that it was refused stays, and nothing else. */
export function hasPicture({ check }: Pick<StationPhoto, "check">): boolean {
  return check !== "refused";
}

function withCheck(photos: readonly StationPhoto[], photoId: PhotoId, check: StationPhoto["check"]) {
  return photos.map((photo) => (photo.id === photoId ? { ...photo, check } : photo));
}
