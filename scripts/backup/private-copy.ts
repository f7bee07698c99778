import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Env } from "../../api/env.js";
import { hasPicture } from "../../api/photos/change-photos.js";
import { PHOTO_SIZES, photoFileName } from "../../api/photos/photo-files.js";
import { keys } from "../../api/redis/keys.js";
import { connectRaw, type RawConnection } from "../../api/redis/tcp-requester.js";
import { type LiveDependencies, liveDependencies } from "../../api/wiring/live-dependencies.js";
import { Station } from "../../shared/stations/station.js";
import { openEmbeddedRedis } from "../set-up/embedded-redis.mjs";
import { ensureRedisServer } from "../set-up/redis-binary.mjs";
import type { Counts } from "./archive.js";

export interface PrivateCopy {
  raw: RawConnection;
  /** The program over the copy; photos are those of the installation. */
  deps: LiveDependencies;
}

/** The Redis of a copy loads one snapshot, and writes one when it is told to. */
const SETTINGS = { appendonly: "no", save: "" };
const AT_ONCE = 1_000;

/**
 * Lets something be done with a snapshot in a Redis of its own, on loopback, which is gone afterwards with its folder.
 *
 * @param prepare puts the snapshot where it is told
 */
export async function withPrivateCopy<Result>(
  env: Env,
  prepare: (snapshotFile: string) => Promise<void>,
  work: (copy: PrivateCopy, snapshotFile: string) => Promise<Result>,
): Promise<Result> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "yizhan-copy-"));
  try {
    const snapshotFile = path.join(dataFolder, "redis", "dump.rdb");
    await mkdir(path.dirname(snapshotFile), { mode: 0o700 });
    await prepare(snapshotFile);
    const server = await openEmbeddedRedis({
      dataFolder,
      redisServer: () => ensureRedisServer(),
      settings: SETTINGS,
    });
    const end = () => void server.stop().finally(() => rm(dataFolder, { recursive: true, force: true }));
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, end);
    try {
      const raw = await connectRaw(server.url);
      // A copy is no production: it sends nothing to WeChat, and need not outlive a power cut.
      const redis = { transport: "tcp", url: server.url } as const;
      const deps = await liveDependencies({ ...env, mode: "demo", wechat: null, waitReplicas: 0, redis });
      try {
        return await work({ raw, deps }, snapshotFile);
      } finally {
        deps.close();
        raw.close();
      }
    } finally {
      await server.stop();
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

/** Every key of a server, each once or more often. */
export async function* allKeys(server: ReturnType<RawConnection["primaries"]>[number]): AsyncIterable<string[]> {
  let cursor = "0";
  do {
    const [next, found] = await server.scan(cursor, "COUNT", AT_ONCE);
    cursor = next;
    if (found.length > 0) yield found;
  } while (cursor !== "0");
}

/** What is in a copy, by kind. */
export async function countsOf(copy: PrivateCopy): Promise<Counts> {
  const { tcp } = copy.raw;
  const all = await keysOf(copy);
  return {
    keys: all.size,
    people: [...all].filter(isOfPerson).length,
    stations: await tcp.hlen(keys.stationDocuments),
    roleHolders: await tcp.zcard(keys.roleHolders),
    classes: await tcp.hlen(keys.classSessions),
    bookings: await tcp.hlen(keys.bookingOwners),
    wishes: await tcp.hlen(keys.wishes),
    reports: await tcp.hlen(keys.reports),
    tasks: await tcp.hlen(keys.tasks),
    audit: await tcp.xlen(keys.audit),
  };
}

/** The ids of all accounts in a copy. */
export async function peopleIn(copy: PrivateCopy): Promise<string[]> {
  return [...(await keysOf(copy))].filter(isOfPerson).map((key) => key.slice(keys.user("").length));
}

async function keysOf({ raw: { primaries } }: PrivateCopy): Promise<Set<string>> {
  const all = new Set<string>();
  for (const server of primaries()) {
    for await (const found of allKeys(server)) for (const key of found) all.add(key);
  }
  return all;
}

/** Whether a key is that of an account, and none of what belongs to one. */
function isOfPerson(key: string): boolean {
  return key.startsWith(keys.user("")) && !key.slice(keys.user("").length).includes(":");
}

/** The names of all pictures that the stations of a copy name. */
export async function* photoNamesIn({ raw: { tcp } }: PrivateCopy): AsyncIterable<string> {
  let cursor = "0";
  do {
    const [next, found] = await tcp.hscan(keys.stationDocuments, cursor, "COUNT", AT_ONCE);
    cursor = next;
    for (const document of found.filter((_, at) => at % 2 === 1)) {
      const { id, photos = [] } = Station.parse(JSON.parse(document));
      for (const photo of photos.filter(hasPicture)) {
        for (const size of PHOTO_SIZES) yield photoFileName(id, photo.id, size);
      }
    }
  } while (cursor !== "0");
}
