import { UnmetCounter } from "../demand/unmet-counter.js";
import { createDemoClock } from "../demo/demo-clock.js";
import type { Dependencies } from "../dependencies.js";
import type { Env } from "../env.js";
import { createHeavyWork } from "../heavy-work/heavy-work.js";
import { newCode, newId } from "../ids.js";
import { logText } from "../log-lines.js";
import { createFingerprints } from "../people/fingerprints.js";
import { createTextSealer } from "../people/sealed-text.js";
import { createTokenSigner } from "../people/token-signer.js";
import { createFolderPhotoFiles } from "../photos/folder-photo-files.js";
import { type PhotoCheck, reviewEveryPhoto, showEveryPhoto } from "../photos/photo-check.js";
import type { PhotoFiles } from "../photos/photo-files.js";
import { createS3PhotoFiles } from "../photos/s3-photo-files.js";
import { connectRedis, type Replication } from "../redis/client.js";
import { version } from "../version.js";
import { createWechatPhotoCheck } from "../wechat/check-photo.js";
import { reviewEverything } from "../wechat/content-check.js";
import { localContentCheck } from "../wechat/local-content-check.js";
import type { Wechat } from "../wechat/wechat.js";
import { connectWechat } from "./connect-wechat.js";
import { redisDependencies, sealedDependencies } from "./redis-dependencies.js";

/** Documents in memory: of all stations where there are some tens of thousands, else of those asked for lately. */
const DOCUMENT_BYTES = 128 * 1024 * 1024;

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
    ? connectWechat(env.wechat, redis, (errcode) => log({ level: "warn", event: "content_check_failed", errcode }))
    : null;
  const sealer = createTextSealer(env.keyRing);
  const heavyWork = createHeavyWork(newId);
  const clock = demoClock ? demoClock.now : Date.now;
  const kept = redisDependencies(redis, {
    now: Date.now,
    loadsItself: true,
    documentBytes: DOCUMENT_BYTES,
    onFailure: (error) => log({ level: "warn", event: "snapshot_failed", message: String(error) }),
  });
  const onUnmetFailure = (error: unknown) => log({ level: "warn", event: "unmet_not_counted", message: String(error) });
  return {
    mode: env.mode,
    version,
    clock,
    wallClock: Date.now,
    newId,
    newCode,
    demoClock,
    ...kept,
    unmet: env.countsSearches ? new UnmetCounter({ ...kept, clock, onFailure: onUnmetFailure }) : null,
    replication: replicationOf(replication, env.waitReplicas),
    ...sealedDependencies(redis, sealer),
    sealer,
    fingerprint: sealer.fingerprint,
    fingerprints: createFingerprints(env.keyRing.identity, Date.now),
    wishSettings: env.wishes,
    openData: env.openData,
    showsPublicLists: env.showsPublicLists,
    showsChecks: env.showsChecks,
    operatorName: env.operatorName,
    trustSettings: env.trust,
    tokens: createTokenSigner(env.tokenSecret, Date.now),
    wechat,
    messageTemplates: env.messageTemplates,
    groupBase: env.groupBase,
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
