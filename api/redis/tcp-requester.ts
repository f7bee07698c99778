import type { Socket } from "node:net";
import { Redis as Server, Cluster as ServerCluster } from "ioredis";
import { keySlot } from "./key-slot.js";
import { keys } from "./keys.js";
import { readTcpAddress, TCP_ADDRESS_FORMS, type TcpAddress } from "./tcp-address.js";

/** What `@upstash/redis` asks of a transport. */
export interface Requester {
  request: <TResult = unknown>(request: UpstashRequest) => Promise<{ result?: TResult; error?: string }>;
}
interface UpstashRequest {
  path?: string[];
  body?: unknown;
}

type Word = string | number;
type Client = Server | ServerCluster;

/** A moment of a connection, from which on it is asked what has reached the replicas. */
export type ReplicationMark = object;

export interface TcpConnection {
  requester: Requester;
  /** To be taken before a write. */
  mark: () => ReplicationMark;
  /**
   * Whether so many replicas have what was written since a mark, over the connection that wrote it: false, too, where that
   * connection was lost since, since nobody then knows what became of it.
   */
  reachedReplicas: (since: ReplicationMark, replicas: number, withinMs: number) => Promise<boolean>;
  /** A setting of the server, as in `appendfsync`; null where it may not be read, as with many that are rented. */
  setting: (name: string) => Promise<string | null>;
  close: () => void;
}

/**
 * Lets the one client speak to a plain Redis over TCP, to the one that Sentinels name, or to a cluster: same commands, same
 * results, same error texts as over REST. A dead connection fails at once, and a command that was under way is never sent
 * again, since it may have been carried out.
 */
export async function connectOverTcp(url: string): Promise<TcpConnection> {
  const tcp = clientOf(url);
  // A new connection says nothing of what went over the one before.
  const marks = new WeakMap<Server, ReplicationMark>();
  const follow = (server: Server) => {
    marks.set(server, {});
    server.on("close", () => marks.set(server, {}));
  };
  if (tcp instanceof ServerCluster) tcp.on("+node", follow);
  else follow(tcp);
  await tcp.connect().catch(() => undefined);
  const markOf = (server: Server | null) => (server === null ? {} : (marks.get(server) ?? {}));
  return {
    requester: { request: (request) => send(tcp, request) },
    mark: () => markOf(writtenTo(tcp)),
    reachedReplicas: async (since, replicas, withinMs) => {
      const server = writtenTo(tcp);
      if (server === null || markOf(server) !== since) return false;
      const reached = Number(await server.call("WAIT", String(replicas), String(withinMs)));
      return reached >= replicas && markOf(server) === since;
    },
    setting: async (name) => {
      const reply: unknown = await writtenTo(tcp)
        ?.call("CONFIG", "GET", name)
        .catch(() => null);
      return Array.isArray(reply) && typeof reply[1] === "string" ? reply[1] : null;
    },
    close: () => tcp.disconnect(),
  };
}

const CONNECT_WITHIN_MS = 3_000;
/** How soon a cluster is asked again who holds what, once a server is gone. */
const SLOTS_EVERY_MS = 1_000;

function clientOf(url: string): Client {
  const address = readTcpAddress(url);
  if (address === null) throw new Error(`The address of Redis must be ${TCP_ADDRESS_FORMS}`);
  const tcp = newClient(address);
  // Without a listener a lost connection would end the process; the failed command itself tells the caller.
  tcp.on("error", () => undefined);
  return tcp;
}

