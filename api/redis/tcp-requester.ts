import { Redis as TcpClient } from "ioredis";

/** What `@upstash/redis` asks of a transport. */
export interface Requester {
  request: <TResult = unknown>(request: UpstashRequest) => Promise<{ result?: TResult; error?: string }>;
}
interface UpstashRequest {
  path?: string[];
  body?: unknown;
}

type Word = string | number;

/**
 * Lets the one client speak to a plain Redis over one TCP connection: same commands, same results, same error texts as
 * over REST. A dead connection fails at once, and a command that was under way is never sent again, since it may have
 * been carried out.
 *
 * @param answerWithinMs how long a Redis that hangs is waited for: longer than the largest import takes to be shown
 */
export async function connectOverTcp(
  url: string,
  { answerWithinMs = 15_000 }: { answerWithinMs?: number } = {},
): Promise<{ requester: Requester; close: () => void }> {
  const tcp = new TcpClient(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    connectTimeout: 3_000,
    commandTimeout: answerWithinMs,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
  });
  // Without a listener a lost connection would end the process; the failed command itself tells the caller.
  tcp.on("error", () => undefined);
  await tcp.connect().catch(() => undefined);
  return { requester: { request: (request) => send(tcp, request) }, close: () => tcp.disconnect() };
}

async function send<TResult>(
  tcp: TcpClient,
  { path, body }: UpstashRequest,
): Promise<{ result?: TResult; error?: string }> {
  if (path?.[0] === "pipeline" || path?.[0] === "multi-exec") {
    const batch = path[0] === "pipeline" ? tcp.pipeline() : tcp.multi();
    for (const command of body as Word[][]) batch.call(...words(command));
    const replies = (await batch.exec()) ?? [];
    // The client expects an array here although its type says one object.
    return replies.map(([error, result]) => (error ? failed(error) : { result })) as unknown as { result: TResult };
  }
  try {
    return { result: (await tcp.call(...words(body as Word[]))) as TResult };
  } catch (error) {
    return failed(error);
  }
}

/** Redis's own refusal is an answer; anything else means that Redis was not reached. */
function failed(error: unknown): { error: string } {
  if (error instanceof Error && error.name === "ReplyError") return { error: error.message };
  throw error;
}

/** Upper case: ioredis would turn the reply of `hgetall` into an object, which the client cannot read. */
function words([name, ...rest]: Word[]): [string, ...string[]] {
  return [String(name).toUpperCase(), ...rest.map(String)];
}
