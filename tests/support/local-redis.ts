import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis as TcpClient } from "ioredis";
import { tryPort } from "../../scripts/set-up/free-port.mjs";

export interface LocalRedis {
  url: string;
  port: number;
  /** Where it keeps its files, if it is told to keep any. */
  folder: string;
  /** A connection of the test's own, for what no program of ours would say. */
  control: TcpClient;
  /** Forgets everything. */
  clear: () => Promise<void>;
  /** Lets it hang: it keeps its connections and answers nothing. */
  freeze: () => void;
  stop: () => Promise<void>;
}

interface Running {
  port: number;
  server: ChildProcess;
  control: TcpClient;
}

const ATTEMPTS = 10;

/** Starts a real redis-server of its own on loopback, with nothing in it and nothing kept. */
export async function startLocalRedis(extraArguments: readonly string[] = []): Promise<LocalRedis> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "yizhan-redis-")));
  const { port, server, control } = await launch(folder, extraArguments);
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    folder,
    control,
    clear: async () => {
      await control.flushall();
    },
    freeze: () => {
      server.kill("SIGSTOP");
    },
    stop: async () => {
      control.disconnect();
      if (server.exitCode !== null || server.signalCode !== null) return;
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGCONT");
      server.kill();
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Redis takes no "any free port": the one it is told may be gone by then, and then it ends and is told another. */
async function launch(folder: string, extraArguments: readonly string[]): Promise<Running> {
  let refusal: unknown = null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const free = await tryPort("127.0.0.1", 0);
    if (!("port" in free)) throw new Error(`no free port: ${free.refusal}`);
    const { port } = free;
    const options = [
      "--bind",
      "127.0.0.1",
      "--port",
      String(port),
      "--dir",
      folder,
      "--save",
      "",
      "--appendonly",
      "no",
    ];
    const command = process.env.REDIS_SERVER_PATH ?? "redis-server";
    const server = spawn(command, [...options, ...extraArguments], { stdio: "ignore" });
    const control = new TcpClient({ port, host: "127.0.0.1", retryStrategy: () => 20, maxRetriesPerRequest: null });
    control.on("error", () => undefined);
    try {
      // Another's Redis may answer at that port.
      const [, answeringFolder] = (await Promise.race([control.config("GET", "dir"), died(server)])) as string[];
      if (answeringFolder === folder) return { port, server, control };
      refusal = new Error(`${answeringFolder} answers at port ${port}`);
    } catch (error) {
      refusal = error;
    }
    control.disconnect();
    server.kill("SIGKILL");
  }
  throw refusal;
}

function died(server: ChildProcess): Promise<never> {
  return new Promise((_, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`redis-server ended with code ${code}`)));
  });
}
