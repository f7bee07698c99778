import { csv, givenRow } from "../tests/support/given-list.js";
import { HOSTILE_FILES } from "../tests/support/hostile-files.js";
import { startLocalRedis } from "../tests/support/local-redis.js";
import { startDemo } from "./national/servers.js";
import { printTable } from "./print-table.js";

const POSTERS = 30;
const DRAWERS = 3;
const ROWS = 5_000;
const QUIET_MS = 5_000;
const BETWEEN_MS = 10;
const LIST_PATH = "/api/stations/import";

/**
 * What others notice of heavy work: `/nearest` while nothing else happens, while three signed-out loops ask for thirty posters
 * and an officer imports 5,000 rows, and while files come that are made to hurt. All of it in one run, side by side.
 */
export async function benchHeavy(): Promise<void> {
  // Made beforehand: some take long enough for a connection that waits to be closed.
  const hostile = HOSTILE_FILES.map(({ name, make }) => ({ name, file: make() }));
  const redis = await startLocalRedis();
  const path = "/api/stations/nearest?latitude=38.47&longitude=106.28";
  const server = await startDemo(redis.url, path);
  try {
    const origin = `http://127.0.0.1:${server.port}`;
    const reply = await fetch(`${origin}/api/sign-in/demo`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ as: "officer" }),
    });
    const { token } = (await reply.json()) as { token: string };
    const send = (file: Uint8Array<ArrayBuffer>, query = "") =>
      fetch(`${origin}${LIST_PATH}${query}`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${token}`,
          "content-type":
            file[0] === 0x50 ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv",
        },
        body: file,
      });
    const first = await send(csv(...Array.from({ length: POSTERS }, () => givenRow())));
    if (first.status !== 200)
      throw new Error(`the first stations were not imported: ${first.status} ${await first.text()}`);
    const nearest = (await (await fetch(`${origin}${path}&limit=50`)).json()) as { stations: { id: string }[] };
    const ids = nearest.stations.map(({ id }) => id).slice(0, POSTERS);

    await reading(`${origin}${path}`, wait(QUIET_MS));
    const quiet = await reading(`${origin}${path}`, wait(QUIET_MS));
    const statuses = new Map<number, number>();
    const list = csv(...Array.from({ length: ROWS }, () => givenRow()));
    const importing = send(list).then(async (answer) => ({ status: answer.status, said: await answer.text() }));
    const drawing = Promise.all(Array.from({ length: DRAWERS }, (_, drawer) => drawAll(origin, ids, drawer, statuses)));
    const busy = await reading(`${origin}${path}`, Promise.all([importing, drawing]));
    const imported = await importing;
    if (imported.status !== 200) throw new Error(`the list was not imported: ${imported.said}`);
    printTable(
      `/nearest beside ${DRAWERS} loops over ${ids.length} posters and an import of ${ROWS} rows`,
      ["", "figures", ""],
      [
        row("quiet", quiet),
        row("with both", busy),
        ["both by quiet", `p95 ${(quantile(busy, 0.95) / quantile(quiet, 0.95)).toFixed(1)} ×`, ""],
        ["posters", [...statuses].map(([status, count]) => `${count} × ${status}`).join(", "), ""],
      ],
    );

    const files: string[][] = [];
    for (const { name, file } of hostile) {
      const startedAt = performance.now();
      let answer = { status: 0, said: "" };
      const times = await reading(
        `${origin}${path}`,
        send(file, "?dryRun=true").then(async (reply) => {
          answer = { status: reply.status, said: await reply.text() };
        }),
      );
      const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
      const message = /"fields":\[\{[^}]*"message":"([^"]*)"/.exec(answer.said)?.[1] ?? "";
      files.push([
        name,
        `${answer.status} after ${seconds} s`,
        `p95 ${milliseconds(quantile(times, 0.95))}; ${message}`,
      ]);
    }
    printTable("Files made to hurt, and /nearest meanwhile", ["file", "answer", "meanwhile; what it says"], files);
  } finally {
    await server.stop();
    await redis.stop();
  }
}

/** One loop over all posters, from an address of its own for every few, so that no limit does the work of the threads. */
async function drawAll(origin: string, ids: readonly string[], drawer: number, statuses: Map<number, number>) {
  for (const [at, id] of ids.entries()) {
    const address = `203.0.113.${drawer * 10 + Math.floor(at / 8) + 1}`;
    const reply = await fetch(`${origin}/api/stations/${id}/poster.png`, { headers: { "x-forwarded-for": address } });
    await reply.arrayBuffer();
    statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
  }
}

/** How long each answer took, milliseconds, one reader after the other until something ends. */
async function reading(url: string, until: Promise<unknown>): Promise<number[]> {
  let isOver = false;
  const ended = until.finally(() => {
    isOver = true;
  });
  const times: number[] = [];
  while (!isOver) {
    const startedAt = performance.now();
    const reply = await fetch(url);
    await reply.arrayBuffer();
    if (reply.status !== 200) throw new Error(`/nearest answered ${reply.status}`);
    times.push(performance.now() - startedAt);
    await wait(BETWEEN_MS);
  }
  await ended;
  return times;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function row(name: string, times: readonly number[]): string[] {
  const [p50, p95, longest] = [0.5, 0.95, 1].map((share) => milliseconds(quantile(times, share)));
  return [name, `p50 ${p50}, p95 ${p95}`, `longest ${longest}, ${times.length} answers`];
}

function milliseconds(ms: number): string {
  return `${ms.toFixed(1)} ms`;
}
