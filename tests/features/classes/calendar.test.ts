import ICAL from "ical.js";
import { beforeEach, describe, expect, it } from "vitest";
import { beijing, givenStation } from "../../support/given.js";
import { givenSession, givenVenue } from "../../support/given-class.js";
import { testApp } from "../../support/test-app.js";

const test = testApp();
beforeEach(async () => {
  await test.store(givenStation({ id: "st_own", name: "丽景街驿站" }));
});

const feed = async (path: string) => {
  const { status, headers, body } = await test.call<string>("GET", `/api${path}/calendar.ics`);
  return { status, type: headers.get("content-type"), text: body };
};
const eventsOf = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
};

describe("the calendar of a venue", () => {
  it("is read back by another program with the instants, the words and the state of each class", async () => {
    const about = "半天跑下来，松一松腰腿；不用换衣服，\\ 人来就行。".repeat(6);
    const held = givenSession({ about, startsAt: beijing("2026-11-25T19:00") });
    const cancelled = givenSession({
      title: "葫芦丝",
      startsAt: beijing("2026-11-26T19:00"),
      state: "cancelled",
      cancelledReason: "老师病了",
      revision: 3,
    });
    const elsewhere = givenSession({ venue: givenVenue({ id: "vn_other" }) });
    const sessions = [held, cancelled, elsewhere];
    await test.deps.classSessions.put(...sessions.map((session) => ({ session, previous: null })));

    const { status, type, text } = await feed("/venues/st_own");
    expect([status, type]).toEqual([200, "text/calendar; charset=utf-8"]);
    const [first, second, ...others] = eventsOf(text);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ uid: `${held.id}@yizhan`, summary: "零基础瑜伽", sequence: 0 });
    expect(first?.startDate.toJSDate().getTime()).toBe(held.startsAt);
    expect(first?.endDate.toJSDate().getTime()).toBe(held.endsAt);
    expect(first?.location).toBe("丽景街驿站 二楼教室 丽景街 1 号");
    expect(first?.description).toContain(about);
    expect(second).toMatchObject({ uid: `${cancelled.id}@yizhan`, summary: "(已取消)葫芦丝", sequence: 2 });
    expect(second?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(second?.description).toContain("老师病了");
  });

  it("has lines of at most 75 octets that end in CRLF, and splits no character", async () => {
    await test.deps.classSessions.put({ session: givenSession({ about: "瑜伽🧘舞蹈".repeat(60) }), previous: null });
    const { text } = await feed("/venues/st_own");
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    for (const line of text.split("\r\n")) {
      expect(line).not.toMatch(/[\r\n]/);
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain("\uFFFD");
    }
  });

  it("keeps the UID and counts the SEQUENCE of a class that moves", async () => {
    const session = givenSession();
    await test.deps.classSessions.put({ session, previous: null });
    const [before] = eventsOf((await feed("/venues/st_own")).text);
    const moved = {
      ...session,
      startsAt: beijing("2026-11-27T19:00"),
      endsAt: beijing("2026-11-27T20:00"),
      revision: 2,
    };
    await test.deps.classSessions.put({ session: moved, previous: session });
    const [after] = eventsOf((await feed("/venues/st_own")).text);
    expect(after?.uid).toBe(before?.uid);
    expect([before?.sequence, after?.sequence]).toEqual([0, 1]);
    expect(after?.startDate.toJSDate().getTime()).toBe(moved.startsAt);
  });

  it("is empty, and still a calendar, where nothing is held; a place that is not there has none", async () => {
    expect(eventsOf((await feed("/venues/st_own")).text)).toEqual([]);
    expect((await feed("/venues/st_nowhere")).status).toBe(404);
    expect((await feed("/venues/vn_nowhere")).status).toBe(404);
  });
});

describe("the calendar entry of a class", () => {
  it("is that class alone, to be saved as a file", async () => {
    const session = givenSession();
    await test.deps.classSessions.put({ session, previous: null });
    const { status, headers, body } = await test.call<string>("GET", `/api/classes/${session.id}/calendar.ics`);
    expect([status, headers.get("content-disposition")]).toEqual([200, `attachment; filename="${session.id}.ics"`]);
    expect(eventsOf(body).map(({ uid }) => uid)).toEqual([`${session.id}@yizhan`]);
    expect((await feed("/classes/cs_none")).status).toBe(404);
  });
});
