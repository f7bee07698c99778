import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, inject } from "vitest";
import { PAGES, startProduct } from "./product.js";
import { fillTown } from "./town.js";

let claimed: string | undefined;
let own: string | undefined;
let ownRedis: string | undefined;

/**
 * For a file whose journeys leave a mark on the town that others would see, such as what is remembered of a door.
 *
 * @param settings of its server, besides those of every journey
 */
export function inOwnTown(settings: () => Promise<Record<string, string>> = async () => ({})): void {
  let stop = async () => {};
  beforeAll(async () => {
    const product = await startProduct(fillTown, PAGES, await settings());
    own = product.origin;
    ownRedis = product.redisUrl;
    stop = product.stop;
  });
  afterAll(async () => {
    own = undefined;
    await stop();
  });
}

/** The Redis of a town of one's own. */
export function ownRedisUrl(): string {
  if (ownRedis === undefined) throw new Error("Only a file with inOwnTown() has a Redis of its own.");
  return ownRedis;
}

/**
 * Where this worker's product is served. Files that run side by side have one each, for they set its clock. A worker takes
 * the first that nobody has: the numbers that vitest gives its workers come twice where one group of tests follows another.
 */
export function origin(): string {
  if (own !== undefined) return own;
  claimed ??= inject("origins").find((_, place) => claim(join(inject("claims"), String(place))));
  if (claimed === undefined) throw new Error("There are more workers than products.");
  return claimed;
}

/** Only one can make a folder. */
function claim(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
