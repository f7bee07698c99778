import { createSessionStore } from "../../api/classes/session-store.js";
import { connectRedis, type RedisConnection } from "../../api/redis/client.js";
import { NO_SNAPSHOT, redisDependencies } from "../../api/wiring/redis-dependencies.js";
import { DAY_MS } from "../../shared/common/time.js";
import { fixedPort } from "../../tests/support/fixed-port.js";
import { givenDeed, givenStation } from "../../tests/support/given.js";
import { givenSession } from "../../tests/support/given-class.js";
import { givenKeeper, givenOfficer, givenUser } from "../../tests/support/given-user.js";
import type { LocalRedis } from "../../tests/support/local-redis.js";
import { type ProductServer, signInPeople, startProductServer } from "../../tests/support/product-server.js";

const STATIONS = 20;
const SEATS = 1_000;
export const DURABLE = ["--appendonly", "yes", "--appendfsync", "always"];

export interface Installation {
  local: LocalRedis;
  connection: RedisConnection;
  origin: string;
  sessionId: string;
  /** Everybody with the token of a sign-in. */
  people: { id: string; token: string }[];
  keepers: { stationId: string; token: string }[];
  officer: string;
  /** The server that answers just now. */
  server: () => ProductServer;
  /** Starts another where the last one was ended. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

/** A production server of its own over a Redis, with stations, a class that many can book, and people. */
export async function openInstallation(
  local: LocalRedis,
  people: number,
  env: Record<string, string> = {},
): Promise<Installation> {
  const connection = await connectRedis({ transport: "tcp", url: local.url });
  const { redis } = connection;
  const { stations } = redisDependencies(redis, NO_SNAPSHOT);
  const kept = Array.from({ length: STATIONS }, () => givenStation());
  for (const station of kept) await stations.put({ station, previous: null, by: givenDeed });
  const session = givenSession({ startsAt: Date.now() + 3 * DAY_MS, capacity: SEATS, waitlistLimit: 100_000 });
  await createSessionStore(redis).put({ session, previous: null });
  const workers = await signInPeople(
    redis,
    Array.from({ length: people }, () => givenUser()),
  );
  const keepers = kept.map(({ id }) => givenKeeper(id));
  const tokens = await signInPeople(redis, [...keepers, givenOfficer("64")]);
  const settings = { REDIS_URL: local.url, PORT: String(await fixedPort()), TRUST_PROXY: "1", ...env };
  let server = await startProductServer(settings);
  return {
    local,
    connection,
    origin: server.origin,
    sessionId: session.id,
    people: [...workers].map(([id, token]) => ({ id, token })),
    keepers: keepers.map(({ id, stationIds: [stationId = ""] }) => ({ stationId, token: tokens.get(id) ?? "" })),
    officer: [...tokens.values()].at(-1) ?? "",
    server: () => server,
    restart: async () => {
      server = await startProductServer(settings);
    },
    stop: async () => {
      connection.close();
      await server.stop();
      await local.stop();
    },
  };
}
