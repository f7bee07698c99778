import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { createApp } from "../../api/app.js";
import { UnmetCounter } from "../../api/demand/unmet-counter.js";
import { createDemoClock } from "../../api/demo/demo-clock.js";
import type { Dependencies } from "../../api/dependencies.js";
import { createHeavyWork } from "../../api/heavy-work/heavy-work.js";
import { newCode, newId } from "../../api/ids.js";
import type { LogLine } from "../../api/log-lines.js";
import { createFingerprints } from "../../api/people/fingerprints.js";
import { createTextSealer } from "../../api/people/sealed-text.js";
import { openSignIn } from "../../api/people/sign-in.js";
import { createTokenSigner } from "../../api/people/token-signer.js";
import { createFolderPhotoFiles } from "../../api/photos/folder-photo-files.js";
import { showEveryPhoto } from "../../api/photos/photo-check.js";
import { connectRedis, type Observe, type RedisConnection } from "../../api/redis/client.js";
import { localContentCheck } from "../../api/wechat/local-content-check.js";
import { redisDependencies, sealedDependencies } from "../../api/wiring/redis-dependencies.js";
import type { Role } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import type { Station } from "../../shared/stations/station.js";
import { DEFAULT_TRUST_SETTINGS } from "../../shared/trust/trust-settings.js";
import { DEFAULT_WISH_SETTINGS } from "../../shared/wishes/wish-settings.js";
import { beijing, givenDeed } from "./given.js";
import { type LocalRedis, startLocalRedis } from "./local-redis.js";
import { type RestGateway, startRestGateway } from "./rest-gateway.js";
import { openSharedCluster } from "./shared-cluster.js";

/** No test is about how long a table takes: a machine that is busy with everything else may take its time. */
const PATIENCE_MS = 60_000;
/** Its threads are shared by the tests of a process: each takes a second to start from the sources. */
const heavyWork = createHeavyWork(newId, PATIENCE_MS);

export const TEST_KEY = Buffer.alloc(32, 7).toString("base64");

/** How Redis is spoken to: one server over TCP or over REST, or a cluster over TCP. */
export type Transport = "tcp" | "rest" | "cluster";
export const TRANSPORTS: readonly Transport[] = ["tcp", "rest", "cluster"];

export interface Reply<Body = unknown> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface TestApp {
  deps: Dependencies;
  app: ReturnType<typeof createApp>;
  local: LocalRedis;
  connection: RedisConnection;
  photoFolder: string;
  logged: LogLine[];
  /** How many requests went to Redis since the last call. */
  takeRoundTrips: () => number;
  setNow: (now: number) => void;
  /** Lets time pass for tokens and sign-ins, which no demo clock moves. */
  passWallTime: (ms: number) => void;
  call: <Body = unknown>(method: string, path: string, options?: CallOptions) => Promise<Reply<Body>>;
  signIn: (as: Role, name?: string) => Promise<string>;
  /** Keeps a person as they are given here, and signs them in with all their roles. */
  signInAs: (user: User) => Promise<string>;
  store: (...stations: Station[]) => Promise<void>;
  /** Takes Redis away, as a failing network would. */
  loseRedis: () => Promise<void>;
  stop: () => Promise<void>;
}

export interface CallOptions {
  token?: string;
  json?: unknown;
  body?: string | Uint8Array<ArrayBuffer> | FormData;
  headers?: Record<string, string>;
}

/**
 * One API, with a Redis of its own, for all tests of the block that this is called in; the Redis is empty before each of
 * them. Other `beforeAll` and `beforeEach` of the block come after it.
 */
export function testApp(transport: Transport = "tcp", redisArguments: readonly string[] = []): TestApp {
  let started: TestApp | null = null;
  const app = () => {
    if (started === null) throw new Error("The API of these tests starts with the first of them.");
    return started;
  };
  beforeAll(async () => {
    started = await startTestApp(transport, redisArguments);
  });
  afterAll(() => started?.stop());
  beforeEach(() => app().local.clear());
  return new Proxy({} as TestApp, { get: (_, name) => Reflect.get(app(), name) });
}

