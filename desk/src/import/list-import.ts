import type { Datum } from "../../../shared/common/place";
import type { LongWorkAnswer, LongWorkId } from "../../../shared/long-work/long-work";
import type { ImportProblem, StationImportAnswer } from "../../../shared/stations/import/import-answer";
import type { ImportMends } from "../../../shared/stations/import/mends";
import { callApi, sendFile } from "../http/api";
import { ApiFailure } from "../http/failure";
import { follow } from "../long-work/follow";

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
  /** Where it goes on by itself when nobody waits. */
  workId?: LongWorkId;
}

/**
 * A file of this many bytes has thousands of rows: it is read, compared and stored as long work, which tells how far
 * it is.
 */
const LONG_BYTES = 300_000;

export const NO_MENDS: ImportMends = { cells: [], hours: [] };

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
  if (file.size < LONG_BYTES) return sendFile<StationImportAnswer>(`/stations/import?${query}`, form, signal);
  // Not broken off: what the server has begun by then has to be stopped there.
  const begun = await sendFile<LongWorkAnswer>(`/stations/imports?${query}`, form);
  if (signal.aborted) await stopLongWork(begun.id);
  return whatBecame(begun, isTrial ? "正在看这份名单" : "正在导入", onProgress, signal);
}

/** The cells for which a list was refused, and that there are more of them; null: it failed for something else. */
export function wrongCellsOf(failure: unknown): { cells: ImportProblem[]; more: string | null } | null {
  if (!(failure instanceof ApiFailure) || failure.cells.length === 0) return null;
  return { cells: failure.cells, more: failure.fields.find(({ path }) => path === "")?.message ?? null };
}

/** @throws ApiFailure `long_work_too_late` where all is being shown already */
export async function stopLongWork(id: LongWorkId): Promise<void> {
  await callApi("POST /long-work/:id/cancel", { id });
}

/**
 * Waits for an import that is long work, and says what it did.
 *
 * @throws ApiFailure as {@link sendList}
 */
async function whatBecame(
  begun: LongWorkAnswer,
  words: string,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<StationImportAnswer> {
  const { id } = await follow(begun, ({ id, done, total }) => onProgress({ words, done, total, workId: id }), signal);
  signal.throwIfAborted();
  const { work, answer, problems, cells } = await callApi("GET /stations/imports/:id", { id });
  if (answer !== null) return answer;
  throw new ApiFailure(cells.length > 0 ? "import_rejected" : "internal", {
    ...(work.failure === null ? {} : { message: work.failure }),
    fields: problems,
    cells,
  });
}
