import { Agent, request } from "node:http";
import { createSessionStore } from "../api/classes/session-store.js";
import type { Redis } from "../api/redis/client.js";
import { NO_SNAPSHOT, redisDependencies } from "../api/wiring/redis-dependencies.js";
import { DAY_MS } from "../shared/common/time.js";
import { givenDeed, givenStation } from "../tests/support/given.js";
import { givenSession } from "../tests/support/given-class.js";
import { givenKeeper, givenUser } from "../tests/support/given-user.js";
import { signInPeople } from "../tests/support/product-server.js";

const CONNECTIONS = 50;

export interface Write {
  method: string;
  path: string;
  token: string;
  json?: object;
}

export interface WriteResult {
  perSecond: number;
  /** Half of the answers came within this, milliseconds. */
  middleMs: number;
  failures: number;
}

/** People who book at once, half of whom get a seat: every one a booking of their own. */
export async function bookingRush(redis: Redis, people: number): Promise<Write[]> {
  const session = givenSession({
    id: `cs_bench_${performance.now().toFixed(0)}`,
    startsAt: Date.now() + 3 * DAY_MS,
    capacity: people / 2,
    waitlistLimit: 5_000,
  });
  await createSessionStore(redis).put({ session, previous: null });
  const users = Array.from({ length: people }, () => givenUser());
  const tokens = await signInPeople(redis, users);
  return [...tokens.values()].map((token) => ({
    method: "POST",
    path: `/api/classes/${session.id}/booking`,
    token,
  }));
}

/** A wish of each of so many people. */
export async function wishes(redis: Redis, people: number): Promise<Write[]> {
  const { stations } = redisDependencies(redis, NO_SNAPSHOT);
  const station = givenStation();
  await stations.put({ station, previous: null, by: givenDeed });
  const tokens = await signInPeople(
    redis,
    Array.from({ length: people }, () => givenUser()),
  );
  const contact = { name: "老马", phone: "13895071234", address: "丽景街 88 号院 3 号楼" };
  const json = { category: "warm_clothing", text: "想要一副防寒手套，骑车冻手", stationId: station.id, contact };
  return [...tokens.values()].map((token) => ({ method: "POST", path: "/api/wishes", token, json }));
}

/** Keepers who tap the same thing broken and working again, each at a station of their own. */
export async function keeperTaps(redis: Redis, keepers: number, tapsEach: number): Promise<Write[]> {
  const { stations } = redisDependencies(redis, NO_SNAPSHOT);
  const kept = Array.from({ length: keepers }, () => givenStation());
  for (const station of kept) await stations.put({ station, previous: null, by: givenDeed });
  const users = kept.map(({ id }) => givenKeeper(id));
  const tokens = await signInPeople(redis, users);
  return Array.from({ length: tapsEach }, (_, tap) =>
    users.map(({ id, stationIds }) => ({
      method: "PUT",
      path: `/api/stations/${stationIds[0]}/amenities/wifi`,
      token: tokens.get(id) ?? "",
      json: { state: tap % 2 === 0 ? "broken" : "working" },
    })),
  ).flat();
}

/** Sends writes over 50 connections, each the next one as soon as it has its answer. */
export async function sendWrites(origin: string, writes: readonly Write[]): Promise<WriteResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const waiting = writes.values();
  const times: number[] = [];
  let failures = 0;
  const startedAt = performance.now();
  const sendAll = async () => {
    for (const write of waiting) {
      const askedAt = performance.now();
      if ((await send(agent, origin, write)) >= 300) failures += 1;
      times.push(performance.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, sendAll));
  const seconds = (performance.now() - startedAt) / 1_000;
  agent.destroy();
  times.sort((one, other) => one - other);
  return { perSecond: writes.length / seconds, middleMs: times[times.length >> 1] ?? Number.NaN, failures };
}

function send(agent: Agent, origin: string, { method, path, token, json }: Write): Promise<number> {
  const body = json === undefined ? undefined : JSON.stringify(json);
  const headers = {
    authorization: `Bearer ${token}`,
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  return new Promise((done, fail) => {
    const sending = request(`${origin}${path}`, { method, agent, headers }, (reply) => {
      reply.resume();
      reply.once("error", fail);
      reply.once("end", () => done(reply.statusCode ?? 0));
    });
    sending.once("error", fail);
    sending.end(body);
  });
}

/** The one in the middle. */
export function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}
