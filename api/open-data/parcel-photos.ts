import type { PhotoSubject, StationPhoto } from "../../shared/stations/photos.js";
import type { Station } from "../../shared/stations/station.js";

const NAMES: Record<PhotoSubject, string> = { entrance: "door", inside: "room", sign: "sign" };

/** A photo of a parcel: only what everybody sees is in one. */
export interface ParcelPhoto {
  /** Below the folder of the parcel: `photos/YC-001-door.jpg`. */
  name: string;
  photo: StationPhoto;
}

/** The photos of a station that were checked, by the names they have in a parcel; several of one subject are numbered. */
export function parcelPhotos({ id, code, photos }: Pick<Station, "id" | "code" | "photos">): ParcelPhoto[] {
  const counts = new Map<PhotoSubject, number>();
  const plain = (code ?? "").replace(/[^\p{L}\p{N}-]/gu, "_");
  // A code that had to be changed may have become another's.
  const of = plain !== "" && plain === code ? plain : [plain, id].filter((part) => part !== "").join("-");
  return (photos ?? []).flatMap((photo) => {
    if (photo.check !== "passed") return [];
    const count = (counts.get(photo.of) ?? 0) + 1;
    counts.set(photo.of, count);
    return [{ name: `photos/${of}-${NAMES[photo.of]}${count === 1 ? "" : `-${count}`}.jpg`, photo }];
  });
}
