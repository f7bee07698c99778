import { beforeEach, describe, expect, it } from "vitest";
import { keys } from "../../../api/redis/keys.js";
import { DAY_MS } from "../../../shared/common/time.js";
import type { ErrorAnswer } from "../../../shared/contract/error-answer.js";
import type { InvitationAnswer, InvitationInput, OpenInvitationList } from "../../../shared/people/invitation.js";
import type { Account, User } from "../../../shared/people/user.js";
import { beijing, givenStation } from "../../support/given.js";
import { givenKeeper, givenOfficer, givenUser } from "../../support/given-user.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const NOON = beijing("2026-11-24T12:00");
const KEEPER_OF = (...stationIds: string[]): InvitationInput => ({ role: "keeper", stationIds });
const OFFICER_OF = (...reach: string[]): InvitationInput => ({ role: "officer", reach });

describe.each(TRANSPORTS)("invitations that nobody has used, over %s", (transport) => {
  const test = testApp(transport);
  beforeEach(async () => {
    test.setNow(NOON);
    await test.store(
      givenStation({ id: "st_yinchuan", name: "丽景街驿站", district: { code: "640104", text: "兴庆区" } }),
      givenStation({ id: "st_zhengzhou", district: { code: "410102", text: "中原区" } }),
    );
  });

  const as = (person: User) => test.signInAs(person);
  const inviteAs = async (inviter: User, input: InvitationInput) =>
    (await test.call<InvitationAnswer>("POST", "/api/invitations", { token: await as(inviter), json: input })).body
      .code;
  const list = async (person: User) =>
    (await test.call<OpenInvitationList>("GET", "/api/invitations", { token: await as(person) })).body.invitations;
  const takeBack = async (person: User, code: string) => {
    const token = await as(person);
    const { status, body } = await test.call<ErrorAnswer>("DELETE", `/api/invitations/${code}`, { token });
    return status === 200 ? "200" : `${status} ${body.error.code}`;
  };
  const accept = async (code: string, person = givenUser()) => {
    const token = await as(person);
    return test.call<Account & ErrorAnswer>("POST", `/api/invitations/${code}/accept`, { token });
  };

  it("are listed to those who could have sent them, those that end first before the others", async () => {
    const officer = givenOfficer("6401");
    const keeper = givenKeeper("st_yinchuan");
    const first = await inviteAs(officer, { ...KEEPER_OF("st_yinchuan"), name: "张站长" });
    test.setNow(NOON + DAY_MS);
    const second = await inviteAs(officer, OFFICER_OF("640104"));
    const distant = await inviteAs(givenOfficer(""), KEEPER_OF("st_zhengzhou"));
    expect(await list(officer)).toEqual([
      {
        code: first,
        role: "keeper",
        name: "张站长",
        stations: [{ id: "st_yinchuan", name: "丽景街驿站" }],
        reach: [],
        expiresAt: new Date(NOON + 7 * DAY_MS).toISOString(),
      },
      expect.objectContaining({ code: second, role: "officer", reach: ["兴庆区"] }),
    ]);
    expect((await list(keeper)).map(({ code }) => code)).toEqual([first]);
    expect((await list(givenOfficer(""))).map(({ code }) => code).sort()).toEqual([first, second, distant].sort());
    expect(await list(givenKeeper("st_zhengzhou"))).toMatchObject([{ code: distant }]);
  });

  it("are listed no more once they are used, or have ended", async () => {
    const officer = givenOfficer("6401");
    const used = await inviteAs(officer, KEEPER_OF("st_yinchuan"));
    await inviteAs(officer, KEEPER_OF("st_yinchuan"));
    expect((await accept(used)).status).toBe(200);
    expect(await list(officer)).toHaveLength(1);
    test.setNow(NOON + 7 * DAY_MS);
    expect(await list(officer)).toEqual([]);
    await inviteAs(officer, KEEPER_OF("st_yinchuan"));
    expect(await test.connection.redis.zcard(keys.openInvitations)).toBe(1);
  });

  it("are good for nothing once they are taken back, which the record tells", async () => {
    const officer = givenOfficer("6401");
    const code = await inviteAs(givenOfficer("64"), KEEPER_OF("st_yinchuan"));
    expect(await takeBack(officer, code)).toBe("200");
    expect(await takeBack(officer, code)).toBe("200");
    expect(await list(officer)).toEqual([]);
    const person = givenUser();
    expect(await accept(code, person)).toMatchObject({
      status: 410,
      body: { error: { code: "invitation_taken_back" } },
    });
    expect((await test.deps.users.find(person.id))?.roles).toEqual(["worker"]);
    const { entries } = await test.deps.audit.read({
      matches: ({ action }) => action.startsWith("invitation:"),
      cursor: null,
      limit: 10,
    });
    expect(entries).toMatchObject([
      {
        action: "invitation:take-back",
        author: { userId: officer.id, role: "officer" },
        districtCode: "640104",
        from: { roles: ["keeper"], stationIds: ["st_yinchuan"] },
      },
    ]);
  });

  it("are not taken back by somebody who could not have sent them, or after they were used or have ended", async () => {
    const code = await inviteAs(givenOfficer("6401"), OFFICER_OF("640104"));
    expect(await takeBack(givenOfficer("41"), code)).toBe("404 invitation_not_found");
    expect(await takeBack(givenKeeper("st_yinchuan"), code)).toBe("404 invitation_not_found");
    expect(await takeBack(givenOfficer("6401"), "ABCDEFGHJK")).toBe("404 invitation_not_found");
    const used = await inviteAs(givenOfficer("6401"), KEEPER_OF("st_yinchuan"));
    await accept(used);
    expect(await takeBack(givenOfficer("6401"), used)).toBe("409 invitation_used");
    test.setNow(NOON + 7 * DAY_MS);
    expect(await takeBack(givenOfficer("6401"), code)).toBe("410 invitation_expired");
  });

  it("are either used or taken back when both happen at once", async () => {
    const officer = givenOfficer("6401");
    for (let turn = 0; turn < 5; turn++) {
      const code = await inviteAs(officer, KEEPER_OF("st_yinchuan"));
      const person = givenUser();
      const [taken, used] = await Promise.all([takeBack(officer, code), accept(code, person)]);
      const isKeeper = (await test.deps.users.find(person.id))?.roles.includes("keeper");
      expect([taken, used.status, isKeeper]).toEqual(
        used.status === 200 ? ["409 invitation_used", 200, true] : ["200", 410, false],
      );
    }
  });
});
