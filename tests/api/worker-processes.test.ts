import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitBeforeNext } from "../../api/worker-processes.js";
import { type LocalRedis, startLocalRedis } from "../support/local-redis.js";
import { processIsAlive, startProductServer } from "../support/product-server.js";
import { playRush } from "../support/rush.js";

describe("how long a process that ended is missing", () => {
  it("is longer each time that one lives briefly, half a minute at the most, and short again after one that lived", () => {
    const waits: number[] = [];
    let brief = 0;
    for (let end = 0; end < 10; end++) {
      const next = waitBeforeNext(100, brief);
      waits.push(next.waitMs);
      brief = next.brief;
    }
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    expect(waitBeforeNext(60_000, brief)).toEqual({ waitMs: 250, brief: 0 });
  });
});

describe("PROCESSES=2", () => {
  let redis: LocalRedis;
  beforeAll(async () => {
    redis = await startLocalRedis();
  });
  afterAll(() => redis.stop());

  const pidsIn = (said: string) => [...said.matchAll(/"process_started".*?"pid":(\d+)/g)].map(([, pid]) => Number(pid));

  it("replaces a process that dies, goes on answering meanwhile, and leaves none behind", async () => {
    const server = await startProductServer({ REDIS_URL: redis.url, PROCESSES: "2" });
    const [first = 0, second = 0] = pidsIn(server.said());
    process.kill(first, "SIGKILL");
    await expect.poll(() => pidsIn(server.said()), { timeout: 30_000 }).toHaveLength(3);
    expect(server.said()).toContain('"event":"process_ended","place":0,"code":null,"signal":"SIGKILL"');
    for (let request = 0; request < 20; request++) {
      const reply = await fetch(`${server.origin}/api/districts`, { headers: { connection: "close" } });
      expect(reply.status).toBe(200);
    }
    const third = pidsIn(server.said())[2] ?? 0;
    expect([second, third].map(processIsAlive)).toEqual([true, true]);
    expect(await server.stop()).toBe(0);
    expect([first, second, third].map(processIsAlive)).toEqual([false, false, false]);
  });

  it("gives the answers that are under way before it ends", async () => {
    const server = await startProductServer({ REDIS_URL: redis.url, PROCESSES: "2" });
    const { control } = redis;
    await control.call("CLIENT", "PAUSE", "60000", "WRITE");
    const asked = fetch(`${server.origin}/api/client-errors`, {
      method: "POST",
      headers: { "content-type": "application/json", connection: "close" },
      body: JSON.stringify({}),
    });
    await expect.poll(() => control.call("CLIENT", "LIST").then(isWaiting), { timeout: 30_000 }).toBe(true);
    const ended = server.stop();
    await control.call("CLIENT", "UNPAUSE");
    expect((await asked).status).toBe(400);
    expect(await ended).toBe(0);
  });

  it("seats nobody twice when four hundred tap at once for thirty seats", async () => {
    const plan = { people: 400, seats: 30, givers: 5, repeaters: 50, processes: 2 };
    const { taps, roster, seatsTaken } = await playRush("tcp", plan);
    expect([...new Set(taps.map(({ status }) => status))]).toEqual([201]);
    expect(seatsTaken).toBe(plan.seats);
    expect(roster.map(({ booking }) => booking.number)).toEqual(roster.map((_, at) => at + 1));
    expect(new Set(roster.map(({ booking }) => booking.userId)).size).toBe(plan.people);
  });

  it("ends, and says why, where it cannot start", async () => {
    const server = await startProductServer({ REDIS_URL: redis.url });
    const started = startProductServer({ REDIS_URL: redis.url, PROCESSES: "2", PORT: new URL(server.origin).port });
    await expect(started).rejects.toThrow(/ended with 1: [\s\S]*EADDRINUSE/);
    await server.stop();
  });
});

/** Whether a script of the server waits for a paused Redis. */
const isWaiting = (clients: unknown) => /cmd=evalsha/.test(String(clients));
