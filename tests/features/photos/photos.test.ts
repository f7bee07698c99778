import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { reviewEveryPhoto, showEveryPhoto } from "../../../api/photos/photo-check.js";
import { type PhotoFiles, PhotoFilesError } from "../../../api/photos/photo-files.js";
import { HOUR_MS } from "../../../shared/common/time.js";
import type { StationDetail, WaitingPhotos } from "../../../shared/stations/station-answer.js";
import { beijing, givenStation } from "../../support/given.js";
import { givenPhotoFile } from "../../support/given-photo.js";
import { givenKeeper, givenOfficer } from "../../support/given-user.js";
import { TRANSPORTS, testApp } from "../../support/test-app.js";

const NOW = beijing("2026-11-24T10:00");
const YEAR = "public, max-age=31536000, immutable";

describe.each(TRANSPORTS)("photos of a station, over %s", (transport) => {
  const test = testApp(transport);
  let keeper: string;
  let officer: string;
  let files: PhotoFiles;
  beforeAll(() => {
    if (test.deps.photoFiles === null) throw new Error("there is nowhere for pictures");
    files = test.deps.photoFiles;
  });
  beforeEach(async () => {
    test.setNow(NOW);
    test.logged.length = 0;
    test.deps.photoFiles = files;
    test.deps.photoCheck = showEveryPhoto;
    await test.store(givenStation({ id: "st_one", name: "丽景街驿站" }));
    keeper = await test.signInAs(givenKeeper("st_one"));
    officer = await test.signInAs(givenOfficer("6401"));
  });

  let made = 0;
  /** A file like no other. */
  const jpeg = () => givenPhotoFile({ width: 320 + ++made, height: 240 });
  const add = async (of: string, { body, token = keeper }: { body?: Uint8Array<ArrayBuffer>; token?: string } = {}) =>
    test.call<StationDetail>("POST", `/api/stations/st_one/photos?of=${of}`, {
      token,
      body: body ?? (await jpeg()),
      headers: { "content-type": "image/jpeg" },
    });
  const seen = async (token?: string) =>
    (await test.call<StationDetail>("GET", "/api/stations/st_one", token ? { token } : {})).body.photos;
  const picture = async (path: string | null | undefined) => {
    const response = await test.app.request(path ?? "/no/picture");
    return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
  };
  const audit = async () =>
    (await test.call<{ entries: { action: string; author: object }[] }>("GET", "/api/audit", { token: officer })).body
      .entries;

  it("are seen by everybody, in two sizes, and kept by browsers for good", async () => {
    const { status, body } = await add("entrance", { body: await givenPhotoFile({ width: 3_000, height: 2_000 }) });
    expect(status).toBe(201);
    expect(body.photos).toMatchObject([{ of: "entrance", check: "passed", width: 1_280, height: 853 }]);
    const [photo] = await seen();
    expect(photo).toEqual(body.photos[0]);
    const large = await picture(photo?.url);
    expect([large.status, large.headers.get("content-type"), large.headers.get("cache-control")]).toEqual([
      200,
      "image/jpeg",
      YEAR,
    ]);
    expect(await sharp(large.bytes).metadata()).toMatchObject({ format: "jpeg", width: 1_280 });
    expect(await sharp((await picture(photo?.smallUrl)).bytes).metadata()).toMatchObject({ width: 480 });
  });

  it("may be shown by pages of another origin, as WeChat's are; what says no may not", async () => {
    await add("entrance");
    const [photo] = await seen();
    const policies = await Promise.all(
      [photo?.url, photo?.smallUrl, `${photo?.url}x`, "/api/stations/st_one"].map(async (path) =>
        (await picture(path)).headers.get("cross-origin-resource-policy"),
      ),
    );
    expect(policies).toEqual(["cross-origin", "cross-origin", "same-origin", "same-origin"]);
  });

  it("come as a form too, as phones send them", async () => {
    const form = new FormData();
    form.set("photo", new File([await jpeg()], "tmp.jpg", { type: "application/octet-stream" }));
    const request = new Request("http://localhost/", { method: "POST", body: form });
    const reply = await test.call<StationDetail>("POST", "/api/stations/st_one/photos?of=sign", {
      token: keeper,
      body: new Uint8Array(await request.arrayBuffer()),
      headers: { "content-type": request.headers.get("content-type") ?? "", "idempotency-key": "tap-1" },
    });
    expect([reply.status, reply.body.photos.map(({ of }) => of)]).toEqual([201, ["sign"]]);
  });

  it.each([
    ["what is no photo", { body: new TextEncoder().encode("<html>") }, "400 invalid_input photo"],
    ["nothing", { body: new Uint8Array() }, "400 invalid_input photo"],
    ["more than 4 MB", { body: new Uint8Array(4 * 1024 * 1024 + 1) }, "413 photo_too_large"],
    ["another type", { body: "{}", type: "application/json" }, "415 photo_expected"],
    [
      "a form without one",
      { body: "--x\r\n\r\n--x--", type: "multipart/form-data; boundary=x" },
      "400 invalid_input photo",
    ],
  ] as const)("are not %s", async (_, { body, ...rest }, outcome) => {
    const type = "type" in rest ? rest.type : "image/jpeg";
    const reply = await test.call<{ error: { code: string; fields?: { path: string }[] } }>(
      "POST",
      "/api/stations/st_one/photos?of=inside",
      { token: keeper, body, headers: { "content-type": type } },
    );
    const { code, fields = [] } = reply.body.error;
    expect([reply.status, code, ...fields.map(({ path }) => path)].join(" ")).toBe(outcome);
    expect(await seen()).toEqual([]);
  });

  it("are one photo when the same file is sent twice, at once too", async () => {
    const body = await jpeg();
    await Promise.all([add("inside", { body }), add("inside", { body }), add("inside", { body })]);
    const { status, body: again } = await add("inside", { body });
    expect([status, again.photos.length]).toEqual([201, 1]);
    expect(await seen()).toHaveLength(1);
  });

  it("make room for newer ones of the same subject, and their pictures go", async () => {
    await add("sign");
    const first = (await add("entrance")).body.photos[0];
    for (let i = 0; i < 3; i++) await add("entrance");
    const photos = await seen();
    expect(photos.map(({ of }) => of)).toEqual(["entrance", "entrance", "entrance", "sign"]);
    expect(photos.map(({ id }) => id)).not.toContain(first?.id);
    expect((await picture(first?.url)).status).toBe(404);
    expect(await files.get(`stations/st_one/${first?.id}/large.jpg`)).toBeNull();
  });

  it("go when they are removed, the pictures too, once and again", async () => {
    const photo = (await add("inside")).body.photos[0];
    const remove = () =>
      test.call<StationDetail>("DELETE", `/api/stations/st_one/photos/${photo?.id}`, { token: keeper });
    expect((await remove()).body.photos).toEqual([]);
    expect((await remove()).status).toBe(200);
    expect((await picture(photo?.url)).status).toBe(404);
    for (const size of ["large", "small"])
      expect(await files.get(`stations/st_one/${photo?.id}/${size}.jpg`)).toBeNull();
  });

  it("leave the lists with the station", async () => {
    const photo = (await add("inside")).body.photos[0];
    await test.call("POST", "/api/stations/st_one/withdraw", { token: officer });
    expect((await picture(photo?.url)).status).toBe(404);
    expect((await add("inside", { token: officer })).status).toBe(404);
  });

  it("are in the record: who added, approved and removed them", async () => {
    test.deps.photoCheck = reviewEveryPhoto;
    const id = (await add("sign")).body.photos[0]?.id;
    await test.call("POST", `/api/stations/st_one/photos/${id}/approve`, { token: officer });
    await test.call("DELETE", `/api/stations/st_one/photos/${id}`, { token: keeper });
    const entries = await audit();
    expect(entries.slice(0, 3)).toMatchObject([
      { action: "station:remove-photo", author: { role: "keeper" }, from: { photos: [{ id }] }, to: { photos: [] } },
      { action: "station:approve-photo", author: { role: "officer" }, to: { photos: [{ id, check: "passed" }] } },
      { action: "station:add-photo", author: { role: "keeper" }, to: { photos: [{ id, check: "waiting" }] } },
    ]);
  });

  it("are gone from the store when the station could not take them", async () => {
    const kept: string[] = [];
    test.deps.photoFiles = {
      ...files,
      put: async (name, bytes) => {
        kept.push(name);
        await files.put(name, bytes);
        // Somebody takes the station off the lists while its photo is being stored.
        if (kept.length === 2) await test.call("POST", "/api/stations/st_one/withdraw", { token: officer });
      },
    };
    expect((await add("entrance")).status).toBe(404);
    expect(kept).toHaveLength(2);
    for (const name of kept) expect(await files.get(name)).toBeNull();
  });

  it("cannot be kept while the store fails, which the log says and nobody is told", async () => {
    test.deps.photoFiles = { ...files, put: async () => Promise.reject(new PhotoFilesError("503 SlowDown")) };
    expect(await add("entrance")).toMatchObject({ status: 503, body: { error: { code: "photos_unavailable" } } });
    expect(await seen()).toEqual([]);
    expect(test.logged.find(({ event }) => event === "photos_unavailable")?.reason).toContain("503 SlowDown");
    test.deps.photoFiles = null;
    expect(await add("entrance")).toMatchObject({ status: 503, body: { error: { code: "photos_unavailable" } } });
  });

  describe("that nobody has checked", () => {
    beforeEach(() => {
      test.deps.photoCheck = reviewEveryPhoto;
    });
    const approve = (id: string | undefined, token = officer) =>
      test.call<StationDetail>("POST", `/api/stations/st_one/photos/${id}/approve`, { token });
    const waiting = async (token = officer) =>
      (await test.call<WaitingPhotos>("GET", "/api/photos/waiting", { token })).body;

    it("are seen by the station's own people, and by nobody else", async () => {
      await add("sign");
      const states = async (token?: string) => (await seen(token)).map(({ check }) => check);
      expect(await states()).toEqual([]);
      expect(await states(await test.signIn("worker"))).toEqual([]);
      expect(await states(await test.signInAs(givenKeeper("st_other")))).toEqual([]);
      expect(await states(await test.signInAs(givenOfficer("41")))).toEqual([]);
      expect(await states(keeper)).toEqual(["waiting"]);
      expect(await states(officer)).toEqual(["waiting"]);
    });

    it("open by an address that nobody makes up, for an hour or two, and stay out of caches", async () => {
      const photo = (await add("sign")).body.photos[0];
      const shown = await picture(photo?.url);
      expect([shown.status, shown.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
      const [path = "", query = ""] = (photo?.url ?? "").split("?");
      const guessed = new URLSearchParams(query);
      guessed.set("until", String(Number(guessed.get("until")) + HOUR_MS));
      for (const address of [path, `${path}?${guessed}`, `${path}?until=9&pass=`]) {
        expect((await picture(address)).status, address).toBe(404);
      }
      const other = (await add("sign")).body.photos[0];
      expect((await picture(`${other?.url?.split("?")[0]}?${query}`)).status).toBe(404);
      test.passWallTime(2 * HOUR_MS);
      expect((await picture(photo?.url)).status).toBe(404);
    });

    it("are shown once an officer has looked, and take no photo's place before", async () => {
      test.deps.photoCheck = showEveryPhoto;
      for (let i = 0; i < 3; i++) await add("entrance");
      test.deps.photoCheck = reviewEveryPhoto;
      const newest = (await add("entrance")).body.photos[0];
      expect(await seen()).toHaveLength(3);
      expect((await approve(newest?.id)).body.photos[0]).toMatchObject({ id: newest?.id, check: "passed" });
      expect((await seen()).map(({ id }) => id)).toContain(newest?.id);
      expect(await seen(keeper)).toHaveLength(3);
      expect((await approve(newest?.id)).status).toBe(200);
      expect((await approve("ph_nobodys00")).status).toBe(404);
      expect((await approve(newest?.id, keeper)).status).toBe(403);
    });

    it("are refused by an officer with a reason, which whoever took it reads, and their picture is gone", async () => {
      const photo = (await add("sign")).body.photos[0];
      const reject = (id: string | undefined, token = officer, reason = "拍到人脸了") =>
        test.call<StationDetail>("POST", `/api/stations/st_one/photos/${id}/reject`, { token, json: { reason } });
      expect((await reject(photo?.id, keeper)).status).toBe(403);
      expect((await reject("ph_nobodys00")).status).toBe(404);
      expect((await reject(photo?.id)).status).toBe(200);
      // Again, in other words: what was said stays.
      expect((await reject(photo?.id, officer, "看不清")).status).toBe(200);
      expect(await seen(keeper)).toMatchObject([
        { id: photo?.id, check: "refused", refusedFor: "拍到人脸了", url: null },
      ]);
      expect(await seen()).toEqual([]);
      expect((await picture(photo?.url)).status).toBe(404);
      expect((await approve(photo?.id)).status).toBe(409);
      expect(await waiting()).toMatchObject({ total: 0 });
    });

    it("wait in one list for the officers who reach them, the oldest first", async () => {
      await test.store(
        givenStation({ id: "st_two", name: "银虹驿站" }),
        givenStation({ id: "st_far", district: { code: "410102", text: "中原区" } }),
      );
      const all = await test.signInAs(givenOfficer(""));
      const addAt = async (id: string, minutes: number) => {
        test.setNow(NOW + minutes * 60_000);
        await test.call("POST", `/api/stations/${id}/photos?of=sign`, {
          token: all,
          body: await jpeg(),
          headers: { "content-type": "image/jpeg" },
        });
      };
      await addAt("st_one", 5);
      await addAt("st_two", 1);
      await addAt("st_far", 0);
      const names = async (token = officer) => (await waiting(token)).stations.map(({ id }) => id);
      expect(await names()).toEqual(["st_two", "st_one"]);
      expect(await names(all)).toEqual(["st_far", "st_two", "st_one"]);
      const photo = (await waiting()).stations[0]?.photos[0];
      expect((await picture(photo?.smallUrl)).status).toBe(200);
      await test.call("POST", `/api/stations/st_two/photos/${photo?.id}/approve`, { token: officer });
      expect(await waiting()).toMatchObject({ total: 1, stations: [{ id: "st_one" }] });
      await test.call("POST", "/api/stations/st_one/withdraw", { token: officer });
      expect(await waiting()).toMatchObject({ total: 0, stations: [] });
    });
  });
});
