import { Agent, request } from "node:http";
import { createClassReadingStore } from "../../api/classes/class-reading-store.js";
import { createSessionStore } from "../../api/classes/session-store.js";
import { connectRedis, type Redis } from "../../api/redis/client.js";
import type { Booking } from "../../shared/classes/booking.js";
import type { BookingAnswer } from "../../shared/classes/class-answer.js";
import { DAY_MS } from "../../shared/common/time.js";
import { givenSession } from "./given-class.js";
import { givenUser } from "./given-user.js";
import { startLocalRedis } from "./local-redis.js";
import { productSealer, signInPeople, startProductServer } from "./product-server.js";
import { startRestGateway } from "./rest-gateway.js";
import { openSharedCluster } from "./shared-cluster.js";
import type { Transport } from "./test-app.js";

export interface RushPlan {
  people: number;
  seats: number;
  /** So many of those who get a seat give it back while the others are still tapping. */
  givers: number;
  /** So many tap twice at once. */
  repeaters: number;
  /** So many processes answer; 1 unless said otherwise. */
  processes?: number;
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
    const server = await startProductServer({
      PROCESSES: String(plan.processes ?? 1),
      ...(gateway
        ? { UPSTASH_REDIS_REST_URL: gateway.url, UPSTASH_REDIS_REST_TOKEN: gateway.token }
        : { REDIS_URL: local.url }),
    });
    stops.push(server.kill);
    return await rush(server.origin, connection.redis, plan);
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function rush(origin: string, redis: Redis, plan: RushPlan): Promise<RushOutcome> {
  const readings = createClassReadingStore(redis, productSealer);
  const session = givenSession({ startsAt: Date.now() + 3 * DAY_MS, capacity: plan.seats, waitlistLimit: 5_000 });
  await createSessionStore(redis).put({ session, previous: null });
  const tokens = await signInPeople(
    redis,
    Array.from({ length: plan.people }, () => givenUser()),
  );
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
