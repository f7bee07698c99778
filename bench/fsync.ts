import { connectRedis } from "../api/redis/client.js";
import { startLocalRedis } from "../tests/support/local-redis.js";
import { startProductServer } from "../tests/support/product-server.js";
import { printTable } from "./print-table.js";
import { bookingRush, keeperTaps, middle, sendWrites, type WriteResult } from "./writes.js";

const SETTINGS = ["everysec", "always"] as const;
const TURNS = 5;
const PEOPLE = 1_000;
const KEEPERS = 50;
const TAPS_EACH = 20;

/** What it costs that Redis writes to the disk before it answers: the same writes under both settings, in turns. */
export async function benchFsync(): Promise<void> {
  const redis = await startLocalRedis(["--appendonly", "yes"]);
  const server = await startProductServer({ REDIS_URL: redis.url });
  const { redis: client, close } = await connectRedis({ transport: "tcp", url: redis.url });
  const taken: { what: string; setting: string; result: WriteResult }[] = [];
  try {
    for (let turn = -1; turn < TURNS; turn++) {
      for (const setting of SETTINGS) {
        const bookings = await bookingRush(client, PEOPLE);
        const taps = await keeperTaps(client, KEEPERS, TAPS_EACH);
        await redis.control.config("SET", "appendfsync", setting);
        const results = {
          bookings: await sendWrites(server.origin, bookings),
          taps: await sendWrites(server.origin, taps),
        };
        await redis.control.config("SET", "appendfsync", "everysec");
        // The first turn warms everything up.
        if (turn < 0) continue;
        for (const [what, result] of Object.entries(results)) taken.push({ what, setting, result });
      }
    }
  } finally {
    close();
    await server.stop();
    await redis.stop();
  }
  const row = (name: string, what: string) => {
    const of = (setting: string, value: keyof WriteResult) =>
      middle(taken.filter((one) => one.what === what && one.setting === setting).map(({ result }) => result[value]));
    const failures = taken.filter(({ result }) => result.failures > 0).length;
    const [everysec, always] = SETTINGS.map((setting) => of(setting, "perSecond")) as [number, number];
    return [
      name,
      everysec.toFixed(0),
      always.toFixed(0),
      `${(always / everysec).toFixed(2)} ×`,
      `${of("everysec", "middleMs").toFixed(0)} / ${of("always", "middleMs").toFixed(0)}`,
      String(failures),
    ];
  };
  printTable(
    `appendfsync, 50 connections, middle of ${TURNS} turns`,
    [
      "writes",
      "everysec, a second",
      "always, a second",
      "always by everysec",
      "half answered within, ms",
      "turns with failures",
    ],
    [
      row(`${PEOPLE} bookings of one class`, "bookings"),
      row(`${KEEPERS * TAPS_EACH} taps of ${KEEPERS} keepers`, "taps"),
    ],
  );
}
