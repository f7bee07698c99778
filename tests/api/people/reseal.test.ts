import { describe, expect, it } from "vitest";
import { resealSome } from "../../../api/people/reseal.js";
import { createTextSealer } from "../../../api/people/sealed-text.js";
import { keys } from "../../../api/redis/keys.js";
import { sealedDependencies } from "../../../api/wiring/redis-dependencies.js";
import { givenUser } from "../../support/given-user.js";
import { TEST_KEY, TRANSPORTS, testApp } from "../../support/test-app.js";
import { liveUnderNames, WORDS } from "./name-world.js";

const NEW_KEY = Buffer.alloc(32, 9).toString("base64");
const during = createTextSealer({ current: NEW_KEY, old: [TEST_KEY], identity: TEST_KEY });
const after = createTextSealer({ current: NEW_KEY, old: [], identity: TEST_KEY });
const MOST_RUNS = 20;

describe.each(TRANSPORTS)("what people are called and say under another key, over %s", (transport) => {
  const test = testApp(transport);

  const under = (sealer: typeof during) => ({
    ...test.deps,
    ...sealedDependencies(test.connection.redis, sealer),
    sealer,
  });
  async function resealAll(deps = under(during)): Promise<number> {
    let changed = 0;
    for (let run = 0; run < MOST_RUNS; run++) changed += (await resealSome(deps)).changed;
    expect(await deps.reseals.read()).toMatchObject({ part: "whole", keyId: during.currentKeyId });
    return changed;
  }
  /** All of it, read with a ring. */
  async function readAll(sealer: typeof during, { sessionId, code }: { sessionId: string; code: string }) {
    const { users, invitations, classReadings, appeals, reports, clock } = under(sealer);
    const { people } = await users.roleHolders(null, 10);
    const roster = await classReadings.roster(clock(), sessionId);
    const [booking] = roster?.entries ?? [];
    const [appeal] = await appeals.findMany([booking?.booking.id ?? ""]);
    const [task] = await reports.newestTasks("st_own");
    const [told] = await reports.withReports(task ? [task] : []);
    return [
      people.map(({ name }) => name).includes(WORDS.officer),
      (await invitations.find(code))?.name,
      roster?.entries.map(({ booking: { calledBy } }) => calledBy).sort(),
      [appeal?.calledBy, appeal?.text, appeal?.reply],
      told?.reports.map(({ note }) => note),
    ];
  }

  it("is all there under the new key alone, after the job", async () => {
    const { session, invitationCode } = await liveUnderNames(test);
    const asked = { sessionId: session.id, code: invitationCode };
    const before = await readAll(during, asked);
    expect(before).toEqual([
      true,
      WORDS.invited,
      [WORDS.booked, WORDS.walkedIn].sort(),
      [WORDS.booked, WORDS.appeal, WORDS.reply],
      [WORDS.note],
    ]);
    await expect(readAll(after, asked)).rejects.toThrow("not in the ring");
    expect(await resealAll()).toBeGreaterThan(5);
    expect(await readAll(after, asked)).toEqual(before);
    expect(await resealAll()).toBe(0);
  });

  it("is sealed where an earlier version kept it in clear, also where that version had sealed all it knew of", async () => {
    const user = givenUser({ name: WORDS.booked });
    await test.connection.redis.set(keys.user(user.id), JSON.stringify(user));
    await test.connection.redis.hset(keys.reseal, { keyId: during.currentKeyId, part: "done", cursor: "0" });
    const { users } = under(during);
    expect(await users.find(user.id)).toEqual(user);
    expect(await resealAll()).toBe(1);
    expect(await test.connection.redis.get(keys.user(user.id))).not.toContain(WORDS.booked);
    expect(await under(after).users.find(user.id)).toEqual(user);
  });

  it("is changed from what it was, however that was written", async () => {
    const user = givenUser({ name: WORDS.booked });
    await test.connection.redis.set(keys.user(user.id), JSON.stringify(user));
    const { users } = under(during);
    const renamed = { ...user, name: WORDS.renamed };
    expect(await users.change({ before: { ...user, name: "别人" }, after: renamed })).toBe("conflict");
    expect(await users.change({ before: null, after: renamed })).toBe("conflict");
    expect(await users.change({ before: user, after: renamed })).toBe("stored");
    expect(await users.change({ before: user, after: renamed })).toBe("conflict");
    expect(await users.find(user.id)).toEqual(renamed);
  });

  it("opens under no other record's id", async () => {
    const [one, other] = [givenUser(), givenUser()];
    const { users } = under(during);
    for (const user of [one, other]) await users.put(user);
    const swapped = JSON.parse((await test.connection.redis.get<string>(keys.user(one.id))) ?? "");
    await test.connection.redis.set(keys.user(other.id), JSON.stringify({ ...swapped, id: other.id }));
    await expect(users.find(other.id)).rejects.toThrow();
  });
});
