/**
 * `npm run restore -- FILE [--check]`: puts a backup into an empty installation, or only tries whether that would
 * work.
 */
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { isDeepStrictEqual, parseArgs } from "node:util";
import type { Dependencies } from "../api/dependencies.js";
import { JOBS } from "../api/jobs/job-list.js";
import { deleteAccount } from "../api/people/delete-account.js";
import { wasDeletedSince } from "../api/people/deletion-notes.js";
import { connectRaw, type RawConnection } from "../api/redis/tcp-requester.js";
import { DAY_MS } from "../shared/common/time.js";
import { checkArchive, eachPhoto, type Manifest } from "./backup/archive.js";
import { explanation, installationMark, withInstallation } from "./backup/installation.js";
import { allKeys, countsOf, type PrivateCopy, peopleIn, photoNamesIn, withPrivateCopy } from "./backup/private-copy.js";
import { SetUpError } from "./set-up/set-up-error.mjs";

const USAGE = `用法：npm run restore -- 文件 [--check]

  先停掉服务。Redis 要是空的；--check 只试，什么也不写`;
/** How long backups may be kept. */
const KEPT_DAYS = 180;
const MOST_ROUNDS = 10_000;

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(`✗ ${explanation(error)}`);
  return 1;
});

/** @returns the exit code: 0 restored or sound, 1 not, 2 misused */
async function main(words: string[]): Promise<number> {
  const choices = readChoices(words);
  if (choices === null) {
    console.error(USAGE);
    return 2;
  }
  const { file, isCheck } = choices;
  const folder = await mkdtemp(path.join(tmpdir(), "yizhan-restore-"));
  try {
    const storeFile = path.join(folder, "store.rdb");
    const manifest = await checkArchive(file, storeFile);
    showManifest(file, manifest);
    await withInstallation(async (env, redisUrl) => {
      if (!isCheck) await withRaw(redisUrl, requireEmpty);
      await withPrivateCopy(
        env,
        (snapshotFile) => copyFile(storeFile, snapshotFile),
        async (copy) => {
          await tryOut(copy, manifest);
          if (isCheck) return;
          const { photoFiles } = copy.deps;
          // Pictures first: a photo that nobody names shows nothing, a named one that is missing does.
          const named = new Set<string>();
          for await (const name of photoNamesIn(copy)) named.add(name);
          await eachPhoto(file, async (name, jpeg) => {
            if (named.has(name)) await photoFiles?.put(name, jpeg);
          });
          await withRaw(redisUrl, async (target) => {
            await requireEmpty(target);
            await moveAll(copy.raw, target);
          });
        },
      );
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(isCheck ? "✓ 这份备份能恢复。什么也没有写。" : "✓ 恢复好了。现在启动服务，人人重新登录一次。");
  if (!isCheck) console.log("  备份以后收回的身份会回来：请看一遍管理员和站长的名单。");
  return 0;
}

function readChoices(words: string[]): { file: string; isCheck: boolean } | null {
  try {
    const { positionals, values } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { check: { type: "boolean" } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return null;
    return { file: path.resolve(file), isCheck: values.check ?? false };
  } catch {
    return null;
  }
}

function showManifest(file: string, { madeAt, version, counts, photos, photosGone }: Manifest): void {
  const made = new Date(madeAt).toLocaleString("zh-CN", { timeZone: "Asia/Shanghai", hour12: false });
  console.log(`▸ ${file}:${made}，版本 ${version}，每一部分都和存的时候一样`);
  console.log(`  驿站 ${counts.stations}  账号 ${counts.people}(有身份的 ${counts.roleHolders})  课 ${counts.classes}`);
  console.log(`  报名 ${counts.bookings}  心愿 ${counts.wishes}  反馈 ${counts.reports}  待办 ${counts.tasks}`);
  console.log(`  照片文件 ${photos}${photosGone > 0 ? `(备份时已删的 ${photosGone})` : ""}`);
  if (Date.now() - madeAt > KEPT_DAYS * DAY_MS) console.log(`  ! 它超过 ${KEPT_DAYS} 天了：恢复以后请删掉这个文件。`);
}

/** Whether the program can work with a copy; who was deleted since, and what is too old, goes out of it. */
async function tryOut(copy: PrivateCopy, manifest: Manifest): Promise<void> {
  const { deps } = copy;
  if (manifest.installation !== installationMark(deps) || !deps.sealer.holdsKey(manifest.keyId)) {
    throw new SetUpError(
      "这份备份是用别的密钥加密的：请设当时的 ENCRYPTION_KEY(换过密钥的，还要 ENCRYPTION_KEYS_OLD 和 IDENTITY_KEY)。",
    );
  }
  // What expires by itself may be gone since; everything else has to be there.
  const { keys: foundKeys, ...found } = await countsOf(copy);
  const { keys: writtenKeys, ...written } = manifest.counts;
  if (foundKeys > writtenKeys || !isDeepStrictEqual(found, written)) {
    throw new SetUpError("备份里的数目和它自己写的对不上，什么也没有恢复。");
  }
  const deleted = await deleteAgain(copy);
  const cleaned = await cleanUp(deps);
  console.log(`▸ 在单独的 Redis 里试过了：又注销了 ${deleted} 个备份以后注销的账号，清掉了 ${cleaned} 条过期的`);
}

async function deleteAgain(copy: PrivateCopy): Promise<number> {
  const { deps } = copy;
  let deleted = 0;
  for (const id of await peopleIn(copy)) {
    const user = await deps.users.find(id);
    if (user === null || !(await wasDeletedSince(deps, user))) continue;
    await deleteAccount(quiet(deps), { user, author: { userId: null, role: null, way: "command" } });
    deleted += 1;
  }
  return deleted;
}

/** Runs the jobs that delete what people gave until they find nothing more. */
async function cleanUp(deps: Dependencies): Promise<number> {
  let cleaned = 0;
  for (const job of JOBS.filter(({ isRecorded }) => isRecorded)) {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const { changed } = await job.run(quiet(deps));
      cleaned += changed;
      if (changed === 0) break;
    }
  }
  return cleaned;
}

/** A trial notes nothing outside its copy. */
function quiet<Deps extends Pick<Dependencies, "photoFiles">>(deps: Deps): Deps {
  return { ...deps, photoFiles: null };
}

async function withRaw(redisUrl: string, work: (target: RawConnection) => Promise<void>): Promise<void> {
  const target = await connectRaw(redisUrl);
  try {
    await work(target);
  } finally {
    target.close();
  }
}

async function requireEmpty({ primaries }: RawConnection): Promise<void> {
  for (const server of primaries()) {
    if ((await server.dbsize()) === 0) continue;
    throw new SetUpError(
      "这里的 Redis 不是空的，什么也没有恢复。先停掉服务，换一个空的 Redis；确定不要里面的东西，就自己用 FLUSHALL 清空。",
    );
  }
}

/** Moves every key as it is; where one fails, those that were moved are taken back. */
async function moveAll(from: RawConnection, { tcp }: RawConnection): Promise<void> {
  const moved = new Set<string>();
  try {
    for (const server of from.primaries()) {
      for await (const found of allKeys(server)) {
        for (const key of found) {
          if (moved.has(key)) continue;
          const [value, left] = [await server.dumpBuffer(key), await server.pttl(key)];
          if (value === null || left === 0) continue;
          await tcp.restore(key, Math.max(left, 0), value);
          moved.add(key);
        }
      }
    }
  } catch (error) {
    for (const key of moved) await tcp.unlink(key);
    throw error;
  }
}
