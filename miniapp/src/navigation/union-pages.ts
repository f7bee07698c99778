import { openPage } from "./go";

/** For officers: photos that nobody has checked yet. */
export function openWaitingPhotos(): void {
  openPage("/union/photos/index");
}

/** For officers: the stations that were taken off the lists, to be put back. */
export function openWithdrawn(): void {
  openPage("/union/uniformity/index?withdrawn=1");
}

/** For officers: one station more. */
export function openNewStation(): void {
  openPage("/union/new-station/index");
}

/** For officers: whether what runs by itself did run. */
export function openJobs(): void {
  openPage("/union/jobs/index");
}

/** For officers: who changed what; of one station, or of their whole reach. */
export function openAudit(station: { id: string; name: string } | null): void {
  const query = station === null ? "" : `?id=${station.id}&name=${encodeURIComponent(station.name)}`;
  openPage(`/union/audit/index${query}`);
}
