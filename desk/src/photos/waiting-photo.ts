import { SUBJECT_WORDS } from "../../../miniapp/src/features/photos/photo-words";
import type { PhotoAnswer, WaitingPhotos } from "../../../shared/stations/station-answer";

/** A photo that nobody has checked, and whose it is. */
export interface WaitingPhoto {
  station: { id: string; name: string; district: string };
  photo: PhotoAnswer;
}

/** The photos one after another, those of the station that waits longest first. */
export function photosOf({ stations }: Pick<WaitingPhotos, "stations">): WaitingPhoto[] {
  return stations.flatMap(({ id, name, district, photos }) =>
    photos.map((photo) => ({ station: { id, name, district: district.text }, photo })),
  );
}

/** 丽景街驿站 · 门口. */
export function photoWords({ station, photo }: WaitingPhoto): string {
  return `${station.name} · ${SUBJECT_WORDS[photo.of].name}`;
}
