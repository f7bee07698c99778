import type { Datum } from "../../../shared/core/place";
import type { LongWorkAnswer } from "../../../shared/long-work/long-work";
import type { StationImportAnswer } from "../../../shared/stations/import/import-answer";
import type { ImportMends } from "../../../shared/stations/import/mends";
import { fetchFile, sendFile } from "../http/api";
import { ApiFailure } from "../http/failure";
import { belowApi, follow } from "../long-work/follow";

/** A file, and what was said of it since it was chosen. */
export interface ListToImport {
  file: File;
  datum: Datum | "";
  /** What headings mean, by the heading. */
  map: Readonly<Record<string, string>>;
  mends: ImportMends;
  /** Whether stations that were withdrawn go back on the lists. */
  reinstate: boolean;
}

export interface Progress {
  words: string;
  done: number;
  total: number | null;
}

const NO_MENDS: ImportMends = { cells: [], hours: [] };

export function listOf(file: File): ListToImport {
  return { file, datum: "", map: {}, mends: NO_MENDS, reinstate: false };
}

/**
 * Looks through a list, or imports it. Rows of other people's districts are left out, and told.
 *
 * @throws ApiFailure with its `cells` where some are wrong; nothing is stored then. AbortError
 */
export async function sendList(
  { file, datum, map, mends, reinstate }: ListToImport,
  isTrial: boolean,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<StationImportAnswer> {
  const query = new URLSearchParams({ dryRun: String(isTrial), outside: "set-aside", reinstate: String(reinstate) });
  if (datum !== "") query.set("datum", datum);
  for (const [heading, meaning] of Object.entries(map)) query.append("map", `${heading}=${meaning}`);
  const form = new FormData();
  form.set("file", file);
  form.set("mends", JSON.stringify(mends));
  const answer = await sendFile<StationImportAnswer | LongWorkAnswer>(`/stations/import?${query}`, form, signal);
  if (!("state" in answer)) return answer;
  const words = isTrial ? "正在看这份名单" : "正在导入";
  const work = await follow(answer, ({ done, total }) => onProgress({ words, done, total }), signal);
  const [result] = work.files;
  if (result === undefined) throw new ApiFailure("internal", work.failure === null ? {} : { message: work.failure });
  return JSON.parse(await (await fetchFile(belowApi(result.path))).text()) as StationImportAnswer;
}
