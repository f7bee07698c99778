import { classPeople } from "../../support/class-people.js";
import { beijing, givenStation } from "../../support/given.js";
import { givenOfficer } from "../../support/given-user.js";
import type { TestApp } from "../../support/test-app.js";

/** What people are called, and what they say, each kept somewhere else. */
export const WORDS = {
  officer: "司徒建国干部",
  invited: "慕容秀兰站长",
  booked: "上官铁柱",
  renamed: "上官铁柱的新称呼",
  walkedIn: "没手机的赫连桂花",
  appeal: "那天孩子发烧去了儿童医院",
  reply: "情况属实下次提前说一声",
  note: "微波炉烫手热水管子也漏",
};
const STARTS = beijing("2026-11-27T19:00");

/** Everything that is kept under a name or in somebody's words, but for wishes. */
export async function liveUnderNames(test: TestApp) {
  const people = classPeople(test);
  await people.signInStaff();
  await test.store(givenStation({ id: "st_own", district: { code: "640104", text: "兴庆区" } }));
  const officer = await test.signInAs({ ...givenOfficer("64"), name: WORDS.officer });
  const invitation = await test.call<{ code: string }>("POST", "/api/invitations", {
    token: officer,
    json: { role: "keeper", stationIds: ["st_own"], name: WORDS.invited },
    headers: { "idempotency-key": "invite" },
  });
  const session = await people.put({ startsAt: STARTS, capacity: 5 });
  await people.book(WORDS.booked, session);
  test.setNow(STARTS + 31 * 60_000);
  await people.walkIn("keeper", session, WORDS.walkedIn);
  test.setNow(beijing("2026-11-27T22:00"));
  const [missed] = (await people.mine(WORDS.booked)).bookings;
  await people.call(WORDS.booked, "POST", `bookings/${missed?.bookingId}/appeal`, { text: WORDS.appeal });
  const decision = { decision: "refused", reply: WORDS.reply };
  await people.call("officer", "POST", `appeals/${missed?.bookingId}`, decision);
  await people.call(WORDS.booked, "PUT", "me", { name: WORDS.renamed });
  await test.call("POST", "/api/stations/st_own/reports", {
    json: { kind: "other", note: WORDS.note },
    headers: { "x-device-id": "a-random-device-1" },
  });
  return { people, session, officer, invitationCode: invitation.body.code };
}
