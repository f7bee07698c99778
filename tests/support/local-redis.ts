import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Redis as TcpClient } from "ioredis";
import { launchRedis, spawnRedis } from "./redis-process.js";

export interface LocalRedis {
  url: string;
  port: number;
  /** Where it keeps its files, if it is told to keep any. */
  folder: string;
  /** A connection of the test's own, for what no program of ours would say. */
  control: TcpClient;
  /** The names of all keys, on whichever server they lie. */
  keys: (pattern?: string) => Promise<string[]>;
  /** Forgets everything. */
  clear: () => Promise<void>;
  stop: () => Promise<void>;
}

export interface OneLocalRedis extends LocalRedis {
  /** Lets it hang: it keeps its connections and answers nothing. */
  freeze: () => void;
  thaw: () => void;
  /** Kills it, as a power cut would. */
  kill: () => Promise<void>;
  /** Starts it anew, at the same port, with what it kept; `revive` waits until it answers. */
  spawn: (moreWords?: readonly string[]) => void;
  revive: () => Promise<void>;
}

/** Starts a real redis-server of its own on loopback, with nothing in it and nothing kept. */
export async function startLocalRedis(extraArguments: readonly string[] = []): Promise<OneLocalRedis> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "yizhan-redis-")));
  const words = ["--save", "", "--appendonly", "no", ...extraArguments];
  const running = await launchRedis({ folder, words });
  const { port, control } = running;
  const end = async (signal: NodeJS.Signals) => {
    const { server } = running;
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGCONT");
    server.kill(signal);
    await gone;
  };
  const spawn = (moreWords: readonly string[] = []) => {
    running.server = spawnRedis({ port, folder, words: [...words, ...moreWords] });
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    folder,
    control,
    keys: (pattern = "*") => control.keys(pattern),
    clear: async () => {
      await control.flushall();
    },
    freeze: () => {
      running.server.kill("SIGSTOP");
    },
    thaw: () => {
      running.server.kill("SIGCONT");
    },
    kill: () => end("SIGKILL"),
    spawn,
    revive: async () => {
      spawn();
      await control.ping();
    },
    stop: async () => {
      control.disconnect();
      await end("SIGTERM");
      await rm(folder, { recursive: true, force: true });
    },
  };
}
