import type { PhotoId } from "../../shared/stations/photos.js";
import type { StationId } from "../../shared/stations/station.js";

/** The sizes in which a photo is kept, both JPEG: every phone that runs WeChat shows it. */
export const PHOTO_SIZES = ["large", "small"] as const;
export type PhotoSize = (typeof PHOTO_SIZES)[number];

/**
 * Where pictures lie, and for a day what long work leaves. A name is a path of letters, digits, `_`, `-`, `.` and
 * `/`. All of it throws PhotoFilesError.
 */
export interface PhotoFiles {
  put: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Null: there is none of that name. */
  get: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Removing what is not there changes nothing. */
  remove: (name: string) => Promise<void>;
}

/** The store of pictures failed, or cannot be reached. */
export class PhotoFilesError extends Error {
  /** @param reason for the log: a number or a code, nothing of what was sent */
  constructor(readonly reason: string) {
    super(`photo files: ${reason}`);
    this.name = "PhotoFilesError";
  }
}

export function photoFileName(stationId: StationId, photoId: PhotoId, size: PhotoSize): string {
  return `stations/${stationId}/${photoId}/${size}.jpg`;
}
