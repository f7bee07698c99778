import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { LongWork } from "./long-work-store.js";

type Needs = Pick<Dependencies, "photoFiles" | "sealer">;
type Names = Pick<LongWork, "id">;

/** The number of what came with the work when it was begun; what it leaves is counted from 1. */
export const SOURCE = 0;

/**
 * What long work leaves lies beside the pictures, sealed: it may hold names.
 *
 * @throws ApiError `photos_unavailable` where there is nowhere to keep it
 * @throws PhotoFilesError
 */
export async function keepFile(deps: Needs, work: Names, number: number, content: Uint8Array): Promise<void> {
  const name = nameOf(work, number);
  const sealed = deps.sealer.seal(Buffer.from(content).toString("base64"), name);
  await filesOf(deps).put(name, new Uint8Array(Buffer.from(sealed)));
}

/** Null: it is not there any more. */
export async function readFile(deps: Needs, work: Names, number: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const name = nameOf(work, number);
  const sealed = await filesOf(deps).get(name);
  if (sealed === null) return null;
  return new Uint8Array(Buffer.from(deps.sealer.open(Buffer.from(sealed).toString(), name), "base64"));
}

export async function removeFile(deps: Needs, work: Names, number: number): Promise<void> {
  await filesOf(deps).remove(nameOf(work, number));
}

export function filesOf({ photoFiles }: Pick<Needs, "photoFiles">): NonNullable<Needs["photoFiles"]> {
  if (photoFiles === null) throw new ApiError("photos_unavailable");
  return photoFiles;
}

function nameOf({ id }: Names, number: number): string {
  return `long-work/${id}/${number}`;
}
