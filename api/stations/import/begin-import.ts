import type { LongWorkAnswer, LongWorkId } from "../../../shared/long-work/long-work.js";
import type { User } from "../../../shared/people/user.js";
import {
  type ImportQuestion,
  StationImportResult,
  type StationImportWork,
} from "../../../shared/stations/import/import-work.js";
import { ApiError } from "../../api-error.js";
import type { Dependencies } from "../../dependencies.js";
import { beginLongWork, findOwnLongWork, presentLongWork, readOwnFile } from "../../long-work/own-long-work.js";
import { checkQuestion } from "./decide-import.js";

type Needs = Pick<Dependencies, "longWork" | "photoFiles" | "sealer" | "wallClock" | "newId">;

/**
 * Begins an import as long work. The file is kept sealed until it has ended.
 *
 * @throws ApiError `invalid_input` for what is said of the list, `long_work_full`, `photos_unavailable`
 */
export async function beginImport(
  deps: Needs,
  owner: User,
  { file, ...question }: ImportQuestion & { file: Uint8Array },
): Promise<LongWorkAnswer> {
  checkQuestion(question);
  return beginLongWork(deps, owner, { kind: "station-import", input: question, source: file });
}

/**
 * How far an import is, and once it has ended what it did or what is wrong in the list.
 *
 * @throws ApiError `not_found`
 */
export async function findImport(deps: Needs, user: User, id: LongWorkId): Promise<StationImportWork> {
  const work = await findOwnLongWork(deps, user, id);
  if (work.kind !== "station-import") throw new ApiError("not_found");
  const isOver = work.state === "done" || work.state === "failed";
  // Decided again after a conflict, an import has left one for each time: the last is what happened.
  const number = work.files.length;
  if (!isOver || number === 0) return { work: presentLongWork(work), answer: null, problems: [], cells: [] };
  const { content } = await readOwnFile(deps, user, { id, number });
  const result = StationImportResult.parse(JSON.parse(Buffer.from(content).toString()));
  // Decided, and then not shown: others kept changing the same stations.
  const answer = work.state === "done" ? result.answer : null;
  return { work: presentLongWork(work), ...result, answer };
}
