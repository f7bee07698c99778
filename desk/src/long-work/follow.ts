import type { LongWorkAnswer } from "../../../shared/long-work/long-work";
import { callApi } from "../http/api";
import { ApiFailure } from "../http/failure";

const ASK_AGAIN_MS = 1_000;

/**
 * Waits for a long piece of work, and does its parts meanwhile. It goes on by itself where nobody waits.
 *
 * @returns how it ended
 * @throws ApiFailure
 */
export async function follow(
  begun: LongWorkAnswer,
  onProgress: (work: LongWorkAnswer) => void,
  signal?: AbortSignal,
): Promise<LongWorkAnswer> {
  let work = begun;
  onProgress(work);
  while (work.state === "under-way" && !signal?.aborted) {
    const before = work.done;
    work = await further(work);
    onProgress(work);
    // Somebody else is at it, or it moves slowly.
    if (work.done === before) await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
  return work;
}

async function further(work: LongWorkAnswer): Promise<LongWorkAnswer> {
  try {
    return await callApi("POST /long-work/:id/further", { id: work.id });
  } catch (error) {
    if (error instanceof ApiFailure && error.code === "busy") return work;
    throw error;
  }
}

/** The path of a file as the answer names it, as this page asks for it. */
export function belowApi(path: string): string {
  return path.replace(/^\/api/, "");
}
