import sharp from "sharp";
import type { StationPhoto } from "../../shared/stations/photos.js";

let made = 0;

/** A photo as a station holds it, of the sign and checked unless said otherwise. */
export function givenStationPhoto(photo: Partial<StationPhoto> = {}): StationPhoto {
  made += 1;
  return {
    id: `ph_given${String(made).padStart(4, "0")}`,
    of: "sign",
    check: "passed",
    addedAt: made,
    digest: `digest ${made}`,
    width: 1_280,
    height: 960,
    ...photo,
  };
}

export interface PhotoFile {
  width?: number;
  height?: number;
  format?: "jpeg" | "png" | "webp";
  /** EXIF's number for how the camera was held; 6: to be turned a quarter to the right. */
  orientation?: number;
}

/** A picture such as a phone sends: the left half red, with the place and the camera in its EXIF. */
export async function givenPhotoFile(file: PhotoFile = {}): Promise<Uint8Array<ArrayBuffer>> {
  const { width = 800, height = 600, format = "jpeg", orientation } = file;
  const left = { create: { width: Math.floor(width / 2), height, channels: 3, background: { r: 200, g: 0, b: 0 } } };
  const picture = sharp({ create: { width, height, channels: 3, background: "#06c" } })
    .composite([{ input: { ...left, create: { ...left.create, channels: 3 as const } }, left: 0, top: 0 }])
    .withExif({
      IFD0: { Make: "PhoneMaker", Model: "Model 9" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "38/1 28/1 0/1" },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><owner>Li</owner></x:xmpmeta>');
  const held = orientation === undefined ? picture : picture.withMetadata({ orientation });
  return new Uint8Array(await held.toFormat(format).toBuffer());
}
