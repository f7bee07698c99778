import { randomFillSync, randomInt } from "node:crypto";
import type { EpochMs } from "../shared/core/time.js";
import type { MessageTemplates } from "../shared/messages/template.js";
import { SHORT_CODE_ALPHABET } from "../shared/people/short-code.js";
import type { TrustSettings } from "../shared/trust/trust-settings.js";
import type { WishSettings } from "../shared/wishes/wish-settings.js";
import { type AuditStore, createAuditStore } from "./audit/audit-store.js";
import { type ChangeStore, createChangeStore } from "./changes/change-store.js";
import { type CoverageDayStore, createCoverageDayStore } from "./circle/coverage-day-store.js";
import { type AppealStore, createAppealStore } from "./classes/appeal-store.js";
import { type BookingStore, createBookingStore } from "./classes/booking-store.js";
import { type ClassReadingStore, createClassReadingStore } from "./classes/class-reading-store.js";
import { type CourseStore, createCourseStore } from "./classes/course-store.js";
import { createSessionStore, type SessionStore } from "./classes/session-store.js";
import { type ClientErrorStore, createClientErrorStore } from "./client-errors/client-error-store.js";
import { createDemoClock, type DemoClock } from "./demo/demo-clock.js";
import { createDemoSeedStore, type DemoSeedStore } from "./demo/demo-seed-store.js";
import type { Env } from "./env.js";
import { createHeavyWork, type HeavyWork } from "./heavy-work/heavy-work.js";
import { createIdempotentWriteStore, type IdempotentWriteStore } from "./http/idempotent-write-store.js";
import { createRateLimits, type RateLimits } from "./http/rate-limits.js";
import { createJobRunStore, type JobRunStore } from "./jobs/job-run-store.js";
import { logText } from "./log-lines.js";
import { createLongWorkStore, type LongWorkStore } from "./long-work/long-work-store.js";
import type { OpenData } from "./open-data/open-data.js";
import { createGrantStore, type GrantStore } from "./outbox/grant-store.js";
import { createOutboxStore, type OutboxStore } from "./outbox/outbox-store.js";
import { createPackStore, type PackStore } from "./packs/pack-store.js";
import { createFingerprints, type Fingerprints } from "./people/fingerprints.js";
import { createInvitationStore, type InvitationStore } from "./people/invitation-store.js";
import { createOpenIdStore, type OpenIdStore } from "./people/open-id-store.js";
import { createResealStore, type ResealStore } from "./people/reseal-store.js";
import { createTextSealer, type TextSealer } from "./people/sealed-text.js";
import { createSignInCodeStore, type SignInCodeStore } from "./people/sign-in-code-store.js";
import { createSignInStore, type SignInStore } from "./people/sign-in-store.js";
import { createTokenSigner, type TokenSigner } from "./people/token-signer.js";
import { createUserStore, type UserStore } from "./people/user-store.js";
import { createFolderPhotoFiles } from "./photos/folder-photo-files.js";
import { type PhotoCheck, reviewEveryPhoto, showEveryPhoto } from "./photos/photo-check.js";
import { createPhotoCheckStore, type PhotoCheckStore } from "./photos/photo-check-store.js";
import type { PhotoFiles } from "./photos/photo-files.js";
import { createS3PhotoFiles } from "./photos/s3-photo-files.js";
import { connectRedis, type Redis, type Replication } from "./redis/client.js";
import { type RedisHealth, redisHealth } from "./redis/redis-health.js";
import type { ReplicationMark } from "./redis/tcp-requester.js";
import { createCoreStore } from "./snapshot/core-store.js";
import { type SnapshotOptions, StationSnapshot } from "./snapshot/station-snapshot.js";
import { createDistrictStore, type DistrictStore } from "./stations/district-store.js";
import { createStationImportStore, type StationImportStore } from "./stations/station-import-store.js";
import { createStationStore, type StationStore } from "./stations/station-store.js";
import { createReportStore, type ReportStore } from "./trust/report-store.js";
import { version } from "./version.js";
import { createWechatPhotoCheck } from "./wechat/check-photo.js";
import { type ContentCheck, reviewEverything } from "./wechat/content-check.js";
import { localContentCheck } from "./wechat/local-content-check.js";
import type { WechatPush } from "./wechat/push-envelope.js";
import { createWechat, type Wechat } from "./wechat/wechat.js";
import { createWishStore, type WishStore } from "./wishes/wish-store.js";

