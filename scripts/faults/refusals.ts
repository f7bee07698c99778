import { type OneLocalRedis, startLocalRedis } from "../../tests/support/local-redis.js";
import { ask } from "./ask-server.js";
import { rowOfTraffic } from "./lost-writes.js";
import { type Play, pause, type Row, Tally } from "./play.js";
import { DURABLE, type Installation, openInstallation } from "./running-installation.js";
import { startTraffic } from "./traffic.js";

const NEAREST = "/api/stations/nearest?latitude=38.474&longitude=106.289";
const CALM_MS = 500;
const ASK_EVERY_MS = 100;
const LOADING_KEYS = 3_000;
/** Redis takes so long for each key when it reads its snapshot: a setting for tests of its own. */
const LOAD_DELAY_US = 1_000;

interface Harm {
  what: string;
  begin: (redis: OneLocalRedis) => Promise<unknown>;
  end: (redis: OneLocalRedis) => Promise<unknown>;
}

const set = (name: string, value: string) => (redis: OneLocalRedis) => redis.control.config("SET", name, value);

const REFUSALS: readonly Harm[] = [
  { what: "Redis is full (OOM)", begin: set("maxmemory", "1"), end: set("maxmemory", "0") },
  {
    what: "Redis is a replica (READONLY)",
    begin: ({ control }) => control.call("REPLICAOF", "127.0.0.1", "1"),
    end: ({ control }) => control.call("REPLICAOF", "NO", "ONE"),
  },
  {
    what: "Redis has too few replicas (NOREPLICAS)",
    begin: set("min-replicas-to-write", "1"),
    end: set("min-replicas-to-write", "0"),
  },
  {
    what: "Redis is reading its files (LOADING)",
    begin: async (redis) => {
      const keys = Array.from({ length: LOADING_KEYS }, (_, at) => [`filler:${at}`, "x"]).flat();
      await redis.control.mset(keys);
      await redis.control.call("BGREWRITEAOF");
      while ((await redis.control.info("persistence")).includes("aof_rewrite_in_progress:1")) await pause(50);
      await redis.kill();
      redis.spawn(["--key-load-delay", String(LOAD_DELAY_US)]);
    },
    end: async ({ control }) => {
      await control.ping();
      while ((await control.info("persistence")).includes("loading:1")) await pause(50);
    },
  },
];

const FROZEN: Harm = {
  what: "Redis hangs (SIGSTOP)",
  begin: async (redis) => redis.freeze(),
  end: async (redis) => redis.thaw(),
};

/** Redis refuses writes in each way that it has, or answers nothing at all, while people go on writing and looking. */
export const refuse: Play = async ({ isShort }) => {
  const rows: Row[] = [];
  for (const harm of [...REFUSALS, FROZEN]) rows.push(await playHarm(harm, isShort ? 1_000 : 6_000, isShort));
  return rows;
};

async function playHarm({ what, begin, end }: Harm, forMs: number, isShort: boolean): Promise<Row> {
  const redis = await startLocalRedis(DURABLE);
  const installation = await openInstallation(redis, isShort ? 200 : 2_000);
  try {
    // Stations are answered from memory once they were asked for.
    await ask(`${installation.origin}${NEAREST}`, "GET");
    const traffic = startTraffic(installation);
    await pause(CALM_MS);
    await begin(redis);
    const seen = await lookAround(installation, forMs);
    await end(redis);
    await pause(CALM_MS);
    await traffic.stop();
    const found = seen.looks.count((answer) => answer === "200");
    const all = seen.looks.count(() => true);
    const said = `${found} of ${all} looks for stations answered, health said ${seen.health}`;
    const row = await rowOfTraffic(what, `${forMs / 1_000} s`, installation, traffic, { said });
    return { ...row, isBroken: row.isBroken || found < all };
  } finally {
    redis.thaw();
    await installation.stop();
  }
}

async function lookAround({ origin }: Installation, forMs: number): Promise<{ looks: Tally; health: Tally }> {
  const looks = new Tally();
  const health = new Tally();
  for (const endsAt = performance.now() + forMs; performance.now() < endsAt; await pause(ASK_EVERY_MS)) {
    looks.add(String((await ask(`${origin}${NEAREST}`, "GET")).status));
    const { status, body } = await ask(`${origin}/api/health`, "GET");
    health.add(`${status} ${(body as { reason?: string } | null)?.reason ?? ""}`.trim());
  }
  return { looks, health };
}
