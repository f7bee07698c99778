import { Redis } from "@upstash/redis";
import { connectOverTcp, type Requester } from "./tcp-requester.js";

export type { Redis } from "@upstash/redis";

export type RedisAddress = { transport: "rest"; url: string; token: string } | { transport: "tcp"; url: string };

export interface RedisConnection {
  redis: Redis;
  close: () => void;
}

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
 * The one client, over REST (Upstash) or TCP (a plain Redis). It never repeats a request: a write that got no answer
 * may have been carried out.
 */
export async function connectRedis(address: RedisAddress, observe: Observe = (same) => same): Promise<RedisConnection> {
  if (address.transport === "tcp") {
    const { requester, close } = await connectOverTcp(address.url);
    return { redis: new PlainRedis(requester, observe), close };
  }
  const rest = { url: address.url, token: address.token, retry: { retries: 0 } };
  return { redis: new PlainRedis(rest, (one) => observe(inTurn(one, MOST_REST_REQUESTS))), close: () => undefined };
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

/** Whether an error means that Redis could not be reached, as opposed to a refusal or a fault of ours. */
export function isRedisUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return (
    CONNECTION_CODES.has(code) ||
    CONNECTION_MESSAGES.some((words) => error.message.includes(words)) ||
    (error.cause !== undefined && isRedisUnreachable(error.cause))
  );
}

const CONNECTION_CODES = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "EPIPE", "UND_ERR_SOCKET"]);
const CONNECTION_MESSAGES = [
  "Connection is closed",
  "Stream isn't writeable",
  "Reached the max retries per request limit",
  "Command aborted due to connection close",
  "Command timed out",
  "fetch failed",
];
