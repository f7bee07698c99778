import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { uuidV5 } from "../../../api/open-data/uuid-v5.js";
import { readServiceList } from "../../../shared/stations/services/service-list-text.js";
import { beijing, givenAmenity, givenDeed, givenHours, givenStation } from "../../support/given.js";
import { givenTown } from "../../support/given-town.js";
import { seededRandom } from "../../support/seeded-random.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";
import { HSDS, hsdsFaults } from "./hsds-fields.js";

const UUID_V5 = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const ALL = ["stations.geojson", "stations.csv", "stations.jsonld", "hsds/services"].map(
  (name) => `/api/open-data/${name}`,
);
const PLACE = { latitude: 34.75, longitude: 113.6 };
const district = { code: "410102", text: "中原区" };

interface Features {
  as_of: string;
  license: string;
  source: string;
  removed?: string[];
  features: { id: string; geometry: { coordinates: [number, number] }; properties: Record<string, unknown> }[];
}
type Item = Record<string, unknown> & { id: string };
interface Page {
  total_items: number;
  total_pages: number;
  page_number: number;
  contents: (Item & { schedules: Item[]; organization: Item; service_at_locations: (Item & { location: Item })[] })[];
}

describe("open data", () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
    Object.assign(test.deps.rateLimits, { allowHeavyWork: () => true });
  });
  afterAll(() => test.stop());
  beforeEach(async () => {
    await test.connection.redis.flushdb();
    test.setNow(beijing("2026-12-02T10:00"));
  });
  const geojson = async (query = "") =>
    (await test.call<Features>("GET", `/api/open-data/stations.geojson${query}`)).body;
  const services = async (query = "") => (await test.call<Page>("GET", `/api/open-data/hsds/services${query}`)).body;

  it("gives stations as GeoJSON in WGS-84, with hours, terms and a date for each verified fact", async () => {
    const verified = { location: null, services: beijing("2026-11-01T08:00"), open: beijing("2026-12-01T08:00") };
    await test.store(
      givenStation({ id: "st_open", location: PLACE, district, verified, amenities: { toilet: givenAmenity() } }),
    );
    const { features, license, source } = await geojson();
    expect([license, source]).toEqual(["CC BY 4.0", "兴庆区总工会"]);
    const [feature] = features;
    expect(feature?.properties).toMatchObject({
      gcj02: [113.6, 34.75],
      opening_hours: expect.stringContaining("Mo-Su 08:00-20:00"),
      amenities: { toilet: "working" },
      verified: { location: null, services: "2026-11-01T00:00:00.000Z", open: "2026-12-01T00:00:00.000Z" },
    });
    const [longitude = 0, latitude = 0] = feature?.geometry.coordinates ?? [];
    expect(longitude).toBeCloseTo(113.594, 2);
    expect(longitude).not.toBeCloseTo(113.6, 3);
    expect(latitude).toBeCloseTo(34.751, 2);
  });

  it("gives one service of HSDS by its id, as it stands in the list", async () => {
    await test.store(givenStation({ location: PLACE, district }), givenStation({ location: PLACE, district }));
    const { contents } = await services();
    const [first, second] = contents;
    const one = async (id: unknown) => test.call("GET", `/api/open-data/hsds/services/${id}`);
    expect((await one(second?.id)).body).toEqual(second);
    expect((await one(first?.id)).body).toEqual(first);
    expect((await one("00000000-0000-5000-8000-000000000000")).status).toBe(404);
  });

  it("answers again only when something has changed, and says what has changed since", async () => {
    const by = givenDeed;
    const old = givenStation({ location: PLACE, district, updatedAt: beijing("2026-11-01T08:00") });
    const fresh = givenStation({ location: PLACE, district, updatedAt: beijing("2026-12-01T08:00") });
    await test.store(old, fresh);
    const path = "/api/open-data/stations.geojson?city=4101";
    const first = await test.call("GET", path);
    const etag = first.headers.get("etag") ?? "";
    const headers = { "if-none-match": etag };
    expect((await test.call("GET", path, { headers })).status).toBe(304);
    const since = encodeURIComponent("2026-11-30T00:00:00+08:00");
    expect((await geojson(`?since=${since}`)).features.map(({ id }) => id)).toEqual([fresh.id]);
    const withdrawnAt = beijing("2026-12-02T09:00");
    const station = { ...old, revision: 2, withdrawnAt, updatedAt: withdrawnAt };
    expect(await test.deps.stations.put({ station, previous: old, by })).toBe("stored");
    expect((await test.call("GET", path, { headers })).status).toBe(200);
    const changes = await geojson(`?since=${since}`);
    expect([changes.features.map(({ id }) => id), changes.removed]).toEqual([[fresh.id], [old.id]]);
  });

  it("follows HSDS 3.2 field by field, with ids of version 5 that stay the same", async () => {
    const [first, ...town] = givenTown(12, seededRandom(5));
    if (first === undefined) throw new Error("no town");
    await test.store({ ...first, code: "YC-1", audience: "户外劳动者", entryNote: "推门就进" }, ...town);
    const { contents, total_items } = await services();
    expect(total_items).toBe(12);
    expect(hsdsFaults("page", (await services()) as unknown)).toEqual([]);
    const about = await test.call("GET", "/api/open-data/hsds");
    expect(hsdsFaults("api", about.body)).toEqual([]);
    const one = await test.call("GET", `/api/open-data/hsds/services/${contents[0]?.id}`);
    expect(hsdsFaults("service", one.body)).toEqual([]);
    const ids: string[] = [];
    const look = (kind: string, item: Item) => {
      expect(item.id).toMatch(UUID_V5);
      ids.push(`${kind} ${item.id}`);
      for (const [field, of] of Object.entries(HSDS[kind]?.nested ?? {})) {
        const inside = item[field] as Item | Item[] | undefined;
        const name = typeof of === "string" ? of : of[0];
        for (const each of Array.isArray(inside) ? inside : inside === undefined ? [] : [inside]) look(name, each);
      }
    };
    for (const service of contents) look("service", service);
    for (const kind of ["schedule", "location", "address", "attribute", "taxonomy_term", "organization"]) {
      expect(ids.filter((id) => id.startsWith(`${kind} `)).length, kind).toBeGreaterThan(0);
    }
    const once = ids.filter((id) => !/^(organization|taxonomy_term) /.test(id));
    expect(new Set(once).size).toBe(once.length);
    expect(contents.map(({ id }) => id)).toContain(uuidV5(`service:${first.id}`));
    expect((await services("?per_page=5&page=3")).contents).toHaveLength(2);
  });

  it("holds verified facts and accessibility to the same, and dates them by Beijing", async () => {
    // In Beijing it is the next day already.
    const verified = { location: null, services: beijing("2026-11-01T08:00"), open: beijing("2026-12-02T01:00") };
    const amenities = { wheelchair: givenAmenity(), toilet: givenAmenity("broken") };
    const told = givenStation({ location: PLACE, district, verified, amenities });
    await test.store(told, givenStation({ location: PLACE, district }));
    const page = await services();
    expect(hsdsFaults("page", page as unknown)).toEqual([]);
    const service = page.contents.find(({ id }) => id === uuidV5(`service:${told.id}`));
    expect(service?.assured_date).toBe("2026-12-02");
    expect(service?.service_at_locations[0]?.metadata).toMatchObject([
      { field_name: "services", last_action_date: "2026-11-01", last_action_type: "verified" },
      { field_name: "open", last_action_date: "2026-12-02" },
    ]);
    expect(service?.service_at_locations[0]?.location.accessibility).toHaveLength(1);
    // `interval` would need a beginning.
    for (const schedule of service?.schedules ?? [])
      expect("interval" in schedule && !("dtstart" in schedule)).toBe(false);
    expect(hsdsFaults("service", { ...service, status: "open", schedules: [{ id: "1" }], more: 1 })).toEqual([
      'service.status: "open" is no active,inactive,defunct,temporarily closed',
      'service.schedules[0].id: "1" is no uuid',
      "service.more: unknown",
    ]);
  });

  it("makes the ids that RFC 9562 describes", () => {
    expect(uuidV5("service:st_x")).toMatch(UUID_V5);
    expect(uuidV5("service:st_x")).toBe(uuidV5("service:st_x"));
    expect(uuidV5("service:st_x")).not.toBe(uuidV5("service:st_y"));
  });

  it("says of a closed door that it is closed for a while, in HSDS", async () => {
    const closure = { from: beijing("2026-12-02T09:00"), until: null, reason: "家里有事" };
    await test.store(givenStation({ location: PLACE, closure }));
    expect((await services()).contents[0]?.status).toBe("temporarily closed");
  });

  it("has nothing of a person in it, in any format", async () => {
    await test.store(
      givenStation({
        location: PLACE,
        phone: "0371-6660000",
        entryNote: "找王师傅 138 0371 0001",
        host: "张记小店 13903710002",
        address: "建设路 1 号，电话 13803710003",
        hours: givenHours({ note: "打 13803710004" }),
        confirmedBy: "keeper",
        closure: { from: 1, until: 2, reason: "站长家里有事" },
        amenities: { toilet: { ...givenAmenity("broken"), note: "小李在修" } },
      }),
    );
    for (const path of ALL) {
      const { body, status } = await test.call("GET", path);
      const text = typeof body === "string" ? body : JSON.stringify(body);
      expect(status).toBe(200);
      expect(text, path).not.toMatch(/6660000|0371|王师傅|小李|家里有事|keeper|confirmedBy|phone|电话 1/);
    }
  });

  const over = givenHours({
    week: Array.from({ length: 7 }, () => []),
    holidays: [],
    exceptions: [{ date: "2026-11-01", hours: [{ opens: 540, closes: 660 }] }],
  });

  it("gives services with hours of their own in GeoJSON, without those that are over", async () => {
    const weekly = { ...over, week: [[], [{ opens: 840, closes: 960 }], [], [], [], [], []], exceptions: [] };
    const timedServices = [
      { name: "法律援助", hours: weekly, note: "二楼", confirmedAt: 5 },
      { name: "义诊", hours: over, note: null, confirmedAt: null },
    ];
    await test.store(givenStation({ location: PLACE, district, timedServices }));
    const [feature] = (await geojson("?city=4101")).features;
    expect(feature?.properties.timed_services).toEqual([
      { name: "法律援助", opening_hours: expect.stringContaining("Tu 14:00-16:00"), note: "二楼" },
    ]);
  });

  it("comes back through the import without changing anything", async () => {
    const { services: listed } = readServiceList(
      "法律援助：周二14:00-16:00（二楼）；理发：12月5日9:00-11:00",
      test.deps.clock(),
    );
    const services = (listed ?? []).map((service) => ({ ...service, confirmedAt: 5 }));
    // One that is over is not given out, and its coming back changes nothing.
    services.push({ name: "义诊", hours: over, note: null, confirmedAt: 5 });
    const town = givenTown(40, seededRandom(9)).map((station, index) => ({
      ...station,
      district,
      code: index % 3 === 0 ? `ZZ-${index}` : null,
      name: `往返驿站${index}`,
      address: `河南省郑州市中原区建设路${index + 1}号`,
      amenities: {
        toilet: givenAmenity("broken"),
        microwave: givenAmenity(),
        tea: givenAmenity("absent"),
        aed: { ...givenAmenity(), confirmedAt: 5 },
      },
      location: { latitude: 34.7 + index / 500, longitude: 113.6 + index / 700 },
      timedServices: index % 2 === 0 ? services : [],
    }));
    await test.store(...town);
    const token = await test.signIn("officer");
    const me = await test.deps.tokens.verify(token);
    const user = await test.deps.users.find(me?.userId ?? "");
    if (user === null) throw new Error("nobody");
    await test.deps.users.put({ ...user, reach: ["41"] });
    const { body } = await test.call<string>("GET", "/api/open-data/stations.csv");
    const before = await test.deps.stations.findMany(town.map(({ id }) => id));
    const reply = await test.call<{ created: number; updated: number; unchanged: number }>(
      "POST",
      "/api/stations/import",
      { token, body, headers: { "content-type": "text/csv" } },
    );
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    expect(await test.deps.stations.findMany(town.map(({ id }) => id))).toEqual(before);
    expect(reply.body).toMatchObject({ created: 0, updated: 0, unchanged: 40 });
  });

  it("is not there where an office has switched it off", async () => {
    const { openData } = test.deps;
    test.deps.openData = null;
    for (const path of ["/api/open-data", "/api/open-data/hsds", "/api/open-data/timetable.ics", ...ALL]) {
      expect((await test.call("GET", path)).status).toBe(404);
    }
    test.deps.openData = openData;
  });
});
