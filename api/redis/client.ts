import { Redis } from "@upstash/redis";
import { answerDeadline } from "./answer-deadline.js";
import { connectOverTcp, type ReplicationMark, type Requester } from "./tcp-requester.js";

export type { Redis } from "@upstash/redis";

export type RedisAddress = { transport: "rest"; url: string; token: string } | { transport: "tcp"; url: string };

export interface RedisConnection {
  redis: Redis;
  /** Null over REST, where nobody can be asked. */
  replication: Replication | null;
  close: () => void;
}

export interface Replication {
  /** To be taken before a write. */
  mark: () => ReplicationMark;
  /** Whether so many replicas have what was written since a mark. */
  reachedReplicas: (since: ReplicationMark, replicas: number, withinMs: number) => Promise<boolean>;
  /** A setting of the server; null where it may not be read. */
  setting: (name: string) => Promise<string | null>;
}

/** How long an answer of Redis is waited for: well below what a phone waits for ours. */
const ANSWER_WITHIN_MS = 3_000;

type Transport = Requester | { url: string; token: string; retry: { retries: number } };

/**
 * Replies as Redis gave them: by default the client turns text that reads as a number into one, so that the code
 * "0123" would come back as 123. The constructor takes this option for REST only.
 */
class PlainRedis extends Redis {
  constructor(transport: Transport, observe: Observe) {
    super(transport as Requester);
    this.opts = { automaticDeserialization: false };
    this.client = observe(this.client);
  }
}

/** Stands between the client and its transport, to count round trips or to let them fail. */
export type Observe = (requester: Requester) => Requester;

/**
 * The one client, over REST (Upstash) or TCP (a plain Redis, by itself, behind Sentinels or as a cluster). It never repeats a
 * request: a write that got no answer may have been carried out.
 *
 * @param answerWithinMs how long an answer is waited for, while this process is not busy itself
 */
export async function connectRedis(
  address: RedisAddress,
  observe: Observe = (same) => same,
  { answerWithinMs = ANSWER_WITHIN_MS }: { answerWithinMs?: number } = {},
): Promise<RedisConnection> {
  const watched = answerDeadline(answerWithinMs);
  const inTime = ({ request }: Requester): Requester => ({ request: (asked) => watched(request(asked)) });
  if (address.transport === "tcp") {
    const { requester, close, ...replication } = await connectOverTcp(address.url);
    return { redis: new PlainRedis(inTime(requester), observe), replication, close };
  }
  const rest = { url: address.url, token: address.token, retry: { retries: 0 } };
  const restRequester = (one: Requester) =>
    observe(inTurn(inTime({ request: (asked) => one.request(asked) }), MOST_REST_REQUESTS));
  return { redis: new PlainRedis(rest, restRequester), replication: null, close: () => undefined };
}

/**
 * Every request over REST that is under way is a connection of its own. When thousands of people tap at once, opening as
 * many takes longer than opening one may take, and they fail; a hundred that are used again are quicker.
 */
const MOST_REST_REQUESTS = 100;

/** Lets so many requests be under way at the same time; the others go in the order in which they came. */
function inTurn(requester: Requester, most: number): Requester {
  let underWay = 0;
  const waiting: (() => void)[] = [];
  return {
    request: async (request) => {
      if (underWay < most) underWay += 1;
      else await new Promise<void>((go) => waiting.push(go));
      try {
        return await requester.request(request);
      } finally {
        const next = waiting.shift();
        if (next) next();
        else underWay -= 1;
      }
    },
  };
}
