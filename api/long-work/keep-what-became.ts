import type { Dependencies } from "../dependencies.js";
import { removeFile, SOURCE } from "./long-work-files.js";
import { KEPT_MS, type LongWork } from "./long-work-store.js";

/**
 * Keeps what became of a piece of work, for a day from now. What came with it goes when it has ended.
 *
 * @returns false where it is no longer what that was decided from
 */
export async function keepWhatBecame(
  deps: Pick<Dependencies, "longWork" | "photoFiles" | "sealer" | "wallClock">,
  before: LongWork,
  after: LongWork,
): Promise<boolean> {
  const now = deps.wallClock();
  if (!(await deps.longWork.replace(before, { ...after, keptUntil: now + KEPT_MS }, now))) return false;
  // Where that fails, it goes with the rest in a day.
  if (after.state !== "under-way") await removeFile(deps, after, SOURCE).catch(() => undefined);
  return true;
}
