import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { Redis as TcpClient } from "ioredis";
import { tryPort } from "../../scripts/set-up/free-port.mjs";

export interface RedisProcess {
  port: number;
  /** Where it keeps its files. */
  folder: string;
  server: ChildProcess;
  /** A connection that comes back whenever the server does. */
  control: TcpClient;
}

export interface RedisLaunch {
  folder: string;
  /** What it is told beside address, port and folder. */
  words: readonly string[];
  /** Chooses a port; any that is free where it is absent. */
  choosePort?: () => Promise<number>;
}

const HOST = "127.0.0.1";
const ATTEMPTS = 20;

/**
 * Starts a redis-server on loopback. Redis takes no "any free port": the one it is told may be gone by then, and then it ends
 * and is told another. It ends with this process at the latest.
 *
 * @throws Error when it does not come up
 */
export async function launchRedis({ folder, words, choosePort = anyPort }: RedisLaunch): Promise<RedisProcess> {
  let refusal: unknown = null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = await choosePort();
    const server = spawnRedis({ port, folder, words });
    const control = new TcpClient({ port, host: HOST, retryStrategy: () => 20, maxRetriesPerRequest: null });
    control.on("error", () => undefined);
    try {
      // Another's Redis may answer at that port.
      const info = String(await Promise.race([control.info("server"), died(server)]));
      if (info.includes(`process_id:${server.pid}\r\n`)) return { port, folder, server, control };
      refusal = new Error(`another Redis answers at port ${port}`);
    } catch (error) {
      refusal = error;
    }
    control.disconnect();
    server.kill("SIGKILL");
  }
  throw refusal;
}

/** Starts it at a port that it had before. */
export function spawnRedis({ port, folder, words }: { port: number; folder: string; words: readonly string[] }) {
  const command = process.env.REDIS_SERVER_PATH ?? "redis-server";
  const own = ["--bind", HOST, "--port", String(port), "--dir", folder];
  // A file of settings, for a Sentinel, comes first.
  const server = spawn(command, [...words, ...own], { stdio: "ignore" });
  endWithThisProcess(server, folder);
  return server;
}

async function anyPort(): Promise<number> {
  const free = await tryPort(HOST, 0);
  if (!("port" in free)) throw new Error(`no free port: ${free.refusal}`);
  return free.port;
}

function died(server: ChildProcess): Promise<never> {
  return new Promise((_, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`redis-server ended with code ${code}`)));
  });
}

let guard: ChildProcess | null = null;

/** A worker of vitest is killed: it says goodbye to nobody. */
function endWithThisProcess(server: ChildProcess, folder: string): void {
  const { pid } = server;
  if (pid === undefined) return;
  if (guard === null) {
    guard = spawn(process.execPath, [resolve(import.meta.dirname, "end-with-parent.mjs")], {
      stdio: ["pipe", "ignore", "inherit"],
    });
    guard.unref();
    guard.stdin?.on("error", () => undefined);
  }
  const tell = (words: object) => guard?.stdin?.write(`${JSON.stringify(words)}\n`);
  tell({ pid, folder });
  server.once("exit", () => tell({ pid, hasEnded: true }));
}
