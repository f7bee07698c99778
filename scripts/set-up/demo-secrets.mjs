// @ts-check
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SetUpError } from "./set-up-error.mjs";

/**
 * The signing and encryption keys of a demo installation: made on its first start, then the same for good, because
 * sign-ins and stored phone numbers are only readable with them.
 * @param {string} dataFolder
 * @returns {{ tokenSecret: string, encryptionKey: string }} base64url text, and base64 of 32 bytes
 * @throws {SetUpError} when the file is there but not readable as secrets
 */
export function openDemoSecrets(dataFolder) {
  const file = path.join(dataFolder, "secrets.json");
  const unfinished = `${file}.${process.pid}`;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const fresh = {
    tokenSecret: randomBytes(48).toString("base64url"),
    encryptionKey: randomBytes(32).toString("base64"),
  };
  try {
    // There as a whole or not at all, and never in place of one that is there: a start may be killed at any moment.
    writeFileSync(unfinished, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flush: true });
    linkSync(unfinished, file);
    return fresh;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
  return parseSecrets(file);
}

/** @param {string} file */
function parseSecrets(file) {
  try {
    const { tokenSecret, encryptionKey } = JSON.parse(readFileSync(file, "utf8"));
    const isComplete =
      typeof tokenSecret === "string" &&
      tokenSecret.length >= 32 &&
      typeof encryptionKey === "string" &&
      Buffer.from(encryptionKey, "base64").length === 32;
    if (isComplete) return { tokenSecret, encryptionKey };
  } catch {
    // Said below, with what to do about it.
  }
  throw new SetUpError(
    `${file} 读不出来。请从备份恢复它；如果演示数据可以不要，删除整个文件夹 ${path.dirname(file)} 再启动。`,
    `${file} does not hold the secrets it should. Restore it, or remove the whole folder to start with empty demo data.`,
  );
}
