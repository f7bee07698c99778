// @ts-check
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { withLock } from "./folder-lock.mjs";
import { tryPort } from "./free-port.mjs";
import { processEnds, processIsAlive } from "./living-processes.mjs";
import { askRedis } from "./redis-question.mjs";
import { SetUpError } from "./set-up-error.mjs";

const HOST = "127.0.0.1";
/** Loading a large append-only file takes a while; a server that is alive is given that time. */
const START_TIMEOUT_MS = 60_000;
/** A process that was just started may not listen yet. */
const FIRST_ANSWER_MS = 2_000;
const STOP_TIMEOUT_MS = 30_000;

/**
 * @typedef {object} EmbeddedRedis
 * @property {string} url `redis://127.0.0.1:port`
 * @property {number} port
 * @property {number} pid
 * @property {"started" | "adopted" | "shared"} origin started now; left running by a start that was killed; or run by
 *   another process that is alive
 * @property {Promise<string>} ended settles with the last lines of its log when the server is gone, whoever ended it
 * @property {() => Promise<void>} stop saves and ends the server, unless another living process uses it: the last one
 *   ends it
 *
 * @typedef {object} RedisRecord what `redis.json` holds while it runs
 * @property {number} port
 * @property {number} pid
 * @property {number} ownerPid the process that is to end it
 * @property {number[]} [sharerPids] those that use it beside the owner; one of them is the owner when that one goes
 */

/**
 * The product's own Redis: a real server as a private child process on loopback, its data in `<dataFolder>/redis`.
 * @param {{ dataFolder: string, redisServer: () => Promise<string>, settings?: Record<string, string> }} options
 *   `redisServer` finds the program, and is asked only when none runs yet; `settings` differ from the product's own
 * @returns {Promise<EmbeddedRedis>}
 * @throws {SetUpError} when it does not come up
 */
export async function openEmbeddedRedis({ dataFolder, redisServer, settings = {} }) {
  mkdirSync(path.join(dataFolder, "redis"), { recursive: true, mode: 0o700 });
  const folder = realpathSync(path.join(dataFolder, "redis"));
  const recordFile = path.join(dataFolder, "redis.json");
  return withRecord(recordFile, async () => {
    const running = await findRunning(recordFile, folder);
    if (!running) {
      return describe(await launch(await redisServer(), folder, recordFile, settings), "started", recordFile);
    }
    const others = usersOf(running);
    writeRecord(recordFile, { ...running, ...namedUsers([...others, process.pid]) });
    return describe(running, others.length > 0 ? "shared" : "adopted", recordFile);
  });
}

/**
 * @template T
 * @param {string} recordFile
 * @param {() => Promise<T>} work reads and changes the record, which nobody else does meanwhile
 */
function withRecord(recordFile, work) {
  return withLock(recordFile.replace(/json$/, "lock"), work);
}

/**
 * The living processes that use a server, its owner first.
 * @param {RedisRecord} record
 */
function usersOf({ ownerPid, sharerPids = [] }) {
  return [ownerPid, ...sharerPids].filter(processIsAlive);
}

/**
 * @param {number[]} pids at least one; the first is the owner
 * @returns {Pick<RedisRecord, "ownerPid" | "sharerPids">}
 */
function namedUsers(pids) {
  const [ownerPid = process.pid, ...sharerPids] = new Set(pids);
  return sharerPids.length > 0 ? { ownerPid, sharerPids } : { ownerPid };
}

/**
 * The server of `redis.json`, if it still answers and its data is in our folder: process ids and ports get reused.
 * @param {string} recordFile
 * @param {string} folder
 * @returns {Promise<RedisRecord | null>}
 */
async function findRunning(recordFile, folder) {
  const record = readRecord(recordFile);
  if (!record || !processIsAlive(record.pid)) return null;
  return (await isOurs(record, folder, FIRST_ANSWER_MS)) ? record : null;
}

/**
 * @param {RedisRecord} record
 * @param {string} folder
 * @param {number} patienceMs how long a port that refuses is tried again; a server that is loading gets longer
 */
async function isOurs({ port, pid }, folder, patienceMs) {
  const startedAt = Date.now();
  while (processIsAlive(pid)) {
    const pong = await askRedis(port, ["PING"]);
    if (pong === "PONG") {
      const dir = await askRedis(port, ["CONFIG", "GET", "dir"]);
      return Array.isArray(dir) && dir[1] === folder;
    }
    const isLoading = pong instanceof Error && pong.message.startsWith("LOADING");
    if (Date.now() - startedAt > (isLoading ? START_TIMEOUT_MS : patienceMs)) return false;
    await wait(25);
  }
  return false;
}

