import { type ChildProcess, spawn } from "node:child_process";
import { Agent, request } from "node:http";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createClassReadingStore } from "../../api/classes/class-reading-store.js";
import { createSessionStore } from "../../api/classes/session-store.js";
import { newId } from "../../api/dependencies.js";
import { openSignIn } from "../../api/people/sign-in.js";
import { createSignInStore } from "../../api/people/sign-in-store.js";
import { createTokenSigner } from "../../api/people/token-signer.js";
import { createUserStore } from "../../api/people/user-store.js";
import { connectRedis, type Redis } from "../../api/redis/client.js";
import { ensureServer } from "../../scripts/set-up/server-build.mjs";
import { toldPort } from "../../scripts/set-up/web-server.mjs";
import type { Booking } from "../../shared/classes/booking.js";
import type { BookingAnswer } from "../../shared/classes/class-answer.js";
import { DAY_MS } from "../../shared/core/time.js";
import { givenSession } from "./given-class.js";
import { givenUser } from "./given-user.js";
import { startLocalRedis } from "./local-redis.js";
import { startRestGateway } from "./rest-gateway.js";
import { openSharedCluster } from "./shared-cluster.js";
import type { Transport } from "./test-app.js";

const TOKEN_SECRET = "a secret for the rush that is long enough";

export interface RushPlan {
  people: number;
  seats: number;
  /** So many of those who get a seat give it back while the others are still tapping. */
  givers: number;
  /** So many tap twice at once. */
  repeaters: number;
}

interface Tap {
  userId: string;
  status: number;
  body: BookingAnswer;
  ms: number;
}

export interface RushOutcome {
  /** One for each person, and one more for each repeater. */
  taps: Tap[];
  /** What taking an offer answered, in the order in which offers were taken. */
  accepted: Tap[];
  gaveBack: string[];
  /** Everybody, by number, with their place in the waitlist. */
  roster: { booking: Booking; position: number | null }[];
  seatsTaken: number;
  /** From the first tap to the last answer of a tap. */
  rushMs: number;
}

/**
 * Lets people tap at once on a running server, from one address, each with a connection of their own; while they do,
 * some give their seat back and whoever is offered one takes it.
 */
