import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type PhotoFiles, PhotoFilesError } from "./photo-files.js";

/** Pictures in a folder of this machine. A picture is there as a whole or not at all. */
export function createFolderPhotoFiles(folder: string): PhotoFiles {
  return {
    put: (name, jpeg) =>
      orFail(async () => {
        const path = join(folder, name);
        const unfinished = `${path}.${randomUUID()}`;
        await mkdir(dirname(path), { recursive: true });
        try {
          await writeFile(unfinished, jpeg);
          await rename(unfinished, path);
        } catch (error) {
          // A disk that is full keeps what fitted.
          await rm(unfinished, { force: true });
          throw error;
        }
      }),
    get: (name) =>
      orFail(async () => {
        try {
          return new Uint8Array(await readFile(join(folder, name)));
        } catch (error) {
          if (codeOf(error) === "ENOENT") return null;
          throw error;
        }
      }),
    remove: (name) => orFail(() => rm(join(folder, name), { force: true })),
  };
}

async function orFail<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  return act().catch((error: unknown) => {
    throw new PhotoFilesError(codeOf(error));
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