/** Everything the program takes from outside. */
export interface Dependencies {
  mode: "demo" | "production";
  version: string;
  clock: () => EpochMs;
  /** The machine's own time, which no demo sets: sign-ins go by it. */
  wallClock: () => EpochMs;
  /** An id that starts with letters and cannot be guessed. */
  newId: (prefix: string) => string;
  /** A code that people read out and type, of so many characters. */
  newCode: (length: number) => string;
  /** Set in demo mode only. */
  demoClock: DemoClock | null;
  stations: StationStore;
  /** Areas as files for phones. */
  packs: PackStore;
  /** The stations in memory. */
  snapshot: StationSnapshot;
  stationImports: StationImportStore;
  /** Changes of many stations. */
  changes: ChangeStore;
  districts: DistrictStore;
  coverageDays: CoverageDayStore;
  audit: AuditStore;
  users: UserStore;
  signIns: SignInStore;
  signInCodes: SignInCodeStore;
  invitations: InvitationStore;
  openIds: OpenIdStore;
  tokens: TokenSigner;
  rateLimits: RateLimits;
  /** WeChat's server API; null where no mini-program is configured. */
  wechat: Wechat | null;
  contentCheck: ContentCheck;
  /** What WeChat signs its messages to us with; null: it sends none. */
  wechatPush: WechatPush | null;
  /** Where pictures lie; null: there is nowhere to keep them. */
  photoFiles: PhotoFiles | null;
  photoCheck: PhotoCheck;
  photoChecks: PhotoCheckStore;
  /** What is heavy, in threads beside the one that answers. */
  heavyWork: HeavyWork;
  /** The templates of the messages that are sent to people. */
  messageTemplates: MessageTemplates;
  reports: ReportStore;
  classSessions: SessionStore;
  classReadings: ClassReadingStore;
  bookings: BookingStore;
  appeals: AppealStore;
  courses: CourseStore;
  trustSettings: TrustSettings;
  wishes: WishStore;
  reseals: ResealStore;
  wishSettings: WishSettings;
  /** Under which terms others may use the stations; null: they are not given out. */
  openData: OpenData | null;
  /** Encrypts what is personal. */
  sealer: TextSealer;
  /** The same for the same text, from which nobody without the installation's key finds the text. */
  fingerprint: (text: string) => string;
  /** What stands for people, phones and addresses where they are told apart. */
  fingerprints: Fingerprints;
  outbox: OutboxStore;
  /** What people have said yes to. */
  grants: GrantStore;
  jobRuns: JobRunStore;
  /** What takes longer than one request. */
  longWork: LongWorkStore;
  clientErrors: ClientErrorStore;
  /** Clients that say they are older are turned away; null: none are. */
  minClientVersion: string | null;
  /** What the timer that runs the jobs has to know; null: it may not come from outside. */
  cronSecret: string | null;
  idempotentWrites: IdempotentWriteStore;
  askRedis: () => Promise<RedisHealth>;
  /** Waits until a write is where the settings want it; null: its being in one Redis is enough. */
  replication: { mark: Replication["mark"]; isReached: (since: ReplicationMark) => Promise<boolean> } | null;
  demoSeeds: DemoSeedStore;
  /** Whether the web pages can be served; true where something else serves them. */
  arePagesReady: () => Promise<boolean>;
  /** Whether answers leave compressed; not where something in front of this process does that. */
  compressesAnswers: boolean;
  /** Whether `x-forwarded-for` is set by a proxy of ours. */
  trustProxy: boolean;
  /** The address people reach the server under; null: that of each request. */
  publicUrl: string | null;
  log: (line: LogLine) => void;
}

