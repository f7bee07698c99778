import { z } from "zod";
import type { User, UserId } from "../../shared/people/user.js";
import type { Dependencies } from "../dependencies.js";
import { PhotoFilesError } from "../photos/photo-files.js";

type Needs = Pick<Dependencies, "photoFiles" | "fingerprint">;

const Note = z.object({ deletedAt: z.int() });

/**
 * Notes that an account was deleted, where no restore of Redis overwrites it: beside the photos, under a fingerprint from
 * which nobody without the installation's key finds the account. An account is deleted all the same where that fails.
 */
export async function noteDeletion(
  { photoFiles, clock, log, ...deps }: Needs & Pick<Dependencies, "clock" | "log">,
  id: UserId,
): Promise<void> {
  const note: z.infer<typeof Note> = { deletedAt: clock() };
  try {
    await photoFiles?.put(nameOf(deps, id), new TextEncoder().encode(JSON.stringify(note)));
  } catch (error) {
    if (!(error instanceof PhotoFilesError)) throw error;
    log({ level: "error", event: "deletion_not_noted", reason: error.reason });
  }
}

/**
 * Whether an account of a backup was deleted after it was made. Who came back since has a newer account, which stays.
 *
 * @throws PhotoFilesError when nobody can tell
 */
export async function wasDeletedSince({ photoFiles, ...deps }: Needs, { id, createdAt }: User): Promise<boolean> {
  const bytes = await photoFiles?.get(nameOf(deps, id));
  if (!bytes) return false;
  const { deletedAt } = Note.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return createdAt <= deletedAt;
}

function nameOf({ fingerprint }: Pick<Needs, "fingerprint">, id: UserId): string {
  return `deleted-accounts/${fingerprint(`deleted account ${id}`)}.json`;
}
