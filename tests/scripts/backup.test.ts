import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { User } from "../../shared/people/user.js";
import { givenStation } from "../support/given.js";
import { givenSession } from "../support/given-class.js";
import { givenPhotoFile } from "../support/given-photo.js";
import { givenKeeper, givenOfficer, givenUser } from "../support/given-user.js";
import { givenWish } from "../support/given-wish.js";
import { startLocalCluster } from "../support/local-cluster.js";
import { type LocalRedis, startLocalRedis } from "../support/local-redis.js";
import { isIn } from "../support/redis-dump.js";
import { asOneRedis } from "../support/shared-cluster.js";
import { startTestApp, TEST_KEY, type TestApp } from "../support/test-app.js";

const TOKEN_SECRET = "a secret for tests that is long enough";
const PASSWORD = "the-password-of-redis";
const TEN_MINUTES = 600_000;

describe("npm run backup and npm run restore", () => {
  let folder: string;
  let first: TestApp;
  let second: TestApp;
  let backup: string;
  let invitation: string;
  let firstLists: unknown;
  let signInToken: string;
  const startedAt = Date.now();
  const officer = givenOfficer("640104");
  const keeper = givenKeeper("st_own");
  const booker = givenUser({ name: "报名的人" });
  const leaver = givenUser({ name: "要走的人" });
  const returner = givenUser({ name: "走了又来的人" });
  const session = givenSession({ startsAt: startedAt + 5 * 86_400_000 });

  const photoFolder = (test: TestApp) => join(tmpdir(), `yizhan-photos-${test.local.port}-${process.pid}`);

  /** Runs a command with nothing in its environment but what an installation sets. */
  const run = (script: string, words: string[], env: NodeJS.ProcessEnv) =>
    new Promise<{ code: number | null; said: string }>((resolve, reject) => {
      const { PATH, HOME, REDIS_SERVER_PATH } = process.env;
      const own = { PATH, HOME, REDIS_SERVER_PATH, TOKEN_SECRET, ENCRYPTION_KEY: TEST_KEY };
      const child = spawn(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...words], {
        env: { ...own, PUBLIC_URL: "https://yizhan.example.cn", ...env },
      });
      let said = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
      child.once("error", reject);
      child.once("exit", (code) => resolve({ code, said }));
    });
  const redisOf = ({ port }: LocalRedis) => `redis://:${PASSWORD}@127.0.0.1:${port}`;
  const restore = (into: LocalRedis, words: string[], photos: string, env: NodeJS.ProcessEnv = {}) =>
    run("restore", words, { REDIS_URL: redisOf(into), PHOTO_FOLDER: photos, ...env });

  /** Everything that the lists say, to those who may ask. */
  async function lists(test: TestApp, asked: User[]): Promise<unknown> {
    const answers: Record<string, unknown> = {};
    const paths = [
      ...["stations?limit=50", "stations/st_own", "stations/mine", "districts", "classes", "courses", "people"],
      ...[`classes/${session.id}`, `classes/${session.id}/roster`, "bookings/mine", "me"],
      ...["wishes", "wishes/mine", "wishes/open?districtCode=640104", "wishes/units?districtCode=640104"],
      ...["tasks", "reports/mine", "audit", "photos/waiting", "uniformity"],
    ];
    for (const user of asked) {
      const token = await test.signInAs(user);
      for (const path of paths) {
        const { status, body } = await test.call("GET", `/api/${path}`, { token });
        answers[`${user.name} ${path}`] = { status, body: status === 200 ? body : null };
      }
    }
    return answers;
  }

  async function pictures(test: TestApp): Promise<string[]> {
    const token = await test.signInAs(officer);
    const station = await test.call<{ photos: { url: string }[] }>("GET", "/api/stations/st_own", { token });
    return Promise.all(
      station.body.photos.map(async ({ url }) =>
        Buffer.from(await (await test.app.request(url)).arrayBuffer()).toString("base64"),
      ),
    );
  }

  /** Another installation's Redis, with nothing in it. */
  const emptyApp = async () => {
    const test = await startTestApp();
    // The commands go by the machine's clock, and both apps by one moment of it.
    test.setNow(startedAt);
    test.passWallTime(startedAt - test.deps.wallClock());
    await test.local.control.config("SET", "requirepass", PASSWORD);
    return test;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "yizhan-backups-"));
    backup = join(folder, "store.tar");
    [first, second] = [await emptyApp(), await emptyApp()];
    await first.local.control.config("SET", "repl-diskless-sync-delay", "0");
    await first.store(givenStation({ id: "st_own" }), givenStation({ id: "st_two", name: "另一家驿站" }));
    for (const user of [officer, keeper, booker, leaver, returner]) await first.deps.users.put(user);
    await first.deps.openIds.put(leaver.id, "the-open-id-of-who-leaves");
    const keeperToken = await first.signInAs(keeper);
    const photo = await first.call("POST", "/api/stations/st_own/photos?of=entrance", {
      token: keeperToken,
      body: await givenPhotoFile(),
      headers: { "content-type": "image/jpeg" },
    });
    expect(photo.status).toBe(201);
    await first.deps.classSessions.put({ session, previous: null });
    for (const user of [booker, leaver]) {
      const token = await first.signInAs(user);
      expect((await first.call("POST", `/api/classes/${session.id}/booking`, { token })).status).toBe(201);
      await givenWish(first.deps, { person: user.id, text: `${user.name}想要一双棉鞋` });
    }
    const officerToken = await first.signInAs(officer);
    const invited = await first.call<{ code: string }>("POST", "/api/invitations", {
      token: officerToken,
      json: { role: "keeper", stationIds: ["st_two"] },
    });
    invitation = invited.body.code;
    signInToken = officerToken;
    firstLists = await lists(first, [officer, keeper, booker, leaver, returner]);
    const redisUrl = redisOf(first.local);
    const made = await run("backup", [backup], { REDIS_URL: redisUrl, PHOTO_FOLDER: photoFolder(first) });
    expect(made).toEqual({ code: 0, said: expect.stringContaining("驿站 2  账号 5  课 1  报名 2") });
  }, TEN_MINUTES);

  afterAll(async () => {
    await first.stop();
    await second.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("holds no secret, no sign-in and no code that opens something", async () => {
    const bytes = [await readFile(backup)];
    expect(isIn(bytes, "另一家驿站")).toBe(true);
    expect(invitation).toMatch(/^[A-Z0-9]{10}$/);
    const [, claims = ""] = signInToken.split(".");
    const signInIds =
      Buffer.from(claims, "base64url")
        .toString()
        .match(/si_[a-z0-9]+/g) ?? [];
    expect(signInIds).toHaveLength(1);
    const secrets = [TEST_KEY, TOKEN_SECRET, PASSWORD, invitation, ...signInIds, "the-open-id-of-who-leaves"];
    for (const secret of secrets) expect([secret, isIn(bytes, secret)]).toEqual([secret, false]);
    expect(isIn(bytes, "想要一双棉鞋")).toBe(false);
  });

  it(
    "only tries with --check, also beside a store that is in use",
    async () => {
      const before = await first.local.control.dbsize();
      const tried = await restore(first.local, [backup, "--check"], photoFolder(first));
      expect(tried).toEqual({ code: 0, said: expect.stringContaining("这份备份能恢复。什么也没有写") });
      expect(await first.local.control.dbsize()).toBe(before);
    },
    TEN_MINUTES,
  );

  it(
    "refuses a store that is not empty",
    async () => {
      const refused = await restore(first.local, [backup], photoFolder(first));
      expect(refused).toEqual({ code: 1, said: expect.stringContaining("不是空的") });
    },
    TEN_MINUTES,
  );

  it.each(["a byte of the store", "a byte of a photo", "the end", "a byte of the counts"])(
    "refuses a file that lost %s",
    async (what) => {
      const bytes = await readFile(backup);
      const damagedFile = join(folder, "damaged.tar");
      const at = {
        "a byte of the store": 700,
        "a byte of a photo": bytes.indexOf("photos/stations/") + 800,
        "the end": bytes.length,
        "a byte of the counts": bytes.indexOf('"madeAt": ') + 11,
      }[what];
      if (at !== undefined && at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ 1;
      await writeFile(damagedFile, what === "the end" ? bytes.subarray(0, bytes.length - 4_000) : bytes);
      const refused = await restore(second.local, [damagedFile], photoFolder(second));
      expect(refused).toEqual({ code: 1, said: expect.stringContaining("坏了或者不完整") });
      expect(await second.local.control.dbsize()).toBe(0);
    },
    TEN_MINUTES,
  );

  it(
    "refuses a backup whose personal data the installation's key does not open",
    async () => {
      const ENCRYPTION_KEY = Buffer.alloc(32, 9).toString("base64");
      const refused = await restore(second.local, [backup], photoFolder(second), { ENCRYPTION_KEY });
      expect(refused).toEqual({ code: 1, said: expect.stringContaining("别的密钥") });
    },
    TEN_MINUTES,
  );

  it(
    "answers after a restore what it answered before, list by list, photos too",
    async () => {
      const restored = await restore(second.local, [backup], photoFolder(second));
      expect(restored).toEqual({ code: 0, said: expect.stringContaining("恢复好了") });
      for (const word of ["另一家驿站", "报名的人想要一双棉鞋", session.id]) {
        expect(JSON.stringify(firstLists)).toContain(word);
      }
      expect(await lists(second, [officer, keeper, booker, leaver, returner])).toEqual(firstLists);
      expect(await pictures(second)).toEqual(await pictures(first));
      expect(await pictures(second)).toHaveLength(1);
      expect(await second.deps.openIds.find(leaver.id)).toBe("the-open-id-of-who-leaves");
    },
    TEN_MINUTES,
  );

  it(
    "deletes again who deleted their account since, and keeps who came back",
    async () => {
      const third = await startLocalRedis();
      await third.control.config("SET", "requirepass", PASSWORD);
      const later = join(folder, "later.tar");
      try {
        first.setNow(Date.now());
        for (const user of [leaver, returner]) {
          expect((await first.call("DELETE", "/api/me", { token: await first.signInAs(user) })).status).toBe(200);
        }
        const restored = await restore(third, [backup], photoFolder(first));
        expect(restored).toEqual({ code: 0, said: expect.stringContaining("又注销了 2 个") });
        expect(await third.control.exists(`{stations}:user:${leaver.id}`)).toBe(0);
        expect(await third.control.exists(`{stations}:user:${booker.id}`)).toBe(1);
        const wishes = Object.values(await third.control.hgetall("{stations}:wishes")).map((text) => JSON.parse(text));
        expect(wishes.map(({ person, state }) => [person, state]).toSorted()).toEqual(
          [
            [booker.id, "submitted"],
            [null, "withdrawn"],
          ].toSorted(),
        );
        await first.deps.users.put({ ...returner, createdAt: Date.now() + 1_000 });
        await run("backup", [later], { REDIS_URL: redisOf(first.local), PHOTO_FOLDER: photoFolder(first) });
        const tried = await restore(third, [later, "--check"], photoFolder(first));
        expect(tried).toEqual({ code: 0, said: expect.stringContaining("又注销了 0 个") });
      } finally {
        await third.stop();
      }
    },
    TEN_MINUTES,
  );

  it(
    "takes out of an old backup what is too old to be kept",
    async () => {
      const closedAt = Date.now() - 200 * 86_400_000;
      const old = join(folder, "old.tar");
      const third = await startLocalRedis();
      await third.control.config("SET", "requirepass", PASSWORD);
      try {
        const wish = await givenWish(first.deps, { state: "fulfilled", closedAt, createdAt: closedAt });
        await run("backup", [old], { REDIS_URL: redisOf(first.local), PHOTO_FOLDER: photoFolder(first) });
        const restored = await restore(third, [old], photoFolder(first));
        expect(restored).toMatchObject({ code: 0 });
        const kept = JSON.parse((await third.control.hget("{stations}:wishes", wish.id)) ?? "{}");
        expect([kept.text, kept.erasedAt === null]).toEqual([null, false]);
      } finally {
        await third.stop();
      }
    },
    TEN_MINUTES,
  );

  it(
    "backs a cluster up, and restores into one",
    async () => {
      const cluster = await startLocalCluster();
      const app = await startTestApp("cluster", [], await asOneRedis(cluster, async () => cluster.stop()));
      const file = join(folder, "cluster.tar");
      const env = { REDIS_URL: cluster.url, PHOTO_FOLDER: photoFolder(first) };
      try {
        await app.store(givenStation({ id: "st_own", name: "集群里的驿站" }));
        const before = await app.call("GET", "/api/stations/st_own");
        expect(await run("backup", [file], env)).toEqual({ code: 0, said: expect.stringContaining("驿站 1") });
        expect(await run("restore", [file], env)).toEqual({ code: 1, said: expect.stringContaining("不是空的") });
        await cluster.clear();
        expect((await app.call("GET", "/api/stations/st_own")).status).toBe(404);
        expect(await run("restore", [file], env)).toEqual({ code: 0, said: expect.stringContaining("恢复好了") });
        expect((await app.call("GET", "/api/stations/st_own")).body).toEqual(before.body);
      } finally {
        await app.stop();
      }
    },
    TEN_MINUTES,
  );

  it("says that Redis is away, and leaves no file behind", async () => {
    const file = join(folder, "none.tar");
    const made = await run("backup", [file], { REDIS_URL: "redis://127.0.0.1:1", PHOTO_FOLDER: folder });
    expect(made).toEqual({ code: 1, said: expect.stringContaining("连不上 Redis") });
    await expect(readFile(file)).rejects.toThrow("ENOENT");
  });
});
