import { z } from "zod";
import { connectRedis, type Redis } from "../../api/redis/client.js";
import { keys } from "../../api/redis/keys.js";
import { readStation } from "../../api/stations/station-document-store.js";
import { NO_SNAPSHOT, redisDependencies } from "../../api/wiring/redis-dependencies.js";
import { listWishesAnew } from "../../api/wishes/list-anew.js";
import { Booking } from "../../shared/classes/booking.js";
import { ClassSession } from "../../shared/classes/class-session.js";
import { DEFAULT_WISH_SETTINGS } from "../../shared/wishes/wish-settings.js";
import { givenDeed } from "../../tests/support/given.js";
import { startLocalRedis } from "../../tests/support/local-redis.js";

/** What follows from the documents alone, whatever happened on the way. */
const OF_STATIONS = [
  "locations",
  "with:*",
  "codes",
  "names",
  "listing",
  "district-counts",
  "area-cores:*",
  "revisions",
];
const OF_WISHES = ["wish-districts", "wishes-in:*", "wishes-open-in:*"];

/** As it lies in Redis: what somebody is called is sealed. */
const StoredBooking = Booking.extend({ calledBy: z.string() });

type Store = Record<string, string>;

/**
 * Compares every index with the documents: those of stations and wishes with indexes made anew from the documents in a Redis
 * of its own, those of bookings and reports with what the documents say.
 *
 * @param allKeys finds keys by pattern, wherever they lie
 * @returns what disagrees, one line each
 */
export async function checkIndexes(redis: Redis, allKeys: (pattern: string) => Promise<string[]>): Promise<string[]> {
  const fresh = await startLocalRedis();
  const { redis: anew, close } = await connectRedis({ transport: "tcp", url: fresh.url });
  try {
    await makeAnew(redis, anew);
    const patterns = [...OF_STATIONS, ...OF_WISHES].map((name) => `{stations}:${name}`);
    const [is, shouldBe] = [await contents(redis, allKeys, patterns), await contents(anew, fresh.keys, patterns)];
    const names = new Set([...Object.keys(is), ...Object.keys(shouldBe)]);
    const different = [...names].filter((name) => is[name] !== shouldBe[name]);
    return [
      ...different.map((name) => `${name} is not what the documents say`),
      ...(await checkBookings(redis)),
      ...(await checkReports(redis)),
    ];
  } finally {
    close();
    await fresh.stop();
  }
}

async function makeAnew(redis: Redis, anew: Redis): Promise<void> {
  const { stations, wishes } = redisDependencies(anew, NO_SNAPSHOT);
  for (const document of Object.values(await hash(redis, keys.stationDocuments))) {
    await stations.put({ station: readStation(document), previous: null, by: givenDeed });
  }
  const documents = await hash(redis, keys.wishes);
  if (Object.keys(documents).length > 0) await anew.hset(keys.wishes, documents);
  await listWishesAnew({ wishes, wishSettings: DEFAULT_WISH_SETTINGS });
}

async function contents(
  redis: Redis,
  allKeys: (pattern: string) => Promise<string[]>,
  patterns: readonly string[],
): Promise<Store> {
  const found: Store = {};
  for (const pattern of patterns) {
    for (const key of await allKeys(pattern)) found[key] = JSON.stringify(await contentOf(redis, key));
  }
  return found;
}

async function contentOf(redis: Redis, key: string): Promise<unknown> {
  const kind: string = await redis.type(key);
  if (kind === "hash") return Object.entries(await hash(redis, key)).sort();
  if (kind === "set") return (await redis.smembers(key)).sort();
  return redis.zrange(key, 0, -1, { withScores: true });
}

async function hash(redis: Redis, key: string): Promise<Record<string, string>> {
  // Field and value in turn, as Redis gives them.
  const flat: unknown = (await redis.hgetall(key)) ?? [];
  if (!Array.isArray(flat)) throw new Error(`${key} is no hash`);
  return Object.fromEntries(flat.flatMap((field, at) => (at % 2 === 0 ? [[field, flat[at + 1]]] : [])));
}

async function checkBookings(redis: Redis): Promise<string[]> {
  const wrong: string[] = [];
  const owners = await hash(redis, keys.bookingOwners);
  for (const document of Object.values(await hash(redis, keys.classSessions))) {
    const session = ClassSession.parse(JSON.parse(document));
    const documents = Object.values(await hash(redis, keys.classBookings(session.id)));
    const bookings = documents.map((text) => StoredBooking.parse(JSON.parse(text)));
    const inState = (...states: string[]) =>
      bookings.filter(({ state }) => states.includes(state)).map(({ userId }) => userId);
    const members = (key: string) => redis.zrange<string[]>(key, 0, -1);
    const say = (what: string) => wrong.push(`${session.id}: ${what}`);
    if (!isSame(await members(keys.classSeats(session.id)), inState("confirmed", "attended"))) say("seats");
    if (!isSame(await members(keys.classOffers(session.id)), inState("offered"))) say("offers");
    if (!isSame(await members(keys.classWaitlist(session.id)), inState("waitlisted"))) say("waitlist");
    if (inState("confirmed", "attended", "offered").length > session.capacity) say("more people than seats");
    if (new Set(bookings.map(({ number }) => number)).size !== bookings.length) say("a number twice");
    if (bookings.some(({ id, userId }) => owners[id] !== `${session.id}|${userId}`)) say("owners");
  }
  return wrong;
}

async function checkReports(redis: Redis): Promise<string[]> {
  const reports = Object.keys(await hash(redis, keys.reports));
  const tasks = Object.keys(await hash(redis, keys.tasks));
  const taskOf = await hash(redis, keys.taskOfReport);
  const wrong: string[] = [];
  if (!isSame(await redis.zrange<string[]>(keys.reportsByTime, 0, -1), reports)) wrong.push("reports by time");
  if (!isSame(await redis.zrange<string[]>(keys.allTasks, 0, -1), tasks)) wrong.push("all tasks");
  if (!reports.every((id) => tasks.includes(taskOf[id] ?? ""))) wrong.push("tasks of reports");
  const held = await Promise.all(tasks.map((id) => redis.zrange<string[]>(keys.reportsOfTask(id), 0, -1)));
  if (!isSame(held.flat(), reports)) wrong.push("reports of tasks");
  return wrong;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && new Set([...one, ...other]).size === one.length;
}
