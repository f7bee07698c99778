import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { newId } from "../../api/ids.js";
import { createTextSealer } from "../../api/people/sealed-text.js";
import { openSignIn } from "../../api/people/sign-in.js";
import { createSignInStore } from "../../api/people/sign-in-store.js";
import { createTokenSigner } from "../../api/people/token-signer.js";
import { createUserStore } from "../../api/people/user-store.js";
import type { Redis } from "../../api/redis/client.js";
import { processIsAlive } from "../../scripts/set-up/living-processes.mjs";
import { ensureServer } from "../../scripts/set-up/server-build.mjs";
import { toldPort } from "../../scripts/set-up/web-server.mjs";
import type { User } from "../../shared/people/user.js";
import { TEST_KEY } from "./test-app.js";

export { processIsAlive };

export const PRODUCT_TOKEN_SECRET = "a secret for the rush that is long enough";
export const productSealer = createTextSealer({ current: TEST_KEY, old: [], identity: TEST_KEY });

export interface ProductServer {
  origin: string;
  child: ChildProcess;
  /** What it has written to its log. */
  said: () => string;
  /** Its exit code; null where a signal ended it. */
  ended: Promise<number | null>;
  /** Ends it at once, as a power cut would. */
  kill: () => Promise<void>;
  /** Ends it as whoever runs it does. @returns its exit code */
  stop: () => Promise<number | null>;
}

/** The compiled server as people run it, in a process of its own, in production unless said otherwise. */
export async function startProductServer(env: Record<string, string>): Promise<ProductServer> {
  const root = resolve(import.meta.dirname, "../..");
  const child = spawn(process.execPath, ["--enable-source-maps", await ensureServer({ root })], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      YIZHAN_MODE: "production",
      PUBLIC_URL: "http://127.0.0.1",
      PORT: "0",
      TOKEN_SECRET: PRODUCT_TOKEN_SECRET,
      ENCRYPTION_KEY: TEST_KEY,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      said += chunk;
    });
  }
  const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  const port = await Promise.race([toldPort(child), ended.then(() => null)]);
  if (port === null) throw new Error(`the server ended with ${child.exitCode}: ${said}`);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  const server: ProductServer = {
    origin: `http://127.0.0.1:${port}`,
    child,
    said: () => said,
    ended,
    kill: async () => {
      await end("SIGKILL");
    },
    stop: () => end("SIGTERM"),
  };
  await answers(server);
  return server;
}

async function answers({ origin, child, said }: ProductServer): Promise<void> {
  while (child.exitCode === null) {
    const reply = await fetch(`${origin}/api/districts`).catch(() => null);
    if (reply?.status === 200) return;
    await wait(50);
  }
  throw new Error(`the server ended with ${child.exitCode}: ${said()}`);
}

/** Keeps people and signs them in: the token of each, by id. */
export async function signInPeople(redis: Redis, people: readonly User[]): Promise<Map<string, string>> {
  const users = createUserStore(redis, productSealer);
  const deps = {
    signIns: createSignInStore(redis, productSealer),
    tokens: createTokenSigner(PRODUCT_TOKEN_SECRET, Date.now),
    wallClock: Date.now,
    newId,
  };
  const tokens = await Promise.all(
    people.map(async (user) => {
      await users.put(user);
      return [user.id, await openSignIn(deps, user, null)] as const;
    }),
  );
  return new Map(tokens);
}
