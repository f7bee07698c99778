import { Redis as TcpClient } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { liveUnderNames, WORDS } from "../../api/people/name-world.js";
import { isIn, keptFiles, UNCOMPRESSED_FILES } from "../../support/redis-dump.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";

describe("what Redis and the log keep of what people are called and say", () => {
  let test: TestApp;
  let control: TcpClient;
  beforeAll(async () => {
    test = await startTestApp("tcp", UNCOMPRESSED_FILES);
    control = new TcpClient({ port: test.local.port, host: "127.0.0.1" });
  });
  afterAll(async () => {
    control.disconnect();
    await test.stop();
  });

  it("is none of it in clear, in any spelling, and all of it for those who may read it", async () => {
    const { people, session, officer, invitationCode } = await liveUnderNames(test);
    const called = (await people.roster("keeper", session)).body.entries.map(({ calledBy }) => calledBy);
    expect(called.sort()).toEqual([WORDS.booked, WORDS.walkedIn].sort());
    const open = await test.call<{ invitations: { code: string; name: string }[] }>("GET", "/api/invitations", {
      token: officer,
    });
    expect(open.body.invitations).toMatchObject([{ code: invitationCode, name: WORDS.invited }]);
    const invited = await test.signIn("worker", "李");
    const accepted = await test.call("POST", `/api/invitations/${invitationCode}/accept`, { token: invited });
    expect(accepted.body).toMatchObject({ name: WORDS.invited, roles: ["worker", "keeper"] });
    expect((await people.mine(WORDS.booked)).bookings[0]).toMatchObject({ absence: "upheld" });
    expect((await people.call(WORDS.booked, "GET", "me")).body).toMatchObject({ name: WORDS.renamed });

    await control.call("SAVE");
    const kept = keptFiles(test.local.folder);
    const logged = [Buffer.from(JSON.stringify(test.logged))];
    expect(isIn(kept, session.venue.name)).toBe(true);
    for (const [what, words] of Object.entries(WORDS)) {
      expect([what, isIn(kept, words), isIn(logged, words)]).toEqual([what, false, false]);
    }
  });
});
