import { beforeEach, describe, expect, it } from "vitest";
import type { AuditList } from "../../../shared/audit/audit-answer.js";
import { changeLines } from "../../../shared/audit/change-words.js";
import type { ErrorAnswer } from "../../../shared/contract/error-answer.js";
import type { AccountExport } from "../../../shared/people/account-export.js";
import type { InvitationAnswer, OpenInvitationList, RoleHolderList } from "../../../shared/people/invitation.js";
import type { Account, User } from "../../../shared/people/user.js";
import { beijing, givenStation } from "../../support/given.js";
import { givenKeeper, givenOfficer, givenUser, givenViewer } from "../../support/given-user.js";
import { testApp } from "../../support/test-app.js";

const NOON = beijing("2026-11-24T12:00");

describe("somebody who reads the board and nothing else", () => {
  const test = testApp();
  beforeEach(async () => {
    test.setNow(NOON);
    await test.store(givenStation({ id: "st_own" }));
  });

  const inviteAs = async (inviter: User, ...reach: string[]) =>
    test.call<InvitationAnswer & ErrorAnswer>("POST", "/api/invitations", {
      token: await test.signInAs(inviter),
      json: { role: "viewer", reach, name: "李主席" },
    });
  const accept = (code: string, token: string) =>
    test.call<Account & ErrorAnswer>("POST", `/api/invitations/${code}/accept`, { token });

  it("is invited by an officer for a part of their reach, and by nobody else", async () => {
    expect((await inviteAs(givenOfficer("6401"), "640104", "6401")).status).toBe(201);
    expect((await inviteAs(givenOfficer("6401"), "64")).status).toBe(403);
    expect((await inviteAs(givenOfficer("6401"), "640104", "4101")).status).toBe(403);
    for (const other of [givenKeeper("st_own"), givenUser(), givenViewer("")])
      expect((await inviteAs(other, "640104")).status).toBe(403);
  });

  it("is what they were before, and may read the board of that reach", async () => {
    const person = givenUser();
    const token = await test.signInAs(person);
    const { code } = (await inviteAs(givenOfficer("6401"), "640104")).body;
    expect((await accept(code, token)).body).toEqual({
      id: person.id,
      name: "李主席",
      roles: ["worker", "viewer"],
      stationIds: [],
      reach: [],
      viewReach: ["640104"],
    });
    expect((await accept(code, token)).status).toBe(200);
    expect(await test.deps.users.find(person.id)).toMatchObject({ viewerSince: NOON });
    const exported = await test.call<AccountExport>("GET", "/api/me/export", { token });
    expect(exported.body.account.viewerSince).toBe(new Date(NOON).toISOString());
  });

  it("gives an officer no reach over stations that they did not have", async () => {
    const person = givenOfficer("410102");
    const token = await test.signInAs(person);
    const { code } = (await inviteAs(givenOfficer(""), "")).body;
    expect((await accept(code, token)).body).toMatchObject({ reach: ["410102"], viewReach: [""] });
    expect((await test.call("POST", "/api/stations/st_own/confirm", { token, json: {} })).status).toBe(403);
    expect((await inviteAs({ ...person, roles: ["officer", "viewer"], viewReach: [""] }, "64")).status).toBe(403);
  });

  it("loses it at the next request, as far as the officer reaches, and both are in the record in words", async () => {
    const officer = givenOfficer("6401");
    const token = await test.signInAs(officer);
    const person = givenUser({ viewReach: ["640104", "4101"], roles: ["worker", "viewer"], viewerSince: 1 });
    const theirs = await test.signInAs(person);
    const revoke = () => test.call("DELETE", `/api/people/${person.id}/roles/viewer`, { token });
    expect((await revoke()).status).toBe(200);
    expect((await test.call<Account>("GET", "/api/me", { token: theirs })).body).toMatchObject({
      roles: ["worker", "viewer"],
      viewReach: ["4101"],
    });
    expect((await revoke()).status).toBe(404);
    const everywhere = await test.signInAs(givenOfficer(""));
    await test.call("DELETE", `/api/people/${person.id}/roles/viewer`, { token: everywhere });
    expect(await test.deps.users.find(person.id)).toEqual({ ...person, ...BARE });
    const [entry] = (await test.call<AuditList>("GET", "/api/audit", { token })).body.entries;
    expect(entry && changeLines(entry, NOON)).toContainEqual({
      label: "看哪里的看板",
      from: "兴庆区、郑州市",
      to: "郑州市",
    });
  });

  it("stands among those who hold a role, and among the invitations that are out", async () => {
    const officer = givenOfficer("6401");
    const token = await test.signInAs(officer);
    const { code } = (await inviteAs(officer, "640104")).body;
    const open = await test.call<OpenInvitationList>("GET", "/api/invitations", { token });
    expect(open.body.invitations).toMatchObject([{ code, role: "viewer", reach: ["兴庆区"] }]);
    const [here, elsewhere] = [givenViewer("640104", "4101"), givenViewer("4101")];
    for (const viewer of [here, elsewhere]) await test.deps.users.put(viewer);
    const { people } = (await test.call<RoleHolderList>("GET", "/api/people", { token })).body;
    expect(people.map(({ id, roles, reach, viewReach }) => ({ id, roles, reach, viewReach }))).toEqual(
      [
        { id: here.id, roles: ["viewer"], reach: [], viewReach: ["兴庆区"] },
        { id: officer.id, roles: ["officer"], reach: ["银川市"], viewReach: [] },
      ].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
  });
});

const BARE = { roles: ["worker"], viewReach: undefined, viewerSince: undefined };
