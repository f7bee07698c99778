import type { MapPoint } from "../../../../../shared/common/place";
import type { DetailPack } from "../../../../../shared/packs/detail-pack";
import type { LitePack } from "../../../../../shared/packs/lite-pack";
import type { PackManifest } from "../../../../../shared/packs/pack-answer";
import { callApi } from "../../../http/call-api";
import { serverClock } from "../../../http/server-clock";
import { keepPack, keptAreas, notePacks, readPack } from "./kept-packs";
import { loadPackFinder } from "./pack-finder";

/** After the page has what it shows: the packs are for later. */
const QUIET_MS = 2_000;
/** A busy area changes by the minute; for the time without network some minutes make no difference. */
const FRESH_MS = 10 * 60_000;

let waiting: ReturnType<typeof setTimeout> | null = null;

/** Brings the packs around a place up to date, some time after the page is drawn; what fails is tried another time. */
export function refreshPacksSoon(around: MapPoint): void {
  if (waiting !== null) clearTimeout(waiting);
  waiting = setTimeout(() => {
    waiting = null;
    refreshPacks(around).catch(() => undefined);
  }, QUIET_MS);
}

/** Fetches what has changed around a place, and nothing else. @throws ApiFailure */
export async function refreshPacks(around: MapPoint): Promise<void> {
  // While there is network: a pack without its search is of no use in a cellar.
  await loadPackFinder();
  const manifest = await callApi("GET /packs/manifest", {
    latitude: coarse(around.latitude),
    longitude: coarse(around.longitude),
  });
  const now = serverClock.now();
  const known = new Map(keptAreas().map((entry) => [entry.area, entry]));
  const same: string[] = [];
  for (const newest of manifest.areas) {
    const entry = known.get(newest.area);
    const isFresh = entry !== undefined && now - entry.checkedAt < FRESH_MS;
    if (entry?.version === newest.version || isFresh) same.push(newest.area);
    else await fetchPack(newest);
  }
  notePacks(same, now);
}

async function fetchPack({ area, version, detail }: PackManifest["areas"][number]): Promise<void> {
  const kept = readPack(area);
  const lite = (await callApi("GET /packs/:file", { file: `${area}.${version}.json` })) as LitePack;
  const rest =
    kept?.detail.version === detail
      ? kept.detail
      : ((await callApi("GET /packs/:file", { file: `${area}.${detail}.detail.json` })) as DetailPack);
  if (lite.detail === rest.version) keepPack({ lite, detail: rest }, serverClock.now());
}

/** The middle of the area: nobody needs to know more. */
function coarse(degrees: number): number {
  return (Math.floor(degrees * 10) + 0.5) / 10;
}
