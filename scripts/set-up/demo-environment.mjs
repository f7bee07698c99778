// @ts-check
import path from "node:path";
import { openDemoSecrets } from "./demo-secrets.mjs";

/**
 * What the server of a demo is told: its Redis, and the keys that it has had since its first start.
 * @param {import("./embedded-redis.mjs").EmbeddedRedis} redis
 * @param {string} dataFolder
 * @returns {Record<string, string>}
 */
export function demoEnvironment(redis, dataFolder) {
  const { tokenSecret, encryptionKey } = openDemoSecrets(dataFolder);
  return { YIZHAN_MODE: "demo", REDIS_URL: redis.url, TOKEN_SECRET: tokenSecret, ENCRYPTION_KEY: encryptionKey };
}

/**
 * Where the pictures of stations are kept.
 * @param {string} dataFolder
 */
export function photoFolder(dataFolder) {
  return process.env.PHOTO_FOLDER || path.join(dataFolder, "photos");
}