/** One line of the log, as JSON. Never a query, a body, a position or anything else of a person's. */
export type LogLine = { level: "info" | "warn" | "error"; event: string } & Record<
  string,
  string | number | boolean | null
>;

export interface LiveDependencies extends Dependencies {
  close: () => void;
}

/** Connects to the real world. Does not fail when Redis is down: the API then says so. */
export async function liveDependencies(env: Env): Promise<LiveDependencies> {
  const { redis, replication, close } = await connectRedis(env.redis);
  const demoClock = env.mode === "demo" ? createDemoClock(Date.now) : null;
  const log: Dependencies["log"] = (line) => console.log(logText(line));
  if (env.mode === "production" && replication !== null) void warnOfLoss(replication, log);
  const wechat = env.wechat
    ? createWechat(env.wechat, redis, (errcode) => log({ level: "warn", event: "content_check_failed", errcode }))
    : null;
  const sealer = createTextSealer(env.keyRing);
  const heavyWork = createHeavyWork(newId);
  return {
    mode: env.mode,
    version,
    clock: demoClock ? demoClock.now : Date.now,
    wallClock: Date.now,
    newId,
    newCode,
    demoClock,
    ...redisDependencies(redis, {
      now: Date.now,
      loadsItself: true,
      documentBytes: DOCUMENT_BYTES,
      onFailure: (error) => log({ level: "warn", event: "snapshot_failed", message: String(error) }),
    }),
    replication: replicationOf(replication, env.waitReplicas),
    ...sealedDependencies(redis, sealer),
    sealer,
    fingerprint: sealer.fingerprint,
    fingerprints: createFingerprints(env.keyRing.identity, Date.now),
    wishSettings: env.wishes,
    openData: env.openData,
    trustSettings: env.trust,
    tokens: createTokenSigner(env.tokenSecret, Date.now),
    wechat,
    messageTemplates: env.messageTemplates,
    cronSecret: env.cronSecret,
    wechatPush: env.wechatPush,
    photoFiles: photoFilesOf(env.photos),
    photoCheck: photoCheckOf(env.mode, wechat, log),
    contentCheck: env.mode === "demo" ? localContentCheck : (wechat ?? reviewEverything),
    arePagesReady: async () => true,
    compressesAnswers: false,
    trustProxy: env.trustProxy,
    publicUrl: env.publicUrl,
    minClientVersion: env.minClientVersion,
    heavyWork,
    log,
    close: () => {
      void heavyWork.close();
      close();
    },
  };
}

/** Says at the start what a power cut would take: docs/deploy.md. */
async function warnOfLoss({ setting }: Replication, log: Dependencies["log"]): Promise<void> {
  const [appendonly, appendfsync] = await Promise.all([setting("appendonly"), setting("appendfsync")]);
  const isSafe = appendonly === null || (appendonly === "yes" && appendfsync === "always");
  if (!isSafe) log({ level: "warn", event: "redis_may_lose_writes", appendonly, appendfsync });
}

/** How long replicas are waited for. A phone waits for eight seconds in all. */
const REPLICATED_WITHIN_MS = 2_000;

function replicationOf(replication: Replication | null, replicas: number): Dependencies["replication"] {
  if (replication === null || replicas === 0) return null;
  return {
    mark: replication.mark,
    isReached: (since) => replication.reachedReplicas(since, replicas, REPLICATED_WITHIN_MS),
  };
}

function photoFilesOf(photos: Env["photos"]): PhotoFiles | null {
  if (photos === null) return null;
  return photos.kind === "folder" ? createFolderPhotoFiles(photos.folder) : createS3PhotoFiles(photos);
}

