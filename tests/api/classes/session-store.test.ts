import { describe, expect, it } from "vitest";
import { beijing } from "../../support/given.js";
import { givenSession, givenVenue } from "../../support/given-class.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

describe.each(TRANSPORTS)("class sessions over %s", (transport) => {
  const test = testApp(transport);

  const at = (text: string) => beijing(`2026-11-${text}`);
  const ids = async (from: string, to: string, most?: number) =>
    (await test.deps.classSessions.listBetween(at(from), at(to), most)).map(({ id }) => id);

  it("finds a session as it was kept", async () => {
    const session = givenSession();
    await test.deps.classSessions.put({ session, previous: null });
    expect(await test.deps.classSessions.find(session.id)).toEqual(session);
    expect(await test.deps.classSessions.find("cs_none")).toBeNull();
  });

  it("lists sessions by start, the first instant included and the last not", async () => {
    const [late, early, middle] = ["26T09:00", "25T09:00", "25T19:00"].map((text) =>
      givenSession({ startsAt: at(text) }),
    );
    if (!late || !early || !middle) throw new Error("three were made");
    const changes = [late, early, middle].map((session) => ({ session, previous: null }));
    expect(await test.deps.classSessions.put(...changes)).toBe("stored");
    expect(await ids("25T09:00", "26T09:00")).toEqual([early.id, middle.id]);
    expect(await ids("25T09:00", "26T09:01")).toEqual([early.id, middle.id, late.id]);
    expect(await ids("25T09:00", "26T09:01", 2)).toEqual([early.id, middle.id]);
  });

  it("lists more sessions than Lua can unpack at once", async () => {
    const many = Array.from({ length: 1_200 }, (_, i) => givenSession({ startsAt: at("25T09:00") + i }));
    await test.deps.classSessions.put(...many.map((session) => ({ session, previous: null })));
    expect(await ids("25T00:00", "26T00:00")).toEqual(many.map(({ id }) => id));
  });

  it("moves a session in every list when its time and its venue change", async () => {
    const session = givenSession({ startsAt: at("25T09:00") });
    const moved = { ...session, startsAt: at("27T09:00"), venue: givenVenue({ id: "vn_hall" }), revision: 2 };
    await test.deps.classSessions.put({ session, previous: null });
    await test.deps.classSessions.put({ session: moved, previous: session });
    expect(await ids("25T00:00", "26T00:00")).toEqual([]);
    expect(await ids("27T00:00", "28T00:00")).toEqual([session.id]);
    const { listAtVenue, listOfCourse } = test.deps.classSessions;
    expect(await listAtVenue(session.venue.id, 0, at("30T00:00"))).toEqual([]);
    expect(await listAtVenue("vn_hall", 0, at("30T00:00"))).toEqual([moved]);
    expect(await listOfCourse(session.courseId, 0, at("30T00:00"))).toEqual([moved]);
  });

  it("keeps none of them when one moved on meanwhile", async () => {
    const session = givenSession();
    await test.deps.classSessions.put({ session, previous: null });
    const other = givenSession();
    const outcome = await test.deps.classSessions.put(
      { session: other, previous: null },
      { session: { ...session, title: "又一次" }, previous: null },
    );
    expect(outcome).toBe("conflict");
    expect(await test.deps.classSessions.find(other.id)).toBeNull();
    expect(await test.deps.classSessions.find(session.id)).toEqual(session);
  });
});
