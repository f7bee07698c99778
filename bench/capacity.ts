import { connectRedis } from "../api/redis/client.js";
import { givenUser } from "../tests/support/given-user.js";
import { type LocalRedis, startLocalRedis } from "../tests/support/local-redis.js";
import { signInPeople, startProductServer } from "../tests/support/product-server.js";
import { madeUpStations, seededRandom } from "./made-up-stations.js";
import { fillRedis } from "./national/cold-start.js";
import { printTable } from "./print-table.js";
import { bookingRush, keeperTaps, sendWrites, type Write, wishes } from "./writes.js";

const STATIONS = 20_000;
const PEOPLE = 5_000;
const WRITES = 2_000;
/** Below what an account may write in a minute. */
const KEEPERS = 50;

/**
 * What things take in Redis's memory, and what a write takes of Redis's one core: docs/capacity.md does the
 * arithmetic.
 */
export async function benchCapacity(): Promise<void> {
  const redis = await startLocalRedis();
  const { redis: client, close } = await connectRedis({ transport: "tcp", url: redis.url });
  const rows: string[][] = [];
  const measure = async (what: string, count: number, work: () => Promise<unknown>) => {
    const [bytesBefore, usBefore] = [await usedBytes(redis), await spentUs(redis)];
    await work();
    const [grown, us] = [(await usedBytes(redis)) - bytesBefore, (await spentUs(redis)) - usBefore];
    rows.push([what, String(count), (grown / count).toFixed(0), (us / count).toFixed(0)]);
  };
  const sent = (server: { origin: string }, writes: Write[]) => async () => {
    const { failures } = await sendWrites(server.origin, writes);
    if (failures > 0) throw new Error(`${failures} writes failed`);
  };
  try {
    await measure("station, imported", STATIONS, () => fillRedis(redis.url, madeUpStations(STATIONS, seededRandom(1))));
    const people = Array.from({ length: PEOPLE }, () => givenUser());
    await measure("person, signed in", PEOPLE, () => signInPeople(client, people));
    const server = await startProductServer({ REDIS_URL: redis.url, JOBS_TIMER: "0" });
    try {
      const bookings = await bookingRush(client, WRITES);
      await measure("booking, with its message", WRITES, sent(server, bookings));
      const asked = await wishes(client, WRITES);
      await measure("wish", WRITES, sent(server, asked));
      const taps = await keeperTaps(client, KEEPERS, WRITES / KEEPERS);
      await measure("tap of a keeper, with its record", WRITES, sent(server, taps));
    } finally {
      await server.stop();
    }
  } finally {
    close();
    await redis.stop();
  }
  printTable("What it takes of Redis", ["", "how many", "bytes each", "µs of its core each"], rows);
}

async function usedBytes({ control }: LocalRedis): Promise<number> {
  return Number(/^used_memory:(\d+)/m.exec(await control.info("memory"))?.[1]);
}

/** What Redis's main thread has had a processor for, µs. */
async function spentUs({ control }: LocalRedis): Promise<number> {
  const parts = (await control.info("cpu")).matchAll(/^used_cpu_(?:user|sys)_main_thread:([\d.]+)/gm);
  return [...parts].reduce((sum, [, seconds]) => sum + Number(seconds) * 1e6, 0);
}
