/**
 * `npm run faults`: does harm to installations of its own on loopback, and says what held: docs/faults.md.
 * `npm run faults -- --short kills` plays less, or one part alone. It ends whatever it started.
 */
import { bombs } from "./faults/bombs.js";
import { cutOff, cutOffWithWait, failOver, failOverBySentinels, failOverWithWait } from "./faults/failover.js";
import { floods } from "./faults/floods.js";
import { fuzz } from "./faults/fuzz.js";
import { killApi, killRedis } from "./faults/kills.js";
import { type Play, printRows, type Row } from "./faults/play.js";
import { refuse } from "./faults/refusals.js";
import { roles } from "./faults/try-roles.js";
import { ensureRedisServer } from "./set-up/redis-binary.mjs";

const PARTS: Record<string, Play[]> = {
  kills: [killApi, killRedis],
  refusals: [refuse],
  failover: [failOver, failOverWithWait, cutOff, cutOffWithWait, failOverBySentinels],
  bombs: [bombs],
  floods: [floods],
  fuzz: [fuzz],
  roles: [roles],
};

const words = process.argv.slice(2);
const isShort = words.includes("--short");
const asked = words.filter((word) => word !== "--short");
const unknown = asked.filter((part) => !(part in PARTS));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(", ")}. There are: ${Object.keys(PARTS).join(", ")}.`);
  process.exit(1);
}
process.env.REDIS_SERVER_PATH = await ensureRedisServer();
const startedAt = performance.now();
const rows: Row[] = [];
for (const [part, plays] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(part)) continue;
  for (const play of plays) {
    const from = rows.length;
    try {
      rows.push(...(await play({ isShort })));
    } catch (error) {
      rows.push({ what: play.name, tried: "broke off", held: String(error), lost: "?", isBroken: true });
    }
    for (const { what, held, lost } of rows.slice(from)) console.log(`▸ ${what}: lost ${lost}; ${held}`);
  }
}
printRows(rows, (performance.now() - startedAt) / 1_000);
process.exit(rows.some(({ isBroken }) => isBroken) ? 1 : 0);
