import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { Readable, Transform, Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { extract, pack } from "tar-stream";
import { z } from "zod";
import { PHOTO_SIZES, PhotoFilesError } from "../../api/photos/photo-files.js";
import { SetUpError } from "../set-up/set-up-error.mjs";

export const STORE = "store.rdb";
const PHOTOS = "photos/";
const MANIFEST = "manifest.json";
const MANIFEST_SUM = "manifest.sha256";
const FORMAT = 1;
const PHOTO = new RegExp(`^photos/(stations/[\\w-]+/ph_[a-z0-9]+/(?:${PHOTO_SIZES.join("|")})\\.jpg)$`);

export const Counts = z.strictObject({
  keys: z.int(),
  stations: z.int(),
  people: z.int(),
  roleHolders: z.int(),
  classes: z.int(),
  bookings: z.int(),
  wishes: z.int(),
  reports: z.int(),
  tasks: z.int(),
  audit: z.int(),
});
export type Counts = z.infer<typeof Counts>;

/** What stands in a backup beside the store and the photos. Nothing in it opens anything. */
export const Manifest = z.strictObject({
  format: z.literal(FORMAT),
  version: z.string(),
  redisVersion: z.string(),
  madeAt: z.int(),
  /** Names the key that personal data is sealed under. */
  keyId: z.string(),
  /** The same in every backup of an installation. */
  installation: z.string(),
  counts: Counts,
  photos: z.int(),
  /** Sizes of photos that were removed between the snapshot of the store and their turn. */
  photosGone: z.int(),
  entries: z.array(z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof Manifest>;

/**
 * Writes a backup as a tar: the store, the photos, then what they should be. It is there as a whole or not at all.
 *
 * @param file must not be there yet
 * @param photos the names of the pictures that should be there, and how to get them
 */
export async function writeArchive(
  file: string,
  storeFile: string,
  photos: { names: AsyncIterable<string>; get: (name: string) => Promise<Uint8Array | null> },
  about: Omit<Manifest, "format" | "photos" | "photosGone" | "entries">,
): Promise<Manifest> {
  const unfinished = `${file}.${process.pid}.part`;
  const tar = pack();
  const written = pipeline(tar, createWriteStream(unfinished, { mode: 0o600, flags: "wx" }));
  written.catch(() => undefined);
  const entries: Manifest["entries"] = [];
  const add = (name: string, bytes: Uint8Array) =>
    new Promise<void>((done, fail) => {
      tar.entry({ name, mode: 0o600 }, Buffer.from(bytes), (error) => (error ? fail(error) : done()));
    });
  try {
    const { size } = await stat(storeFile);
    const sum = summed();
    await pipeline(createReadStream(storeFile), sum.through, tar.entry({ name: STORE, mode: 0o600, size }));
    entries.push({ name: STORE, ...sum.result() });
    let photosGone = 0;
    for await (const name of photos.names) {
      const bytes = await photos.get(name);
      if (bytes === null) photosGone += 1;
      else {
        await add(`${PHOTOS}${name}`, bytes);
        entries.push({ name: `${PHOTOS}${name}`, bytes: bytes.length, sha256: sha256(bytes) });
      }
    }
    const manifest = Manifest.parse({ format: FORMAT, ...about, photos: entries.length - 1, photosGone, entries });
    const text = Buffer.from(JSON.stringify(manifest, null, 1));
    await add(MANIFEST, text);
    await add(MANIFEST_SUM, Buffer.from(sha256(text)));
    tar.finalize();
    await written;
    await rename(unfinished, file);
    return manifest;
  } catch (error) {
    tar.destroy();
    await rm(unfinished, { force: true });
    throw error;
  }
}

/**
 * Reads a backup to its end, and lets the store out into a file.
 *
 * @throws SetUpError where a byte of it is not as it was written
 */
export async function checkArchive(file: string, storeFile: string): Promise<Manifest> {
  const found: Manifest["entries"] = [];
  let manifest: Buffer | null = null;
  let manifestSum = "";
  await eachEntry(file, async (name, content) => {
    if (name === MANIFEST) manifest = await buffer(content);
    else if (name === MANIFEST_SUM) manifestSum = (await buffer(content)).toString();
    else {
      const sum = summed();
      const into = name === STORE ? createWriteStream(storeFile, { mode: 0o600 }) : nowhere();
      await pipeline(content, sum.through, into);
      found.push({ name, ...sum.result() });
    }
  });
  if (manifest === null || sha256(manifest) !== manifestSum) throw damaged(file, MANIFEST);
  const read = Manifest.safeParse(JSON.parse(String(manifest)));
  if (!read.success) throw new SetUpError(`${file} 不是这个版本的驿站能读的备份。`);
  const isSame = (at: number) => JSON.stringify(found[at]) === JSON.stringify(read.data.entries[at]);
  const wrong = read.data.entries.findIndex((_, at) => !isSame(at));
  if (wrong >= 0) throw damaged(file, read.data.entries[wrong]?.name ?? "");
  const stranger = found.find(({ name }, at) => at > 0 && (!PHOTO.test(name) || at >= read.data.entries.length));
  if (stranger || found[0]?.name !== STORE) throw damaged(file, stranger?.name ?? STORE);
  return read.data;
}

/** The photos of a backup that was checked, one after the other. */
export async function eachPhoto(
  file: string,
  take: (name: string, jpeg: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<void> {
  await eachEntry(file, async (entryName, content) => {
    const name = PHOTO.exec(entryName)?.[1];
    if (name === undefined) await pipeline(content, nowhere());
    else await take(name, new Uint8Array(await buffer(content)));
  });
}

async function eachEntry(file: string, take: (name: string, content: Readable) => Promise<void>): Promise<void> {
  const tar = extract();
  const source = createReadStream(file);
  const read = pipeline(source, tar);
  read.catch(() => undefined);
  try {
    for await (const entry of tar) {
      await take(entry.header.name, Readable.from(entry));
    }
    await read;
  } catch (error) {
    source.destroy();
    if (error instanceof Error && "code" in error && error.code === "ENOENT") throw new SetUpError(`没有 ${file}。`);
    // A disk or the store of photos failed, and the file itself may be whole.
    if (error instanceof PhotoFilesError || (error instanceof Error && "errno" in error)) throw error;
    throw damaged(file, "tar");
  }
}

function damaged(file: string, part: string): SetUpError {
  return new SetUpError(`${file} 坏了或者不完整(${part})，什么也没有恢复。`);
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Counts and sums what goes through. */
function summed() {
  const hash = createHash("sha256");
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { through, result: () => ({ bytes, sha256: hash.digest("hex") }) };
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
