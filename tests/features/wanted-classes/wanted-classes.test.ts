import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMPOSERS } from "../../../api/outbox/compose-message.js";
import type { OwnWanted, WantedClasses } from "../../../shared/classes/wanted-class.js";
import type { WantedSubject } from "../../../shared/classes/wanted-subject.js";
import type { AccountExport } from "../../../shared/people/account-export.js";
import type { PublicLists } from "../../../shared/public-lists/public-lists.js";
import { givenStation } from "../../support/given.js";
import { givenCourse, givenSession, givenVenue } from "../../support/given-class.js";
import { givenOfficer, givenUser } from "../../support/given-user.js";
import { startTestApp, type TestApp, TRANSPORTS } from "../../support/test-app.js";

const DAY_MS = 86_400_000;
const FAR = Date.parse("2027-12-31T00:00Z");
const DISTRICT = "640104";

describe.each(TRANSPORTS)("what people want to learn, over %s", (transport) => {
  let test: TestApp;
  let officer: string;
  let now: number;
  const later = (ms: number) => {
    now += ms;
    test.setNow(now);
  };
  beforeAll(async () => {
    test = await startTestApp(transport);
    now = test.deps.clock();
    await test.store(
      givenStation({ id: "st_own" }),
      givenStation({ id: "st_far", district: { code: "410102", text: "中原区" } }),
    );
    officer = await test.signInAs(givenOfficer("6401"));
  });
  afterAll(() => test.stop());

  const worker = () => test.signInAs(givenUser());
  const want = (token: string, subject: WantedSubject | string, wants = true, district = DISTRICT) =>
    test.call("PUT", "/api/wanted-classes", { token, json: { district, subject, wants } });
  const mine = async (token: string) =>
    (await test.call<OwnWanted>("GET", "/api/wanted-classes/mine", { token })).body.wanted;
  const asked = async (token = officer) =>
    (await test.call<WantedClasses>("GET", "/api/wanted-classes", { token })).body.wanted;
  const open = (subject: WantedSubject, courseId: string, token = officer) =>
    test.call<{ told: number }>("POST", "/api/wanted-classes/opened", {
      token,
      json: { district: DISTRICT, subject, courseId },
    });
  const course = async (title: string, more: Parameters<typeof givenCourse>[0] = {}) => {
    const given = givenCourse({ title, category: "other", ...more });
    await test.deps.courses.change({ what: "course", course: given, previous: null });
    return given;
  };
  const messagesOf = async (courseId: string) =>
    (await test.deps.outbox.listDue(FAR, 500)).filter(({ subject }) => subject.includes(courseId));

  it("is one vote of a person, taken back as easily, and named to no officer", async () => {
    const token = await worker();
    expect((await want(token, "cooking")).status).toBe(200);
    expect((await want(token, "cooking")).status).toBe(200);
    expect(await mine(token)).toMatchObject([
      { subject: "cooking", label: "做饭面点", districtName: "兴庆区", course: null },
    ]);
    const [item] = await asked();
    expect(item).toMatchObject({ district: DISTRICT, subject: "cooking", people: 1 });
    expect(JSON.stringify(item)).not.toMatch(/us_|小李/);
    expect(await asked(await test.signInAs(givenOfficer("4101")))).toEqual([]);
    await want(token, "cooking", false);
    expect(await asked()).toEqual([]);
    expect(await mine(token)).toEqual([]);
  });

  it("is at most ten things at a time, of places that there are", async () => {
    const token = await worker();
    const subjects = [
      "driving",
      "computer",
      "video",
      "english",
      "first_aid",
      "dance",
      "vocal",
      "painting",
      "hulusi",
      "taichi",
    ];
    for (const subject of subjects) expect((await want(token, subject)).status).toBe(200);
    const refused = await want(token, "handicraft");
    expect(refused).toMatchObject({ status: 400, body: { error: { fields: [{ path: "subject" }] } } });
    await want(token, "driving", false);
    expect((await want(token, "handicraft")).status).toBe(200);
    expect((await want(token, "cooking", true, "999999")).status).toBe(400);
    for (const subject of [...subjects, "handicraft"]) await want(token, subject, false);
  });

  it("leads to a course that an officer names: each voter is told once", async () => {
    const [one, other] = [await worker(), await worker()];
    await want(one, "ebike_repair");
    await want(other, "ebike_repair");
    const { id } = await course("电动车自己修");
    await course("午间瑜伽", { category: "yoga" });
    const session = givenSession({ courseId: id, venue: givenVenue(), startsAt: now + DAY_MS });
    await test.deps.classSessions.put({ session, previous: null });
    const [item] = await asked();
    expect(item?.courses.map(({ title, fits }) => [title, fits])).toEqual([
      ["电动车自己修", true],
      ["午间瑜伽", false],
    ]);

    expect(await open("ebike_repair", id)).toMatchObject({ status: 200, body: { told: 2 } });
    expect(await open("ebike_repair", id)).toMatchObject({ status: 200, body: { told: 2 } });
    const messages = await messagesOf(id);
    expect(messages).toHaveLength(2);
    const composed = messages[0] && (await COMPOSERS.report_answered(test.deps, messages[0]));
    expect(composed).toMatchObject({
      page: `visitor/class/index?id=${session.id}`,
      content: { title: "电动车自己修", state: "开课了", time: session.startsAt, note: "你想学的电动车维修开课了" },
    });
    expect(await mine(one)).toMatchObject([
      { subject: "ebike_repair", course: { id, title: "电动车自己修", nextSessionId: session.id } },
    ]);
    expect(await asked()).toEqual([]);

    // Who comes later is told of the same course as well, and nobody twice.
    const third = await worker();
    await want(third, "ebike_repair");
    expect(await open("ebike_repair", id)).toMatchObject({ body: { told: 1 } });
    expect(await messagesOf(id)).toHaveLength(3);
  });

  it("tells nobody of a course that has ended since", async () => {
    const token = await worker();
    await want(token, "haircut");
    const given = await course("理发入门");
    await open("haircut", given.id);
    const ended = { ...given, state: "ended" as const, revision: 2 };
    await test.deps.courses.change({ what: "course", course: ended, previous: given });
    const [message] = await messagesOf(given.id);
    expect(message && (await COMPOSERS.report_answered(test.deps, message))).toBeNull();
    expect(await mine(token)).toMatchObject([{ subject: "haircut", course: null }]);
    await want(token, "haircut");
    expect(await open("haircut", given.id)).toMatchObject({ status: 409 });
    await want(token, "haircut", false);
  });

  it("is opened by officers of the place alone, for courses of theirs that somebody waits for", async () => {
    const token = await worker();
    await want(token, "labour_law");
    const near = await course("劳动法讲座");
    const far = await course("劳动法讲座", { venueId: "st_far" });
    expect((await open("labour_law", far.id)).status).toBe(403);
    expect((await open("labour_law", near.id, await test.signInAs(givenOfficer("4101")))).status).toBe(403);
    expect((await open("labour_law", far.id, await test.signInAs(givenOfficer("4101")))).status).toBe(403);
    expect((await open("electrician", near.id)).status).toBe(404);
    expect((await open("labour_law", "co_nothing")).status).toBe(404);
    await want(token, "labour_law", false);
  });

  it("stands in the public list from the next day and from ten people on", async () => {
    const voters = await Promise.all(Array.from({ length: 10 }, worker));
    for (const token of voters) await want(token, "calligraphy");
    await want(await worker(), "yoga");
    const listed = async () =>
      (await test.call<PublicLists>("GET", `/api/public-lists?district=${DISTRICT}`)).body.asked.wanted;
    later(61_000);
    expect((await listed()).rows).toEqual([]);
    later(DAY_MS);
    expect(await listed()).toMatchObject({
      rows: [{ subject: "calligraphy", label: "书法", people: 10 }],
      hasFewer: true,
    });
    const { id } = await course("周末书法", { category: "calligraphy" });
    await open("calligraphy", id);
    later(61_000);
    const { rows, opened } = await listed();
    expect(rows).toEqual([]);
    expect(opened).toContainEqual({
      subject: "calligraphy",
      label: "书法",
      people: 10,
      courseId: id,
      openedOn: "2026-11-25",
    });
    expect(opened.find(({ subject }) => subject === "ebike_repair")?.people).toBeNull();
  });

  it("is over after a year", async () => {
    const token = await worker();
    await want(token, "painting");
    later(364 * DAY_MS);
    expect((await asked()).map(({ subject }) => subject)).toContain("painting");
    later(2 * DAY_MS);
    expect((await asked()).map(({ subject }) => subject)).not.toContain("painting");
  });

  it("is handed out to whose it is, and goes with the account", async () => {
    const token = await worker();
    await want(token, "taichi");
    const { body } = await test.call<AccountExport>("GET", "/api/me/export", { token });
    expect(body.wantedClasses).toMatchObject([{ subject: "taichi", label: "太极拳" }]);
    expect((await test.call("DELETE", "/api/me", { token })).status).toBe(200);
    expect((await asked()).map(({ subject }) => subject)).not.toContain("taichi");
  });
});
