import { z } from "zod";
import type { Station, StationId } from "../../shared/stations/station.js";
import { StationBatch } from "../../shared/stations/station-batch.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Slice, SliceAsked } from "../long-work/slice.js";
import { codeFromWechat } from "./code-from-wechat.js";
import { type BatchPage, stationLink } from "./make-poster.js";

/** Drawn in some seconds. */
const PAGES_A_FILE = 25;
/** Of the pictures that WeChat draws: the largest answer on Vercel is 4 MB, and the rest of a file is some hundred KB. */
const CODE_BYTES_A_FILE = 2_500_000;
/** WeChat is asked for so many codes at a time. */
const CODES_AT_ONCE = 4;
const DOCUMENTS_A_TRIP = 300;

/** A batch as it is kept until it is drawn. */
const BatchInput = StationBatch.extend({
  /** Where people reach the stations' pages, such as `https://station.example.cn`. */
  origin: z.string(),
});
export type BatchInput = z.infer<typeof BatchInput>;

/**
 * Looks that every station of a batch is there to be shown, before anything is drawn.
 *
 * @throws ApiError `invalid_input` that names those that are not
 */
export async function checkBatch({ stations }: Pick<Dependencies, "stations">, { stationIds }: StationBatch) {
  const shown = new Set<StationId>();
  for (let first = 0; first < stationIds.length; first += DOCUMENTS_A_TRIP) {
    const found = await stations.findMany(stationIds.slice(first, first + DOCUMENTS_A_TRIP));
    for (const { id, withdrawnAt } of found) if (withdrawnAt === null) shown.add(id);
  }
  const missing = stationIds.flatMap((id, index) =>
    shown.has(id) ? [] : [{ path: `stationIds.${index}`, message: "没有这个驿站，或者已经撤下" }],
  );
  if (missing.length > 0) throw new ApiError("invalid_input", missing);
}

/** The next posters of a batch as one PDF, a page each. A station that was withdrawn meanwhile is left out. */
export async function drawBatchSlice(
  deps: Pick<Dependencies, "stations" | "heavyWork" | "wechat" | "log">,
  { input, position, fileCount }: SliceAsked,
): Promise<Slice> {
  const { stationIds, origin } = BatchInput.parse(input);
  const first = Number(position ?? "0");
  const found = await deps.stations.findMany(stationIds.slice(first, first + PAGES_A_FILE));
  const byId = new Map(found.map((station) => [station.id, station]));
  const pages: BatchPage[] = [];
  let [next, bytes] = [first, 0];
  while (next < stationIds.length && next < first + PAGES_A_FILE && bytes < CODE_BYTES_A_FILE) {
    const end = Math.min(next + CODES_AT_ONCE, first + PAGES_A_FILE);
    const some = stationIds.slice(next, end).flatMap((id) => byId.get(id) ?? []);
    const drawn = await Promise.all(some.filter(isShown).map((station) => pageOf(deps, station, origin)));
    pages.push(...drawn);
    for (const { miniProgramCode } of drawn) bytes += miniProgramCode?.bytes.length ?? 0;
    next = Math.min(end, stationIds.length);
  }
  const total = stationIds.length;
  const progress = { position: next < total ? String(next) : null, done: next - first, total };
  if (pages.length === 0) return { ...progress, file: null };
  const content = await deps.heavyWork.run("drawPosterBatch", { pages });
  return { ...progress, file: { name: `驿站海报-${fileCount + 1}.pdf`, type: "application/pdf", content } };
}

function isShown({ withdrawnAt }: Station): boolean {
  return withdrawnAt === null;
}

async function pageOf(
  deps: Pick<Dependencies, "wechat" | "log">,
  station: Station,
  origin: string,
): Promise<BatchPage> {
  const link = stationLink(origin, station.id);
  return { station, link, miniProgramCode: await codeFromWechat(deps, station.id) };
}