/** The whole API on a real Redis that nobody else uses, over one of the transports, with a clock that the test sets. */
export async function startTestApp(
  transport: Transport = "tcp",
  redisArguments: readonly string[] = [],
  /** A Redis that the test has started. */
  ofTest?: LocalRedis,
): Promise<TestApp> {
  const local = ofTest ?? (transport === "cluster" ? await openSharedCluster() : await startLocalRedis(redisArguments));
  let gateway: RestGateway | null = null;
  if (transport === "rest") gateway = await startRestGateway(local.url);
  let roundTrips = 0;
  const observe: Observe = (requester) => ({
    request: (request) => {
      roundTrips += 1;
      return requester.request(request);
    },
  });
  const connection = await connectRedis(
    gateway ? { transport: "rest", url: gateway.url, token: gateway.token } : { transport: "tcp", url: local.url },
    observe,
  );
  // Made with the first picture.
  const photoFolder = join(tmpdir(), `yizhan-photos-${local.port}-${process.pid}`);
  let now = beijing("2026-11-24T10:00");
  let wallNow = now;
  const demoClock = createDemoClock(() => now);
  const logged: LogLine[] = [];
  const sealer = createTextSealer({ current: TEST_KEY, old: [], identity: TEST_KEY });
  const kept = redisDependencies(connection.redis, {
    now: () => wallNow,
    // Redis answers in the tests that do not load it.
    loadsItself: false,
    documentBytes: 10_000_000,
    onFailure: (error) => logged.push({ level: "warn", event: "snapshot_failed", message: String(error) }),
  });
  const deps: Dependencies = {
    mode: "demo",
    version: "0.0.0-test",
    clock: demoClock.now,
    wallClock: () => wallNow,
    newId,
    newCode,
    demoClock,
    ...kept,
    unmet: new UnmetCounter({
      ...kept,
      clock: demoClock.now,
      onFailure: (error) => logged.push({ level: "warn", event: "unmet_not_counted", message: String(error) }),
    }),
    replication: null,
    ...sealedDependencies(connection.redis, sealer),
    sealer,
    fingerprint: sealer.fingerprint,
    fingerprints: createFingerprints(TEST_KEY, () => wallNow),
    wishSettings: DEFAULT_WISH_SETTINGS,
    openData: {
      license: "CC BY 4.0",
      licenseUrl: "https://creativecommons.org/licenses/by/4.0/",
      source: "兴庆区总工会",
    },
    showsPublicLists: true,
    trustSettings: DEFAULT_TRUST_SETTINGS,
    showsChecks: false,
    operatorName: "兴庆区总工会",
    tokens: createTokenSigner("a secret for tests that is long enough", () => wallNow),
    wechat: null,
    messageTemplates: {},
    groupBase: null,
    cronSecret: "the-secret-of-the-timer",
    wechatPush: null,
    photoFiles: createFolderPhotoFiles(photoFolder),
    photoCheck: showEveryPhoto,
    heavyWork,
    contentCheck: localContentCheck,
    arePagesReady: async () => true,
    compressesAnswers: false,
    trustProxy: false,
    publicUrl: null,
    minClientVersion: null,
    log: (line) => logged.push(line),
  };
  const app = createApp(deps);

  const call: TestApp["call"] = async <Body>(method: string, path: string, options: CallOptions = {}) => {
    const { token, json, body, headers } = options;
    const response = await app.request(path, {
      method,
      headers: {
        ...(json === undefined ? {} : { "content-type": "application/json" }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      body: json === undefined ? body : JSON.stringify(json),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as Body };
  };

  return {
    deps,
    app,
    local,
    connection,
    photoFolder,
    logged,
    takeRoundTrips: () => {
      const taken = roundTrips;
      roundTrips = 0;
      return taken;
    },
    setNow: (next) => {
      now = next;
    },
    passWallTime: (ms) => {
      wallNow += ms;
    },
    call,
    signInAs: async (user) => {
      await deps.users.put(user);
      return openSignIn(deps, user, null);
    },
    signIn: async (as, name) => {
      const { body } = await call<{ token: string }>("POST", "/api/sign-in/demo", { json: { as, name } });
      return body.token;
    },
    store: async (...stations) => {
      for (const station of stations) {
        const outcome = await deps.stations.put({ station, previous: null, by: givenDeed });
        if (outcome !== "stored") throw new Error(`${station.id}: ${outcome}`);
      }
    },
    // Others share the cluster.
    loseRedis: async () => (transport === "cluster" ? connection.close() : (gateway ?? local).stop()),
    stop: async () => {
      connection.close();
      await gateway?.stop();
      await local.stop();
      await rm(photoFolder, { recursive: true, force: true });
    },
  };
}
