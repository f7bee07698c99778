import { beforeEach, describe, expect, it } from "vitest";
import type { NearestAnswer } from "../../../shared/stations/station-answer.js";
import { ownStation } from "../../api/stations/own-station.js";
import { beijing, givenAmenity, givenHours } from "../../support/given.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const NOW = beijing("2026-11-24T10:00");

describe.each(TRANSPORTS)("keeping a station over %s", (transport) => {
  const test = testApp(transport);
  let keeper: string;
  beforeEach(async () => {
    test.setNow(NOW);
    keeper = await test.signIn("keeper");
  });

  const { givenOwn, write, seen } = ownStation(
    () => test,
    () => keeper,
  );
  const fieldsOf = ({ status, body }: { status: number; body: unknown }) => ({
    status,
    fields: (body as { error: { fields: { path: string }[] } }).error.fields.map(({ path }) => path),
  });

  describe("a closure", () => {
    it("shuts the door for everybody at once, and opens it by itself", async () => {
      await givenOwn();
      const { status, body } = await write("PUT", "closure", { until: "2026-11-24T15:00+08:00", reason: "停电停水" });
      expect(status).toBe(200);
      expect(body.closure).toEqual({
        from: "2026-11-24T02:00:00.000Z",
        until: "2026-11-24T07:00:00.000Z",
        reason: "停电停水",
      });
      const near = async () =>
        (await test.call<NearestAnswer>("GET", "/api/stations/nearest?latitude=38.474&longitude=106.289")).body
          .stations[0]?.opening;
      expect(await near()).toMatchObject({ state: "temporarily_closed", changesAt: "2026-11-24T07:00:00.000Z" });
      test.setNow(beijing("2026-11-24T15:00"));
      expect(await near()).toMatchObject({ state: "open" });
    });

    it("ends when the keeper says so", async () => {
      await givenOwn();
      await write("PUT", "closure", { until: null, reason: null });
      expect((await seen()).opening).toMatchObject({ state: "temporarily_closed", opensAt: null });
      expect((await write("DELETE", "closure")).body).toMatchObject({ closure: null, opening: { state: "open" } });
    });

    it("keeps the instant it began when its end is moved", async () => {
      await givenOwn();
      await write("PUT", "closure", { until: "2026-11-24T12:00+08:00", reason: null });
      test.setNow(beijing("2026-11-24T11:00"));
      const { body } = await write("PUT", "closure", { until: "2026-11-24T13:00+08:00", reason: null });
      expect(body.closure).toMatchObject({ from: "2026-11-24T02:00:00.000Z", until: "2026-11-24T05:00:00.000Z" });
    });

    it.each([
      ["now", "2026-11-24T10:00+08:00"],
      ["in the past", "2026-11-23T10:00+08:00"],
      ["beyond a year", "2027-11-26T10:00+08:00"],
    ])("cannot end %s", async (_, until) => {
      await givenOwn();
      const reply = await write("PUT", "closure", { until, reason: null });
      expect(fieldsOf(reply)).toEqual({ status: 400, fields: ["until"] });
    });

    it("takes a reason of one's own that passes the check of words, and no other", async () => {
      await givenOwn();
      const reply = await write("PUT", "closure", { until: null, reason: "有事打 13800138000" });
      expect(reply).toMatchObject({ status: 422, body: { error: { code: "words_refused" } } });
      expect((await seen()).closure).toBeNull();
      expect((await write("PUT", "closure", { until: null, reason: "老板家办喜事" })).status).toBe(200);
      expect(fieldsOf(await write("PUT", "closure", { until: null, reason: "长".repeat(61) }))).toEqual({
        status: 400,
        fields: ["reason"],
      });
    });
  });

  describe("an amenity", () => {
    it("is broken from the moment somebody says so, with a note, and no longer among those that work", async () => {
      await givenOwn({ amenities: { microwave: givenAmenity() } });
      const { body } = await write("PUT", "amenities/microwave", { state: "broken", note: "按钮掉了" });
      expect(body.amenityDetails.microwave).toEqual({
        state: "broken",
        note: "按钮掉了",
        since: "2026-11-24T02:00:00.000Z",
        confirmedAt: "2026-11-24T02:00:00.000Z",
        expiresOn: null,
      });
      expect(body.verified.services).toBe("2026-11-24T02:00:00.000Z");
      const near = await test.call<NearestAnswer>(
        "GET",
        "/api/stations/nearest?latitude=38.474&longitude=106.289&amenities=microwave",
      );
      expect(near.body.stations).toEqual([]);
    });

    it("keeps since when and the note while the state stays, and loses the note with the state", async () => {
      await givenOwn();
      await write("PUT", "amenities/aircon", { state: "broken", note: "不制冷" });
      test.setNow(NOW + 60_000);
      expect((await write("PUT", "amenities/aircon", { state: "broken" })).body.amenityDetails.aircon).toMatchObject({
        note: "不制冷",
        since: "2026-11-24T02:00:00.000Z",
        confirmedAt: "2026-11-24T02:01:00.000Z",
      });
      expect((await write("PUT", "amenities/aircon", { state: "working" })).body.amenityDetails.aircon).toMatchObject({
        note: null,
        since: "2026-11-24T02:01:00.000Z",
      });
    });

    it("carries an expiry date where medicine is, and nowhere else", async () => {
      await givenOwn();
      await write("PUT", "amenities/first_aid", { state: "working", expiresOn: "2026-12-03" });
      const { body } = await write("PUT", "amenities/first_aid", { state: "broken" });
      expect(body.amenityDetails.first_aid).toMatchObject({ state: "broken", expiresOn: "2026-12-03" });
      const wifi = await write("PUT", "amenities/wifi", { state: "working", expiresOn: "2026-12-03" });
      expect(fieldsOf(wifi)).toEqual({ status: 400, fields: ["expiresOn"] });
    });

    it("is unknown again, not absent, when nobody knows", async () => {
      await givenOwn({ amenities: { toilet: givenAmenity(), wifi: givenAmenity() } });
      const { body } = await write("DELETE", "amenities/toilet");
      expect(body.amenities).toEqual({ wifi: "working" });
    });

    it("has to be one of those there are", async () => {
      await givenOwn();
      expect(fieldsOf(await write("PUT", "amenities/piano", { state: "working" }))).toEqual({
        status: 400,
        fields: ["kind"],
      });
    });
  });

  describe("today", () => {
    it("has hours of its own, and tomorrow the usual ones", async () => {
      await givenOwn();
      const { body } = await write("PUT", "today", {
        spans: [
          { opens: 840, closes: 1_020 },
          { opens: 540, closes: 660 },
        ],
      });
      expect(body.hours.exceptions).toEqual([
        {
          date: "2026-11-24",
          hours: [
            { opens: 540, closes: 660 },
            { opens: 840, closes: 1_020 },
          ],
        },
      ]);
      expect(body.opening).toMatchObject({ state: "open", changesAt: "2026-11-24T03:00:00.000Z" });
      test.setNow(beijing("2026-11-25T12:00"));
      expect((await seen()).opening.state).toBe("open");
    });

    it("is Beijing's today, a minute after midnight too", async () => {
      await givenOwn();
      test.setNow(beijing("2026-11-25T00:01"));
      expect((await write("PUT", "today", { spans: [] })).body.hours.exceptions).toEqual([
        { date: "2026-11-25", hours: [] },
      ]);
    });

    it("goes back to the usual hours, and other dates stay as they are", async () => {
      const exceptions = [{ date: "2026-12-31", hours: [] }];
      await givenOwn({ hours: givenHours({ exceptions }) });
      await write("PUT", "today", { spans: [] });
      expect((await seen()).hours.exceptions).toHaveLength(2);
      expect((await write("DELETE", "today")).body.hours.exceptions).toEqual(exceptions);
    });

    it.each([
      [
        "overlap",
        [
          { opens: 480, closes: 720 },
          { opens: 700, closes: 900 },
        ],
        "spans",
      ],
      ["end before they begin", [{ opens: 480, closes: 420 }], "spans.0.closes"],
    ])("takes no spans that %s", async (_, spans, field) => {
      await givenOwn();
      expect(fieldsOf(await write("PUT", "today", { spans }))).toEqual({ status: 400, fields: [field] });
    });
  });

  describe("都对，确认", () => {
    it("renews what works and what was seen, and takes back what was reported", async () => {
      await givenOwn({
        reportedClosedUntil: beijing("2026-11-24T12:00"),
        amenities: { microwave: givenAmenity(), aircon: givenAmenity("broken"), sofa: givenAmenity("absent") },
      });
      expect((await seen()).opening.state).toBe("reported_closed");
      const { status, body } = await write("POST", "confirm");
      expect(status).toBe(200);
      expect(body).toMatchObject({
        opening: { state: "open" },
        verifiedAt: "2026-11-24T02:00:00.000Z",
        confirmedBy: "keeper",
        verified: { open: "2026-11-24T02:00:00.000Z", services: "2026-11-24T02:00:00.000Z", location: null },
        unconfirmedAmenities: ["sofa", "aircon"],
      });
    });

    it("does not end a closure", async () => {
      await givenOwn();
      await write("PUT", "closure", { until: null, reason: "天气不好" });
      expect((await write("POST", "confirm", {})).body.opening.state).toBe("temporarily_closed");
    });

    it("by an officer is an officer's", async () => {
      await givenOwn();
      const officer = await test.signIn("officer");
      expect((await write("POST", "confirm", {}, officer)).body.confirmedBy).toBe("officer");
    });
  });
});
