import { z } from "zod";
import type { Redis } from "./client.js";
import { replaceFieldsScript, replaceValueScript } from "./scripts/replace-fields.js";

const Page = z.tuple([z.coerce.string(), z.array(z.string())]);
const Values = z.array(z.string().nullable());

/** A part of something that is sealed anew; a cursor of "0" is the beginning, and the end. */
export interface Renewed {
  cursor: string;
  changed: number;
}

/**
 * Writes anew a part of the keys that each hold one document.
 *
 * @param prefix keys that begin so and have no further part
 * @param renewed a document under the present key; null: it is
 */
export async function renewValues(
  redis: Redis,
  { prefix, from, atOnce }: { prefix: string; from: string; atOnce: number },
  renewed: (document: string) => string | null,
): Promise<Renewed> {
  const script = redis.createScript<unknown>(replaceValueScript);
  const [cursor, found] = Page.parse(await redis.scan(from, { match: `${prefix}*`, count: atOnce }));
  const keys = found.filter((key) => !key.slice(prefix.length).includes(":"));
  const documents = keys.length === 0 ? [] : Values.parse(await redis.mget(...keys));
  let changed = 0;
  for (const [at, key] of keys.entries()) {
    const document = documents[at] ?? null;
    const anew = document === null ? null : renewed(document);
    if (document !== null && anew !== null) changed += Number(await script.exec([key], [document, anew]));
  }
  return { cursor, changed };
}

/** Writes anew the documents of a hash. Returns how many. */
export async function renewFields(
  redis: Redis,
  key: string,
  renewed: (document: string) => string | null,
): Promise<number> {
  const flat = z.array(z.string()).parse((await redis.hgetall(key)) ?? []);
  const changes: string[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) {
    const [field = "", document = ""] = [flat[i], flat[i + 1]];
    const anew = renewed(document);
    if (anew !== null) changes.push(field, document, anew);
  }
  if (changes.length === 0) return 0;
  return Number(await redis.createScript<unknown>(replaceFieldsScript).exec([key], changes));
}