function photoCheckOf(mode: Env["mode"], wechat: Wechat | null, log: Dependencies["log"]): PhotoCheck {
  if (mode === "demo") return showEveryPhoto;
  if (wechat === null) return reviewEveryPhoto;
  return createWechatPhotoCheck(wechat, (errcode) => log({ level: "warn", event: "photo_check_failed", errcode }));
}

type SnapshotMemory = Omit<SnapshotOptions, "cores" | "readDocuments">;

/** Documents in memory: of all stations where there are some tens of thousands, else of those asked for lately. */
const DOCUMENT_BYTES = 128 * 1024 * 1024;

/** For a command that changes stations and answers nobody. */
export const NO_SNAPSHOT: SnapshotMemory = {
  now: Date.now,
  loadsItself: false,
  documentBytes: 0,
  onFailure: () => undefined,
};

/** What is kept in Redis, and what of it is kept in memory besides. */
export function redisDependencies(redis: Redis, memory: SnapshotMemory) {
  const stations = createStationStore(redis, (station) => snapshot.stored(station));
  const snapshot = new StationSnapshot({
    ...memory,
    cores: createCoreStore(redis),
    readDocuments: (ids) => stations.findMany(ids),
  });
  const stationImports = createStationImportStore(redis, () => snapshot.importShown());
  return {
    stations,
    snapshot,
    packs: createPackStore(redis, stations),
    stationImports,
    changes: createChangeStore(redis, stationImports, (station) => snapshot.stored(station)),
    districts: createDistrictStore(redis),
    coverageDays: createCoverageDayStore(redis),
    audit: createAuditStore(redis),
    signInCodes: createSignInCodeStore(redis),
    classSessions: createSessionStore(redis),
    courses: createCourseStore(redis),
    wishes: createWishStore(redis),
    reseals: createResealStore(redis),
    rateLimits: createRateLimits(redis, memory.now),
    outbox: createOutboxStore(redis),
    grants: createGrantStore(redis),
    jobRuns: createJobRunStore(redis),
    longWork: createLongWorkStore(redis),
    clientErrors: createClientErrorStore(redis),
    photoChecks: createPhotoCheckStore(redis),
    idempotentWrites: createIdempotentWriteStore(redis),
    demoSeeds: createDemoSeedStore(redis),
    askRedis: redisHealth(redis),
  };
}

/** What is kept in Redis and holds something of a person's, which is sealed. */
export function sealedDependencies(redis: Redis, sealer: TextSealer) {
  return {
    openIds: createOpenIdStore(redis, sealer),
    reports: createReportStore(redis, sealer),
    users: createUserStore(redis, sealer),
    signIns: createSignInStore(redis, sealer),
    invitations: createInvitationStore(redis, sealer),
    classReadings: createClassReadingStore(redis, sealer),
    bookings: createBookingStore(redis, sealer),
    appeals: createAppealStore(redis, sealer),
  };
}

/** 16 characters of 32, which is 80 random bits. */
export function newId(prefix: string): string {
  if (randomAt === RANDOM_POOL_BYTES) {
    randomFillSync(randomPool);
    randomAt = 0;
  }
  let id = `${prefix}_`;
  const end = randomAt + ID_CHARACTERS;
  while (randomAt < end) id += ID_ALPHABET[(randomPool[randomAt++] ?? 0) % ID_ALPHABET.length];
  return id;
}

const ID_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
const ID_CHARACTERS = 16;
/** Random bytes are drawn for many ids at once: every request has one. */
const RANDOM_POOL_BYTES = 256 * ID_CHARACTERS;
const randomPool = new Uint8Array(RANDOM_POOL_BYTES);
let randomAt = RANDOM_POOL_BYTES;

export function newCode(length: number): string {
  return Array.from({ length }, () => SHORT_CODE_ALPHABET[randomInt(SHORT_CODE_ALPHABET.length)]).join("");
}