function newClient(address: TcpAddress): Client {
  const server = {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    connectTimeout: CONNECT_WITHIN_MS,
    retryStrategy: (attempt: number) => Math.min(attempt * 100, 2_000),
  };
  if (address.topology === "single") return new Server(address.url, server);
  const { nodes, username, password, tls } = address;
  const access = { username, password, ...(tls ? { tls: {} } : {}) };
  if (address.topology === "sentinel") {
    return new Server({
      ...server,
      ...access,
      sentinels: nodes,
      name: address.name,
      enableTLSForSentinelMode: tls,
      sentinelRetryStrategy: server.retryStrategy,
      // A primary that was made a replica refuses writes, and stays connected: then the Sentinels are asked again.
      reconnectOnError: (error) => error.message.startsWith("READONLY"),
    });
  }
  return new ServerCluster(nodes, {
    lazyConnect: true,
    // While a server is being connected to for the first time, commands for it wait; see `requireReady` for all else.
    enableOfflineQueue: true,
    // What a server did not do, since the slot lies elsewhere, is sent there; all else is for the caller to know.
    maxRedirections: 4,
    retryDelayOnFailover: 0,
    retryDelayOnClusterDown: 0,
    retryDelayOnTryAgain: 0,
    slotsRefreshInterval: SLOTS_EVERY_MS,
    slotsRefreshTimeout: CONNECT_WITHIN_MS,
    clusterRetryStrategy: server.retryStrategy,
    redisOptions: { ...access, connectTimeout: CONNECT_WITHIN_MS, autoResendUnfulfilledCommands: false },
  });
}

/** The server that what belongs together is written to; null: none is known just now. */
function writtenTo(tcp: Client): Server | null {
  if (tcp instanceof Server) return tcp;
  const [primary] = tcp.slots[STATIONS_SLOT] ?? [];
  return tcp.nodes("master").find(({ options: { host, port } }) => `${host}:${port}` === primary) ?? null;
}

/** A connection for moving a whole store: it takes and gives bytes as they are. */
export interface RawConnection {
  tcp: Client;
  /** Every server that takes writes. */
  primaries: () => Server[];
  /** Where the server listens that holds what belongs together. */
  holder: () => { host: string; port: number };
  close: () => void;
}

/** @throws Error when Redis is not reached */
export async function connectRaw(url: string): Promise<RawConnection> {
  const tcp = clientOf(url);
  try {
    await tcp.connect();
  } catch (error) {
    tcp.disconnect();
    throw error;
  }
  return {
    tcp,
    primaries: () => (tcp instanceof Server ? [tcp] : tcp.nodes("master")),
    holder: () => {
      if (!(tcp instanceof Server)) {
        const [host, port] = /^(.*):(\d+)$/.exec(tcp.slots[STATIONS_SLOT]?.[0] ?? "")?.slice(1) ?? [];
        if (host === undefined || port === undefined) throw new Error("Cluster isn't ready");
        return { host, port: Number(port) };
      }
      // Of those that Sentinels name only the connection itself knows which it is.
      const { remoteAddress, remotePort } = tcp.stream as Socket;
      if (remoteAddress === undefined || remotePort === undefined) throw new Error("Connection is closed");
      return { host: remoteAddress, port: remotePort };
    },
    close: () => tcp.disconnect(),
  };
}

/** Where what belongs together lies. */
const STATIONS_SLOT = keySlot(keys.stationDocuments);

async function send<TResult>(
  tcp: Client,
  { path, body }: UpstashRequest,
): Promise<{ result?: TResult; error?: string }> {
  requireReady(tcp);
  if (path?.[0] === "pipeline" || path?.[0] === "multi-exec") {
    const batch = path[0] === "pipeline" ? tcp.pipeline() : tcp.multi();
    for (const command of body as Word[][]) batch.call(...words(command));
    const replies = (await batch.exec().catch(refusedBatch)) ?? [];
    // The client expects an array here although its type says one object.
    return replies.map(([error, result]) => (error ? failed(error) : { result })) as unknown as { result: TResult };
  }
  const command = words(body as Word[]);
  // What names no key is asked of the server that holds nearly all of them.
  const asked = tcp instanceof Server || !KEYLESS.has(command[0]) ? tcp : (writtenTo(tcp) ?? tcp);
  try {
    return { result: (await asked.call(...command)) as TResult };
  } catch (error) {
    return failed(error);
  }
}

/** A cluster that is lost fails at once: what waits for it would be done long after somebody was told that it was not. */
function requireReady(tcp: Client): void {
  if (tcp instanceof ServerCluster && tcp.status !== "ready") throw new Error("Cluster isn't ready");
}

const KEYLESS = new Set(["PING", "SCAN", "CONFIG", "INFO"]);

/** Of a transaction that was given up the command that was refused says why. */
function refusedBatch(error: unknown): never {
  const [first] = (error as { previousErrors?: unknown[] }).previousErrors ?? [];
  throw first ?? error;
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
