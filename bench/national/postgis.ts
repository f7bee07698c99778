import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { tryPort } from "../../scripts/set-up/free-port.mjs";
import type { Station } from "../../shared/stations/station.js";

export interface Postgis {
  client: pg.Client;
  version: string;
  stop: () => Promise<void>;
}

const INSTALLED = "/usr/lib/postgresql";
const ROWS_AT_ONCE = 1_000;
const START_MS = 30_000;

/** A PostgreSQL of its own with PostGIS, in a folder of its own; or why there is none. */
export async function startPostgis(): Promise<Postgis | string> {
  const version = existsSync(INSTALLED) ? readdirSync(INSTALLED).sort().at(-1) : undefined;
  if (version === undefined) return "no PostgreSQL here (apt-get install postgresql-15-postgis-3)";
  const programs = join(INSTALLED, version, "bin");
  const folder = mkdtempSync(join(tmpdir(), "yizhan-postgis-"));
  const data = join(folder, "data");
  try {
    // PostgreSQL does not run as root: Debian brings a user for it.
    const owner = process.getuid?.() === 0 ? userOf("postgres") : {};
    if ("uid" in owner) execFileSync("chown", [String(owner.uid), folder]);
    chmodSync(folder, 0o700);
    const options = { ...owner, cwd: folder, stdio: "ignore" as const, env: { PATH: process.env.PATH, HOME: folder } };
    execFileSync(join(programs, "initdb"), ["-D", data, "-U", "bench", "-A", "trust", "-E", "UTF8"], options);
    const settings = {
      listen_addresses: "127.0.0.1",
      fsync: "off",
      shared_buffers: "256MB",
      unix_socket_directories: folder,
    };
    const words = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const { server, client } = await launch(join(programs, "postgres"), ["-D", data, ...words], options);
    const stop = async () => {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    };
    await client.query("CREATE EXTENSION postgis");
    const { rows } = await client.query<{ version: string }>("SELECT postgis_lib_version() AS version");
    return {
      client,
      version: `PostgreSQL ${version}, PostGIS ${rows[0]?.version}`,
      stop: () => client.end().then(stop),
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return `PostGIS did not start: ${error instanceof Error ? error.message.split("\n")[0] : error}`;
  }
}

/**
 * A table as one would make it: geography with a GiST index, amenities in an array with a GIN index, and the hours of today as
 * minutes, which spares it the calendar.
 */
export async function fillPostgis(client: pg.Client, stations: readonly Station[]): Promise<void> {
  await client.query(
    "CREATE TABLE stations (id text PRIMARY KEY, at geography(Point), amenities text[], opens int, closes int)",
  );
  for (let start = 0; start < stations.length; start += ROWS_AT_ONCE) {
    const rows = stations.slice(start, start + ROWS_AT_ONCE);
    const today = rows.map(({ hours }) => spanOf(hours.week[1]));
    await client.query(
      `INSERT INTO stations SELECT id, ST_MakePoint(x, y)::geography, string_to_array(a, ','), o, c
       FROM unnest($1::text[], $2::float8[], $3::float8[], $4::text[], $5::int[], $6::int[]) AS t(id, x, y, a, o, c)`,
      [
        rows.map(({ id }) => id),
        rows.map(({ location }) => location.longitude),
        rows.map(({ location }) => location.latitude),
        rows.map(({ amenities }) => Object.keys(amenities).join(",")),
        today.map(({ opens }) => opens),
        today.map(({ closes }) => closes),
      ],
    );
  }
  await client.query("CREATE INDEX ON stations USING gist (at)");
  await client.query("CREATE INDEX ON stations USING gin (amenities)");
  await client.query("VACUUM ANALYZE stations");
}

function spanOf(day: Station["hours"]["week"][number] | undefined): { opens: number | null; closes: number | null } {
  if (day === undefined || day === "unknown") return { opens: null, closes: null };
  return { opens: day[0]?.opens ?? null, closes: day.at(-1)?.closes ?? null };
}

function userOf(name: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, name]).toString());
  return { uid: id("-u"), gid: id("-g") };
}

/** PostgreSQL takes no "any free port": the one it is told may be gone by then, and then it ends and is told another. */
async function launch(
  program: string,
  words: readonly string[],
  options: SpawnOptions,
): Promise<{ server: ChildProcess; client: pg.Client }> {
  const deadline = performance.now() + START_MS;
  let refusal: unknown = new Error("it was not started in time");
  while (performance.now() < deadline) {
    const free = await tryPort("127.0.0.1", 0);
    if (!("port" in free)) throw new Error(`no free port: ${free.refusal}`);
    const server = spawn(program, [...words, "-c", `port=${free.port}`], options);
    while (server.exitCode === null && performance.now() < deadline) {
      const client = new pg.Client({ host: "127.0.0.1", port: free.port, user: "bench", database: "postgres" });
      try {
        await client.connect();
        return { server, client };
      } catch (error) {
        refusal = error;
        await wait(100);
      }
    }
    server.kill("SIGINT");
  }
  throw refusal;
}
