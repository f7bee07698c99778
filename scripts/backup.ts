/** `npm run backup -- FILE`: the whole installation at one moment, without its secrets, in one file. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { isKeptInBackups } from "../api/redis/kept-keys.js";
import { readTcpAddress } from "../api/redis/tcp-address.js";
import { connectRaw } from "../api/redis/tcp-requester.js";
import { version } from "../api/version.js";
import { writeArchive } from "./backup/archive.js";
import { explanation, installationMark, withInstallation } from "./backup/installation.js";
import { allKeys, countsOf, type PrivateCopy, photoNamesIn, withPrivateCopy } from "./backup/private-copy.js";
import { findExecutable } from "./set-up/executables.mjs";
import { SetUpError } from "./set-up/set-up-error.mjs";

const USAGE = `用法：npm run backup -- 文件

  把这一刻的数据和照片存进一个文件；密钥、登录和邀请码不在里面`;

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(`✗ ${explanation(error)}`);
  return 1;
});

/** @returns the exit code: 0 backed up, 1 not, 2 misused */
async function main(words: string[]): Promise<number> {
  const file = readChoice(words);
  if (file === null) {
    console.error(USAGE);
    return 2;
  }
  if (existsSync(file)) throw new SetUpError(`${file} 已经有了，换一个名字。`);
  const manifest = await withInstallation((env, redisUrl) =>
    withPrivateCopy(
      env,
      (snapshotFile) => takeSnapshot(redisUrl, snapshotFile),
      async (copy, snapshotFile) => {
        const madeAt = Date.now();
        await keepWhatBelongs(copy, databaseOf(redisUrl));
        const { tcp } = copy.raw;
        await tcp.call("SAVE");
        const { deps } = copy;
        const redisVersion = /redis_version:(\S+)/.exec(await tcp.info("server"))?.[1] ?? "";
        const photos = { names: photoNamesIn(copy), get: async (name: string) => deps.photoFiles?.get(name) ?? null };
        const installation = installationMark(deps);
        const keyId = deps.sealer.currentKeyId;
        const counts = await countsOf(copy);
        return writeArchive(file, snapshotFile, photos, { version, redisVersion, madeAt, keyId, installation, counts });
      },
    ),
  );
  const { counts, photos } = manifest;
  console.log(`✓ 备份好了：${file}`);
  console.log(`  驿站 ${counts.stations}  账号 ${counts.people}  课 ${counts.classes}  报名 ${counts.bookings}`);
  console.log(`  心愿 ${counts.wishes}  反馈 ${counts.reports}  照片文件 ${photos}`);
  console.log("  密钥不在里面：另外保管。备份最多留 180 天。");
  return 0;
}

function readChoice(words: string[]): string | null {
  try {
    const { positionals } = parseArgs({ args: words, allowPositionals: true });
    const [file, ...more] = positionals;
    return file === undefined || more.length > 0 ? null : path.resolve(file);
  } catch {
    return null;
  }
}

/**
 * One moment of the server that holds what belongs together: what Redis gives a replica that begins. The program that
 * comes with Redis asks for it, and is never taken for a replica.
 */
async function takeSnapshot(redisUrl: string, snapshotFile: string): Promise<void> {
  const { holder, close } = await connectRaw(redisUrl);
  const { host, port } = holder();
  close();
  const program = redisCli();
  const { username, password, tls } = accessOf(redisUrl);
  const words = ["-h", host, "-p", String(port), ...(tls ? ["--tls"] : [])];
  if (username !== undefined) words.push("--user", username);
  const env = { ...process.env, ...(password === undefined ? {} : { REDISCLI_AUTH: password }) };
  const said = await new Promise<{ code: number | null; text: string }>((resolve, reject) => {
    const child = spawn(program, [...words, "--rdb", snapshotFile], { env, stdio: ["ignore", "ignore", "pipe"] });
    let text = "";
    child.stderr.on("data", (chunk) => {
      text = `${text}${chunk}`.slice(-2_000);
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve({ code, text }));
  });
  if (said.code !== 0 || !existsSync(snapshotFile)) {
    throw new SetUpError("Redis 没有给出快照(它要允许 SYNC，租来的往往不允许，那就用它自己的备份):", said.text.trim());
  }
}

function redisCli(): string {
  const beside = process.env.REDIS_SERVER_PATH;
  const env = beside ? { ...process.env, PATH: `${path.dirname(beside)}:${process.env.PATH ?? ""}` } : process.env;
  const found = findExecutable(["redis-cli", "valkey-cli"], env);
  if (found === null) throw new SetUpError("没有找到 redis-cli：它和 redis-server 一起装(Debian:redis-tools)。");
  return found;
}

function accessOf(redisUrl: string): { username?: string; password?: string; tls: boolean } {
  const address = readTcpAddress(redisUrl);
  if (address === null) throw new Error("the address was read before");
  if (address.topology !== "single") return address;
  const { username, password, protocol } = new URL(address.url);
  return {
    tls: protocol === "rediss:",
    ...(username === "" ? {} : { username: decodeURIComponent(username) }),
    ...(password === "" ? {} : { password: decodeURIComponent(password) }),
  };
}

/** Which of a server's databases is ours. */
function databaseOf(redisUrl: string): number {
  return readTcpAddress(redisUrl)?.topology === "single" ? Number(new URL(redisUrl).pathname.slice(1) || 0) : 0;
}

/** Takes everything out of a copy that no backup holds, the databases of others too. */
async function keepWhatBelongs({ raw: { tcp, primaries } }: PrivateCopy, database: number): Promise<void> {
  for (const server of primaries()) {
    if (database !== 0) await server.swapdb(0, database);
    for (const [, other] of (await server.info("keyspace")).matchAll(/^db(\d+):/gm)) {
      if (other === undefined || other === "0") continue;
      await server.select(Number(other));
      await server.flushdb();
      await server.select(0);
    }
    for await (const found of allKeys(server)) {
      const left = found.filter((key) => !isKeptInBackups(key));
      if (left.length > 0) await tcp.del(...left);
    }
  }
}
