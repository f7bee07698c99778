import { z } from "zod";

/** What a photo of a station shows: the door from outside, the room, the sign with the code on it. */
export const PHOTO_SUBJECTS = ["entrance", "inside", "sign"] as const;
export type PhotoSubject = (typeof PHOTO_SUBJECTS)[number];

/**
 * `waiting`: nobody but the station's keepers and officers sees it yet; `passed`: everybody does; `refused`: the platform
 * holds it for unlawful, or an officer said no, and only the note that it was stays.
 */
export const PHOTO_CHECKS = ["passed", "waiting", "refused"] as const;

export const PhotoId = z.string().regex(/^ph_[a-z0-9]{8,40}$/, { error: "不是照片编号" });
export type PhotoId = z.infer<typeof PhotoId>;

/** A photo as it is written down at its station; the picture itself lies elsewhere. */
export const StationPhoto = z.strictObject({
  id: PhotoId,
  of: z.enum(PHOTO_SUBJECTS),
  check: z.enum(PHOTO_CHECKS),
  /** EpochMs. */
  addedAt: z.int(),
  /** The same for the same file, so that one that is sent twice is one photo. */
  digest: z.string(),
  /** Why an officer refused it; absent: the platform did, or nobody. */
  refusedFor: z.string().optional(),
  /** Pixels of the large size, as it is seen. */
  width: z.int().positive(),
  height: z.int().positive(),
});
export type StationPhoto = z.infer<typeof StationPhoto>;

/** Default: a station shows so many of its newest photos of each subject. */
export const MOST_PHOTOS_OF_SUBJECT = 3;

/**
 * The photos that stay, of those given newest first: of each subject the newest that are shown and, apart from these, the newest that are
 * not, so that a photo which may never be shown takes the place of none that is.
 */
export function keptPhotos(photos: readonly StationPhoto[]): StationPhoto[] {
  const counts = new Map<string, number>();
  return photos.filter(({ of, check }) => {
    const group = `${of} ${check === "passed"}`;
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    return count <= MOST_PHOTOS_OF_SUBJECT;
  });
}
