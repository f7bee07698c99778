import { beijingDate, beijingDayNumber } from "../../shared/common/time.js";
import type { Station } from "../../shared/stations/station.js";
import { StationBatch } from "../../shared/stations/station-batch.js";
import type { Dependencies } from "../dependencies.js";
import { filesOf } from "../long-work/long-work-files.js";
import type { Slice, SliceAsked } from "../long-work/slice.js";
import { photoFileName } from "../photos/photo-files.js";
import { type ParcelPhoto, parcelPhotos } from "./parcel-photos.js";
import type { ParcelInput } from "./parcel-zip.js";

type Needs = Pick<Dependencies, "stations" | "photoFiles" | "sealer" | "heavyWork" | "openData" | "clock">;

/** The largest answer on Vercel is 4 MB; one more photo than these, each some hundred KB, stays below. */
const PHOTO_BYTES_A_FILE = 2_800_000;
/** So many stations at most are looked through for photos before it is told how far it is. */
const STATIONS_A_SLICE = 400;
const DOCUMENTS_A_TRIP = 300;

/**
 * The next ZIP of a parcel for who draws maps: the first holds the list of all its stations and what it is, each the photos of
 * some of them. A station that was withdrawn meanwhile is left out.
 */
export async function packParcelSlice(deps: Needs, { input, position, fileCount }: SliceAsked): Promise<Slice> {
  const { stationIds } = StationBatch.parse(input);
  const first = Number(position ?? "0");
  const list = fileCount === 0 && first === 0 ? await listOf(deps, stationIds) : null;
  const photos: ParcelInput["photos"] = [];
  let [next, bytes] = [first, 0];
  const some = await shown(deps, stationIds.slice(first, first + STATIONS_A_SLICE));
  while (next < stationIds.length && next < first + STATIONS_A_SLICE && bytes < PHOTO_BYTES_A_FILE) {
    const station = some.get(stationIds[next] ?? "");
    const read = station === undefined ? [] : await readPhotos(deps, station);
    const added = read.reduce((sum, { content }) => sum + content.length, 0);
    if (photos.length > 0 && bytes + added > PHOTO_BYTES_A_FILE) break;
    photos.push(...read);
    bytes += added;
    next += 1;
  }
  const total = stationIds.length;
  const progress = { position: next < total ? String(next) : null, done: next - first, total };
  if (list === null && photos.length === 0) return { ...progress, file: null };
  const content = await deps.heavyWork.run("packParcel", { list, photos });
  return { ...progress, file: { name: `驿站资料-${fileCount + 1}.zip`, type: "application/zip", content } };
}

async function readPhotos(deps: Needs, station: Station): Promise<ParcelInput["photos"]> {
  const read = async ({ name, photo }: ParcelPhoto) => {
    const content = await filesOf(deps).get(photoFileName(station.id, photo.id, "large"));
    return content === null ? [] : [{ name, content }];
  };
  return (await Promise.all(parcelPhotos(station).map(read))).flat();
}

async function listOf(deps: Needs, ids: readonly string[]): Promise<NonNullable<ParcelInput["list"]>> {
  const stations = [...(await shown(deps, ids)).values()];
  const words = [
    `户外劳动者驿站 ${stations.length} 个，${beijingDate(beijingDayNumber(deps.clock()))}。`,
    "stations.xlsx：名单，经度、纬度是 GCJ-02(高德、腾讯的坐标系)。",
    "photos：照片，文件名里是编号；door 门口，room 室内，sign 门牌。有几个压缩包时，全部解开到同一个文件夹。",
    "没有电话，没有个人信息；照片都是看过、对大家公开的。",
    ...(deps.openData === null ? [] : [`来源：${deps.openData.source}。使用条件：${deps.openData.license}。`]),
  ].join("\r\n");
  return { stations, words, now: deps.clock() };
}

async function shown({ stations }: Needs, ids: readonly string[]): Promise<Map<string, Station>> {
  const found = new Map<string, Station>();
  for (let start = 0; start < ids.length; start += DOCUMENTS_A_TRIP) {
    for (const station of await stations.findMany(ids.slice(start, start + DOCUMENTS_A_TRIP))) {
      if (station.withdrawnAt === null) found.set(station.id, station);
    }
  }
  return new Map(ids.flatMap((id) => (found.has(id) ? [[id, found.get(id)] as [string, Station]] : [])));
}
