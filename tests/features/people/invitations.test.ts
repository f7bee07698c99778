import { beforeEach, describe, expect, it } from "vitest";
import { beijingDate, beijingDayNumber, DAY_MS } from "../../../shared/common/time.js";
import type { ErrorAnswer } from "../../../shared/contract/error-answer.js";
import type {
  InvitationAnswer,
  InvitationInput,
  InvitationView,
  RoleHolderList,
} from "../../../shared/people/invitation.js";
import { INVITATION_CODE_LENGTH, readShortCode } from "../../../shared/people/short-code.js";
import type { Account, User } from "../../../shared/people/user.js";
import { beijing, givenStation } from "../../support/given.js";
import { givenKeeper, givenOfficer, givenUser } from "../../support/given-user.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const NOON = beijing("2026-11-24T12:00");
const IN_REACH = givenStation({ id: "st_yinchuan", name: "丽景街驿站", district: { code: "640104", text: "兴庆区" } });
const NEXT_DOOR = givenStation({ id: "st_nextdoor", district: { code: "640105", text: "西夏区" } });
const FAR_AWAY = givenStation({ id: "st_zhengzhou", district: { code: "410102", text: "中原区" } });

describe.each(TRANSPORTS)("roles over %s", (transport) => {
  const test = testApp(transport);
  beforeEach(async () => {
    test.setNow(NOON);
    await test.store(IN_REACH, NEXT_DOOR, FAR_AWAY);
  });

  const inviteAs = async (inviter: User, input: InvitationInput) =>
    test.call<InvitationAnswer & ErrorAnswer>("POST", "/api/invitations", {
      token: await test.signInAs(inviter),
      json: input,
    });
  const accept = (code: string, token: string) =>
    test.call<Account & ErrorAnswer>("POST", `/api/invitations/${code}/accept`, { token });
  const keeperOf = (...stationIds: string[]): InvitationInput => ({ role: "keeper", stationIds });
  const officerOf = (...reach: string[]): InvitationInput => ({ role: "officer", reach });

  describe("an invitation", () => {
    it("makes whoever accepts it a keeper, from the next request on", async () => {
      const { status, body } = await inviteAs(givenOfficer("6401"), { ...keeperOf("st_yinchuan"), name: "张站长" });
      expect(status).toBe(201);
      expect(readShortCode(body.url, INVITATION_CODE_LENGTH)).toBe(body.code);
      expect(body.expiresAt).toBe(new Date(NOON + 7 * DAY_MS).toISOString());
      const token = await test.signInAs(givenUser());
      const confirm = () => test.call("POST", "/api/stations/st_yinchuan/confirm", { token, json: {} });
      expect((await confirm()).status).toBe(403);
      const view = await test.call<InvitationView>("GET", `/api/invitations/${body.code}`, { token });
      expect(view.body).toMatchObject({ role: "keeper", stations: [{ id: "st_yinchuan", name: "丽景街驿站" }] });
      expect((await accept(body.code, token)).body).toMatchObject({
        name: "张站长",
        roles: ["worker", "keeper"],
        stationIds: ["st_yinchuan"],
      });
      expect((await confirm()).status).toBe(200);
    });

    it("works for a demo sign-in, which is limited to one role", async () => {
      const { body } = await inviteAs(givenOfficer("64"), keeperOf("st_yinchuan"));
      const token = await test.signIn("worker", "小李");
      expect((await accept(body.code, token)).body.roles).toEqual(["worker", "keeper"]);
      expect((await test.call("POST", "/api/stations/st_yinchuan/confirm", { token, json: {} })).status).toBe(200);
    });

    it("is won by one of many who accept it at once", async () => {
      const { body } = await inviteAs(givenOfficer("6401"), keeperOf("st_yinchuan"));
      const people = Array.from({ length: 12 }, () => givenUser());
      const tokens = await Promise.all(people.map((person) => test.signInAs(person)));
      const replies = await Promise.all(tokens.map((token) => accept(body.code, token)));
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(replies.filter(({ body: { error } }) => error?.code === "invitation_used")).toHaveLength(11);
      const keepers = await test.deps.users.findMany(people.map(({ id }) => id));
      expect(keepers.filter(({ roles }) => roles.includes("keeper"))).toHaveLength(1);
    });

    it("may be accepted again by the same person, and is in the record once", async () => {
      const officer = givenOfficer("6401");
      const { body } = await inviteAs(officer, keeperOf("st_yinchuan"));
      const person = givenUser();
      const token = await test.signInAs(person);
      const replies = await Promise.all([accept(body.code, token), accept(body.code, token)]);
      expect(replies.map(({ status }) => status)).toEqual([200, 200]);
      test.setNow(NOON + 8 * DAY_MS);
      expect((await accept(body.code, token)).body.stationIds).toEqual(["st_yinchuan"]);
      const audit = await test.call<{ entries: object[] }>("GET", `/api/audit?subject=${person.id}`, {
        token: await test.signInAs(officer),
      });
      expect(audit.body.entries).toMatchObject([
        {
          action: "role:grant",
          author: { userId: officer.id, role: "officer" },
          districtCode: "640104",
          from: { roles: ["worker"], stationIds: [] },
          to: { roles: ["worker", "keeper"], stationIds: ["st_yinchuan"] },
        },
      ]);
      // What is kept holds ids: the name is that of today, put in when somebody reads.
      const kept = await test.deps.audit.read({ matches: () => true, cursor: null, limit: 100 });
      expect(JSON.stringify(kept)).not.toContain(person.name);
    });

    it("keeps all of two roles that are accepted at once", async () => {
      const officer = givenOfficer("6401");
      const codes = await Promise.all([
        inviteAs(officer, keeperOf("st_yinchuan")),
        inviteAs(officer, keeperOf("st_nextdoor")),
        inviteAs(officer, officerOf("640104")),
      ]);
      const person = givenUser();
      const token = await test.signInAs(person);
      await Promise.all(codes.map(({ body }) => accept(body.code, token)));
      const { stationIds = [], reach, roles = [] } = (await test.deps.users.find(person.id)) ?? {};
      expect([stationIds.sort(), reach, roles.sort()]).toEqual([
        ["st_nextdoor", "st_yinchuan"],
        ["640104"],
        ["keeper", "officer", "worker"],
      ]);
    });

    it("ends after a week", async () => {
      const { body } = await inviteAs(givenOfficer("6401"), keeperOf("st_yinchuan"));
      const token = await test.signInAs(givenUser());
      test.setNow(NOON + 7 * DAY_MS - 1);
      expect((await test.call("GET", `/api/invitations/${body.code}`, { token })).status).toBe(200);
      test.setNow(NOON + 7 * DAY_MS);
      expect(await accept(body.code, token)).toMatchObject({
        status: 410,
        body: { error: { code: "invitation_expired" } },
      });
    });

    it("is void when its sender may no longer give the role", async () => {
      const officer = givenOfficer("6401");
      const { body } = await inviteAs(officer, keeperOf("st_yinchuan"));
      await test.deps.users.put({ ...officer, reach: ["6402"] });
      expect((await accept(body.code, await test.signInAs(givenUser()))).body.error.code).toBe("invitation_void");
    });

    it("cannot be guessed for long", async () => {
      const { body } = await inviteAs(givenOfficer("6401"), keeperOf("st_yinchuan"));
      const token = await test.signInAs(givenUser());
      for (let guess = 0; guess < 10; guess++) {
        expect((await accept("ABCDEFGHJK", token)).body.error.code).toBe("invitation_not_found");
      }
      expect((await accept(body.code, token)).status).toBe(429);
      expect((await accept(body.code, await test.signInAs(givenUser()))).status).toBe(200);
    });

    it("names stations that are there", async () => {
      const { status, body } = await inviteAs(givenOfficer(""), keeperOf("st_yinchuan", "st_nowhere"));
      expect([status, body.error.fields?.[0]?.path]).toEqual([400, "stationIds"]);
    });
  });

  it("is for divisions that there are: a slip of the finger makes no officer of nowhere", async () => {
    for (const prefix of ["649999", "99"]) {
      const { status, body } = await inviteAs(givenOfficer(""), officerOf("640104", prefix));
      expect([status, body.error.fields]).toMatchObject([
        400,
        [{ path: "reach", message: expect.stringContaining(prefix) }],
      ]);
    }
    for (const prefix of ["", "11", "1101"])
      expect((await inviteAs(givenOfficer(""), officerOf(prefix))).status).toBe(201);
  });

  describe("who may invite whom", () => {
    it.each([
      ["an officer a keeper within reach", givenOfficer("6401"), keeperOf("st_yinchuan", "st_nextdoor"), 201],
      ["an officer a keeper outside", givenOfficer("6401"), keeperOf("st_yinchuan", "st_zhengzhou"), 403],
      ["an officer an officer of the same reach", givenOfficer("6401"), officerOf("6401"), 201],
      ["an officer an officer of a smaller reach", givenOfficer("6401"), officerOf("640104"), 201],
      ["an officer an officer of a larger reach", givenOfficer("6401"), officerOf("64"), 403],
      ["an officer an officer of everywhere", givenOfficer("6401"), officerOf(""), 403],
      ["an officer an officer partly outside", givenOfficer("6401"), officerOf("640104", "4101"), 403],
      ["a keeper a deputy", givenKeeper("st_yinchuan"), keeperOf("st_yinchuan"), 201],
      ["a keeper a keeper of another station", givenKeeper("st_yinchuan"), keeperOf("st_nextdoor"), 403],
      ["a keeper an officer", givenKeeper("st_yinchuan"), officerOf("640104"), 403],
      ["a worker a keeper", givenUser(), keeperOf("st_yinchuan"), 403],
    ])("%s: %#", async (_, inviter, input, status) => {
      expect((await inviteAs(inviter, input)).status).toBe(status);
    });
  });

  describe("taking a role away", () => {
    const revoke = async (officer: User, id: string, role: string) =>
      (await test.call("DELETE", `/api/people/${id}/roles/${role}`, { token: await test.signInAs(officer) })).status;

    it("works at the person's next request, and is in the record", async () => {
      const [officer, keeper] = [givenOfficer("6401"), givenKeeper("st_yinchuan")];
      const token = await test.signInAs(keeper);
      const confirm = () => test.call("POST", "/api/stations/st_yinchuan/confirm", { token, json: {} });
      expect((await confirm()).status).toBe(200);
      expect(await revoke(officer, keeper.id, "keeper")).toBe(200);
      expect((await confirm()).status).toBe(403);
      expect((await test.call<Account>("GET", "/api/me", { token })).body.roles).toEqual(["worker"]);
      const [entry] = (await test.deps.audit.read({ matches: () => true, cursor: null, limit: 1 })).entries;
      expect(entry).toMatchObject({
        action: "role:revoke",
        author: { userId: officer.id },
        subject: { type: "person", id: keeper.id },
        districtCode: "640104",
        from: { roles: ["keeper"], stationIds: ["st_yinchuan"] },
        to: { roles: [], stationIds: [] },
      });
    });

    it("takes what lies within reach and leaves the rest", async () => {
      const keeper = givenKeeper("st_yinchuan", "st_zhengzhou");
      await test.deps.users.put(keeper);
      expect(await revoke(givenOfficer("6401"), keeper.id, "keeper")).toBe(200);
      expect(await test.deps.users.find(keeper.id)).toMatchObject({ roles: ["keeper"], stationIds: ["st_zhengzhou"] });
    });

    it.each([
      ["an officer of a larger reach", givenOfficer("64"), "officer"],
      ["a keeper elsewhere", givenKeeper("st_zhengzhou"), "keeper"],
      ["somebody without that role", givenKeeper("st_yinchuan"), "officer"],
    ])("does not touch %s, who is as unknown as nobody", async (_, person, role) => {
      await test.deps.users.put(person);
      expect(await revoke(givenOfficer("6401"), person.id, role)).toBe(404);
      expect(await test.deps.users.find(person.id)).toEqual(person);
    });
  });

  describe("who holds roles", () => {
    const list = async (officer: User) =>
      (await test.call<RoleHolderList>("GET", "/api/people", { token: await test.signInAs(officer) })).body.people;

    it("is told as far as the reach goes", async () => {
      const both = { ...givenKeeper("st_yinchuan", "st_zhengzhou"), name: "张站长" };
      for (const user of [both, givenKeeper("st_zhengzhou"), givenOfficer("64"), givenUser()]) {
        await test.deps.users.put(user);
      }
      const officer = givenOfficer("6401");
      const people = await list(officer);
      expect(people.map(({ id }) => id).sort()).toEqual([both.id, officer.id].sort());
      expect(people.find(({ id }) => id === both.id)).toEqual({
        id: both.id,
        name: "张站长",
        roles: ["keeper"],
        stations: [{ id: "st_yinchuan", name: "丽景街驿站" }],
        reach: [],
        viewReach: [],
        since: null,
        lastSeenOn: null,
      });
      expect(people.find(({ id }) => id === officer.id)?.reach).toEqual(["银川市"]);
    });

    it("says since when, and the day on which they were last here and no more", async () => {
      const officer = givenOfficer("6401");
      const keeper = givenUser();
      const token = await test.signInAs(keeper);
      for (const days of [1, 2]) {
        test.setNow(NOON + days * DAY_MS);
        await accept((await inviteAs(officer, keeperOf("st_yinchuan"))).body.code, token);
      }
      const today = beijingDate(beijingDayNumber(test.deps.wallClock()));
      const told = (await list(officer)).find(({ id }) => id === keeper.id);
      expect(told).toMatchObject({ since: new Date(NOON + DAY_MS).toISOString(), lastSeenOn: today });
      expect((await test.call<Account>("GET", "/api/me", { token })).body).not.toHaveProperty("keeperSince");
      const officerToken = await test.signInAs(officer);
      await test.call("DELETE", `/api/people/${keeper.id}/roles/keeper`, { token: officerToken });
      expect(await test.deps.users.find(keeper.id)).not.toHaveProperty("keeperSince");
    });

    it("is read a page at a time, each person once", async () => {
      const keepers = Array.from({ length: 430 }, () => givenKeeper("st_yinchuan"));
      for (let stored = 0; stored < keepers.length; stored += 50) {
        await Promise.all(keepers.slice(stored, stored + 50).map((keeper) => test.deps.users.put(keeper)));
      }
      const token = await test.signInAs(givenOfficer("6401"));
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const path: string = cursor === null ? "/api/people" : `/api/people?cursor=${cursor}`;
        const { body } = await test.call<RoleHolderList>("GET", path, { token });
        seen.push(...body.people.map(({ id }) => id));
        cursor = body.nextCursor;
      } while (cursor !== null);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toHaveLength(431);
    });

    it("forgets who lost the last role", async () => {
      const keeper = givenKeeper("st_yinchuan");
      await test.deps.users.put(keeper);
      const officer = givenOfficer("6401");
      const token = await test.signInAs(officer);
      await test.call("DELETE", `/api/people/${keeper.id}/roles/keeper`, { token });
      expect((await list(officer)).map(({ id }) => id)).toEqual([officer.id]);
    });
  });
});