export async function playRush(transport: Transport, plan: RushPlan): Promise<RushOutcome> {
  const stops: (() => void | Promise<void>)[] = [];
  try {
    const local = transport === "cluster" ? await openSharedCluster() : await startLocalRedis();
    stops.push(local.stop);
    const gateway = transport === "rest" ? await startRestGateway(local.url) : null;
    if (gateway) stops.push(gateway.stop);
    const connection = await connectRedis({ transport: "tcp", url: local.url });
    stops.push(connection.close);
    const server = await startServer(
      gateway
        ? { UPSTASH_REDIS_REST_URL: gateway.url, UPSTASH_REDIS_REST_TOKEN: gateway.token }
        : { REDIS_URL: local.url },
    );
    stops.push(server.stop);
    return await rush(server.origin, connection.redis, plan);
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function rush(origin: string, redis: Redis, plan: RushPlan): Promise<RushOutcome> {
  const readings = createClassReadingStore(redis);
  const session = givenSession({ startsAt: Date.now() + 3 * DAY_MS, capacity: plan.seats, waitlistLimit: 5_000 });
  await createSessionStore(redis).put({ session, previous: null });
  const tokens = await signInPeople(redis, plan.people);
  // A connection for each tap: one that is kept may be closed by the server just when it is used again.
  const agent = new Agent({ keepAlive: false, maxSockets: plan.people });
  const send = (method: string, userId: string, path = "") =>
    sendTap(agent, {
      method,
      url: `${origin}/api/classes/${session.id}/booking${path}`,
      userId,
      token: tokens.get(userId),
    });

  const accepted: Tap[] = [];
  const asked = new Set<string>();
  /** Whoever is offered a seat takes it, the first first. */
  const takeOffers = async () => {
    const roster = await readings.roster(Date.now(), session.id);
    const offered = (roster?.entries ?? []).filter(
      ({ booking }) => booking.state === "offered" && !asked.has(booking.id),
    );
    for (const { booking } of offered) asked.add(booking.id);
    accepted.push(...(await Promise.all(offered.map(({ booking }) => send("POST", booking.userId, "/accept")))));
    return offered.length;
  };

  const ids = [...tokens.keys()];
  const repeaters = new Set(ids.slice(-plan.repeaters));
  const gaveBack: string[] = [];
  const startedAt = performance.now();
  const moves: Promise<unknown>[] = [];
  const tap = async (userId: string): Promise<Tap> => {
    const reply = await send("POST", userId);
    if (reply.body.state === "confirmed" && gaveBack.length < plan.givers && !repeaters.has(userId)) {
      gaveBack.push(userId);
      moves.push(send("DELETE", userId).then(takeOffers));
    }
    return reply;
  };
  const taps = await Promise.all([...ids, ...repeaters].map(tap));
  const rushMs = performance.now() - startedAt;
  await Promise.all(moves);
  while ((await takeOffers()) > 0);
  const roster = await readings.roster(Date.now(), session.id);
  agent.destroy();
  return {
    taps,
    accepted,
    gaveBack,
    roster: roster?.entries ?? [],
    seatsTaken: roster?.standing.seatsTaken ?? 0,
    rushMs,
  };
}

/** People by id, each with the token of a sign-in of their own. */
async function signInPeople(redis: Redis, count: number): Promise<Map<string, string>> {
  const users = createUserStore(redis);
  const deps = {
    signIns: createSignInStore(redis),
    tokens: createTokenSigner(TOKEN_SECRET, Date.now),
    wallClock: Date.now,
    newId,
  };
  const people = Array.from({ length: count }, () => givenUser());
  const tokens = await Promise.all(
    people.map(async (user) => {
      await users.put(user);
      return [user.id, await openSignIn(deps, user, null)] as const;
    }),
  );
  return new Map(tokens);
}

interface Sending {
  method: string;
  url: string;
  userId: string;
  token: string | undefined;
}

function sendTap(agent: Agent, { method, url, userId, token }: Sending): Promise<Tap> {
  const startedAt = performance.now();
  return new Promise((done, fail) => {
    const sending = request(url, { method, agent, headers: { authorization: `Bearer ${token}` } }, (reply) => {
      let text = "";
      reply.setEncoding("utf8");
      reply.on("data", (chunk: string) => {
        text += chunk;
      });
      reply.once("error", fail);
      reply.once("end", () =>
        done({ userId, status: reply.statusCode ?? 0, body: JSON.parse(text), ms: performance.now() - startedAt }),
      );
    });
    sending.once("error", fail);
    sending.end();
  });
}

/** The server as people run it, in a process of its own. */
async function startServer(redis: Record<string, string>): Promise<{ origin: string; stop: () => Promise<void> }> {
  const root = resolve(import.meta.dirname, "../..");
  const child = spawn(process.execPath, ["--enable-source-maps", await ensureServer({ root })], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      ...redis,
      YIZHAN_MODE: "production",
      PUBLIC_URL: "http://127.0.0.1",
      PORT: "0",
      TOKEN_SECRET,
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = new Promise<null>((done) => child.once("exit", () => done(null)));
  const port = await Promise.race([toldPort(child), ended]);
  if (port === null) throw new Error(`the server ended with ${child.exitCode}`);
  const origin = `http://127.0.0.1:${port}`;
  await answers(`${origin}/api/districts`, child);
  return {
    origin,
    stop: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const reply = await fetch(url).catch(() => null);
    if (reply?.status === 200) return;
    await wait(50);
  }
  throw new Error(`the server ended with ${child.exitCode}`);
}
