import { zipSync } from "fflate";
import type { EpochMs } from "../../shared/common/time.js";
import type { Station } from "../../shared/stations/station.js";
import { tableXlsx } from "../tables/text-table.js";
import { openStation } from "./open-station.js";
import { parcelPhotos } from "./parcel-photos.js";
import { stationList } from "./station-list.js";

/** One ZIP of a parcel. */
export interface ParcelInput {
  /** Null: the list is in the one before. */
  list: { stations: Station[]; words: string; now: EpochMs } | null;
  photos: { name: string; content: Uint8Array }[];
}

/** Pictures are as small as they get already. */
const STORED = { level: 0 } as const;

export async function parcelZip({ list, photos }: ParcelInput): Promise<Uint8Array> {
  const files: Parameters<typeof zipSync>[0] = {};
  if (list !== null) {
    files["stations.xlsx"] = [new Uint8Array(await parcelList(list)), STORED];
    files["说明.txt"] = new TextEncoder().encode(`\uFEFF${list.words}`);
  }
  for (const { name, content } of photos) files[name] = [content, STORED];
  return zipSync(files);
}

/** The list that the import reads, with the names of the photos beside each station. */
function parcelList({ stations, now }: NonNullable<ParcelInput["list"]>): Promise<Buffer> {
  const table = stationList(stations.map(openStation), now);
  const names = stations.map((station) =>
    parcelPhotos(station)
      .map(({ name }) => name)
      .join("、"),
  );
  return tableXlsx({
    ...table,
    columns: [...table.columns, { header: "照片", isWide: true }],
    rows: table.rows.map((row, index) => [...row, names[index] ?? ""]),
  });
}