/**
 * @param {string} redisServer
 * @param {string} folder
 * @param {string} recordFile
 * @param {Record<string, string>} settings
 * @returns {Promise<RedisRecord>}
 */
async function launch(redisServer, folder, recordFile, settings) {
  const logFile = path.join(folder, "redis.log");
  // Another program may take the port between finding it free and using it; then the server exits and we choose again.
  for (let attempt = 0; attempt < 3; attempt++) {
    const free = await tryPort(HOST, 0);
    if (!("port" in free)) break;
    const child = spawn(redisServer, serverArguments({ ...ownSettings(free.port, folder, logFile), ...settings }), {
      cwd: folder,
      stdio: "ignore",
      // Its own process group: Ctrl-C must reach the web server first and this one last.
      detached: true,
    });
    const pid = child.pid;
    if (pid === undefined) break;
    child.unref();
    const record = { port: free.port, pid, ownerPid: process.pid };
    writeRecord(recordFile, record);
    if (await isOurs(record, folder, START_TIMEOUT_MS)) return record;
    child.kill("SIGKILL");
    rmSync(recordFile, { force: true });
  }
  throw new SetUpError(
    `Redis 没有启动起来(${redisServer})，日志在 ${logFile}:`,
    `Redis did not start; its log ends with:`,
    lastLines(logFile),
  );
}

/**
 * @param {number} port
 * @param {string} folder
 * @param {string} logFile
 */
function ownSettings(port, folder, logFile) {
  return {
    port: String(port),
    bind: HOST,
    "protected-mode": "yes",
    dir: folder,
    appendonly: "yes",
    // A power cut takes nothing that was acknowledged: docs/deploy.md says what the other settings lose.
    appendfsync: "always",
    save: "3600 1",
    daemonize: "no",
    logfile: logFile,
    loglevel: "notice",
  };
}

/** @param {Record<string, string>} settings */
function serverArguments(settings) {
  return Object.entries(settings).flatMap(([name, value]) => [
    `--${name}`,
    ...(name === "save" ? value.split(" ") : [value]),
  ]);
}

/**
 * @param {RedisRecord} record
 * @param {EmbeddedRedis["origin"]} origin
 * @param {string} recordFile
 * @returns {EmbeddedRedis}
 */
function describe(record, origin, recordFile) {
  const { port, pid } = record;
  const ended = watch(pid);
  return {
    url: `redis://${HOST}:${port}`,
    port,
    pid,
    origin,
    ended: ended.then(() => lastLines(path.join(path.dirname(recordFile), "redis", "redis.log"))),
    stop: () =>
      withRecord(recordFile, async () => {
        const now = readRecord(recordFile);
        if (now?.pid !== pid) return;
        const others = usersOf(now).filter((user) => user !== process.pid);
        if (others.length > 0) return writeRecord(recordFile, { port, pid, ...namedUsers(others) });
        await shutDown(port, pid);
        rmSync(recordFile, { force: true });
      }),
  };
}

/**
 * @param {number} port
 * @param {number} pid
 */
async function shutDown(port, pid) {
  // The reply never comes when it works: the server is gone. When it cannot save, it says so and stays; what was
  // written is in the append-only file all the same.
  const reply = await askRedis(port, ["SHUTDOWN", "SAVE"], STOP_TIMEOUT_MS);
  if (reply instanceof Error && reply.name === "ReplyError")
    await askRedis(port, ["SHUTDOWN", "NOSAVE"], STOP_TIMEOUT_MS);
  if (await processEnds(pid, STOP_TIMEOUT_MS)) return;
  process.kill(pid, "SIGKILL");
  await processEnds(pid, STOP_TIMEOUT_MS);
}

/**
 * Settles when the process is gone. It polls, as an adopted server is nobody's child; it never keeps this process alive.
 * @param {number} pid
 * @returns {Promise<void>}
 */
function watch(pid) {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (processIsAlive(pid)) return;
      clearInterval(timer);
      resolve();
    }, 300);
    timer.unref();
  });
}

/**
 * @param {string} file
 * @returns {RedisRecord | null}
 */
function readRecord(file) {
  try {
    const record = JSON.parse(readFileSync(file, "utf8"));
    return [record.port, record.pid, record.ownerPid].every(Number.isInteger) ? record : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} file
 * @param {RedisRecord} record
 */
function writeRecord(file, record) {
  try {
    writeFileSync(`${file}.new`, `${JSON.stringify(record)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } finally {
    rmSync(`${file}.new`, { force: true });
  }
}

/** @param {string} file */
function lastLines(file) {
  try {
    return readFileSync(file, "utf8").trim().split("\n").slice(-8).join("\n");
  } catch {
    return "(no log)";
  }
}
