import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Env, readEnv } from "../../api/env.js";
import { redisTrouble } from "../../api/redis-trouble.js";
import { productRedis } from "../product-redis.js";
import { openDemoSecrets } from "../set-up/demo-secrets.mjs";
import { SetUpError } from "../set-up/set-up-error.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** The installation that a command is run for, as `npm start` would find it, while something is done with it. */
export async function withInstallation<Result>(work: (env: Env, redisUrl: string) => Promise<Result>): Promise<Result> {
  const isDemo = !process.env.REDIS_URL && !process.env.UPSTASH_REDIS_REST_URL;
  const { address, stop } = await productRedis();
  try {
    if (address.transport === "rest") {
      throw new SetUpError("经 REST 的 Redis(Upstash)不能这样备份和恢复：用它自己的备份，或设 REDIS_URL。");
    }
    return await work(installationEnv(isDemo, address.url), address.url);
  } finally {
    await stop();
  }
}

function installationEnv(isDemo: boolean, redisUrl: string): Env {
  const dataFolder = path.resolve(root, process.env.YIZHAN_DATA || ".yizhan");
  const everywhere = { ...process.env, PHOTO_FOLDER: process.env.PHOTO_FOLDER || path.join(dataFolder, "photos") };
  try {
    if (!isDemo) return readEnv(everywhere);
    const { tokenSecret, encryptionKey } = openDemoSecrets(dataFolder);
    const own = { YIZHAN_MODE: "demo", REDIS_URL: redisUrl, TOKEN_SECRET: tokenSecret, ENCRYPTION_KEY: encryptionKey };
    return readEnv({ ...everywhere, ...own });
  } catch (error) {
    if (error instanceof SetUpError) throw error;
    throw new SetUpError(error instanceof Error ? error.message : String(error));
  }
}

/** The same in every backup of an installation, and tells nothing of its key. */
export function installationMark({ fingerprint }: { fingerprint: (text: string) => string }): string {
  return fingerprint("backups of this installation");
}

/** What went wrong, for whoever ran a command. */
export function explanation(error: unknown): string {
  if (error instanceof SetUpError) return error.message;
  const trouble = redisTrouble(error);
  if (trouble?.state === "down") return "连不上 Redis。";
  if (trouble !== null) return `Redis 现在不收(${trouble.reason})。`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
