import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis as TcpClient } from "ioredis";

export interface LocalRedis {
  url: string;
  port: number;
  /** Where it keeps its files, if it is told to keep any. */
  folder: string;
  /** Forgets everything. */
  clear: () => Promise<void>;
  /** Lets it hang: it keeps its connections and answers nothing. */
  freeze: () => void;
  stop: () => Promise<void>;
}

/** Starts a real redis-server of its own on loopback, with nothing in it and nothing kept. */
export async function startLocalRedis(extraArguments: readonly string[] = []): Promise<LocalRedis> {
  const folder = await mkdtemp(join(tmpdir(), "yizhan-redis-"));
  const port = await freePort();
  const command = process.env.REDIS_SERVER_PATH ?? "redis-server";
  const options = ["--bind", "127.0.0.1", "--port", String(port), "--dir", folder, "--save", "", "--appendonly", "no"];
  const server = spawn(command, [...options, ...extraArguments], { stdio: "ignore" });
  const control = new TcpClient({ port, host: "127.0.0.1", retryStrategy: () => 20, maxRetriesPerRequest: null });
  control.on("error", () => undefined);
  await Promise.race([control.ping(), died(server)]);
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    folder,
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

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

function died(server: ChildProcess): Promise<never> {
  return new Promise((_, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`redis-server ended with code ${code}`)));
  });
}
