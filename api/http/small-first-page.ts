import { readFile, stat } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { createMiddleware } from "hono/factory";
import { takes } from "./gzip.js";

/**
 * Answers with the first page as brotli, for who takes that, compressed once for each build: its name is the same in the
 * next one, so that no compressed twin lies beside it. It is the first thing that a phone on a slow network waits for.
 */
export function smallFirstPage(file: string) {
  let small: { madeAt: number; bytes: Promise<Uint8Array<ArrayBuffer>> } | null = null;
  return createMiddleware(async (c, next) => {
    if (c.req.method !== "GET" || !takes("br", c.req.header("Accept-Encoding"))) return next();
    const madeAt = await stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      () => null,
    );
    if (madeAt === null) return next();
    if (small?.madeAt !== madeAt) small = { madeAt, bytes: compressed(file) };
    const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Encoding": "br", Vary: "Accept-Encoding" };
    return c.body(await small.bytes, 200, headers);
  });
}

async function compressed(file: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await promisify(brotliCompress)(await readFile(file)));
}
