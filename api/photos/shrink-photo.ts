import { ApiError } from "../api-error.js";
import type { PhotoSize } from "./photo-files.js";

export interface ShrunkPhoto {
  files: Record<PhotoSize, Uint8Array<ArrayBuffer>>;
  /** Pixels of the large size. */
  width: number;
  height: number;
}

/** Pixels of the longer side. */
const LONGEST: Record<PhotoSize, number> = { large: 1_280, small: 480 };
/** As many as the cameras of phones take; a small file can claim to be far more, and would fill the memory. */
const MOST_PIXELS = 64_000_000;
/** Less shows nothing of a door. */
const SHORTEST_SIDE = 240;
const TIMEOUT_SECONDS = 20;
const QUALITY = 78;

/** The first bytes of what is taken; anything else never reaches the decoder. */
const SIGNATURES: readonly (readonly [at: number, bytes: readonly number[]])[][] = [
  [[0, [0xff, 0xd8, 0xff]]],
  [[0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]]],
  [
    [0, [0x52, 0x49, 0x46, 0x46]],
    [8, [0x57, 0x45, 0x42, 0x50]],
  ],
];

/**
 * Turns a JPEG, PNG or WebP upright, shrinks it to both sizes and writes it anew as JPEG, so that nothing of the file is left
 * but what is seen: neither place, time nor camera.
 *
 * @throws ApiError invalid_input, with a sentence for the field `photo`
 */
export async function shrinkPhoto(file: Uint8Array): Promise<ShrunkPhoto> {
  if (!isTakenType(file)) throw wrongPhoto("这不是照片，只收 JPG、PNG 和 WebP");
  // Loaded with the first photo: most requests never need it.
  const { default: sharp } = await import("sharp");
  const seen = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (seen === null) throw wrongPhoto("照片打不开，可能没传完，请再选一次");
  if (seen.width * seen.height > MOST_PIXELS) throw wrongPhoto("照片的像素太多，请用手机普通模式拍一张");
  if (Math.min(seen.width, seen.height) < SHORTEST_SIDE) throw wrongPhoto("照片太小，看不清，请重新拍一张");
  try {
    const large = await sharp(file, { limitInputPixels: MOST_PIXELS, failOn: "error" })
      .timeout({ seconds: TIMEOUT_SECONDS })
      .autoOrient()
      .resize({ width: LONGEST.large, height: LONGEST.large, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .jpeg({ quality: QUALITY, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    const small = await sharp(large.data)
      .resize({ width: LONGEST.small, height: LONGEST.small, fit: "inside", withoutEnlargement: true })
      .jpeg({ quality: QUALITY, mozjpeg: true })
      .toBuffer();
    const { width, height } = large.info;
    return { files: { large: new Uint8Array(large.data), small: new Uint8Array(small) }, width, height };
  } catch {
    throw wrongPhoto("照片坏了，打不开，请再拍一张");
  }
}

function isTakenType(file: Uint8Array): boolean {
  return SIGNATURES.some((parts) => parts.every(([at, bytes]) => bytes.every((byte, i) => file[at + i] === byte)));
}

function wrongPhoto(message: string): ApiError {
  return new ApiError("invalid_input", [{ path: "photo", message }]);
}
