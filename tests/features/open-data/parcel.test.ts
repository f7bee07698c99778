import { unzipSync } from "fflate";
import readXlsxFile from "read-excel-file/node";
import { beforeEach, describe, expect, it } from "vitest";
import { runLongWork } from "../../../api/long-work/run-long-work.js";
import { photoFileName } from "../../../api/photos/photo-files.js";
import type { LongWorkAnswer } from "../../../shared/long-work/long-work.js";
import { givenStation } from "../../support/given.js";
import { givenStationPhoto } from "../../support/given-photo.js";
import { testApp } from "../../support/test-app.js";

describe("a parcel for who draws maps", () => {
  const test = testApp();
  let officer: string;
  beforeEach(async () => {
    test.passWallTime(60_000);
    officer = await test.signIn("officer");
  });
  const pack = async (stationIds: readonly string[]) => {
    const { body } = await test.call<LongWorkAnswer>("POST", "/api/open-data/parcels", {
      token: officer,
      json: { stationIds },
    });
    await runLongWork(test.deps);
    const done = (await test.call<LongWorkAnswer>("GET", `/api/long-work/${body.id}`, { token: officer })).body;
    return done;
  };
  const unzip = async (path: string | undefined) => {
    const response = await test.app.request(path ?? "", { headers: { authorization: `Bearer ${officer}` } });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/zip"]);
    return unzipSync(new Uint8Array(await response.arrayBuffer()));
  };
  const keep = (stationId: string, photoId: string, bytes: number) =>
    test.deps.photoFiles?.put(photoFileName(stationId, photoId, "large"), new Uint8Array(bytes).fill(7));
  const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

  it("holds the list and the photos that everybody sees, by the codes of their stations, and nothing of a person", async () => {
    const photos = [
      givenStationPhoto({ of: "entrance" }),
      givenStationPhoto({ of: "entrance" }),
      givenStationPhoto({ of: "inside", check: "waiting" }),
      givenStationPhoto({ of: "sign" }),
      givenStationPhoto({ of: "inside", check: "refused", refusedFor: "看得到人脸" }),
    ];
    const told = { phone: "0371-6660000", entryNote: "找王师傅 13803710001", host: "张记 13803710002" };
    const station = givenStation({ name: "建设路驿站", code: "ZZ/001", photos, ...told });
    const plain = givenStation({ code: "ZZ-002", photos: [givenStationPhoto({ of: "inside" })] });
    const gone = givenStation({ name: "撤下的驿站" });
    await test.store(station, plain, gone);
    for (const { id } of photos) await keep(station.id, id, 1_000);
    await keep(plain.id, plain.photos?.[0]?.id ?? "", 10);
    const work = await pack([plain.id, station.id, gone.id]);
    expect(work).toMatchObject({ kind: "station-parcel", state: "done", done: 3, total: 3 });
    expect(work.files.map(({ name }) => name)).toEqual(["驿站资料-1.zip"]);
    const files = await unzip(work.files[0]?.path);
    expect(Object.keys(files).sort()).toEqual([
      "photos/ZZ-002-room.jpg",
      `photos/ZZ_001-${station.id}-door-2.jpg`,
      `photos/ZZ_001-${station.id}-door.jpg`,
      `photos/ZZ_001-${station.id}-sign.jpg`,
      "stations.xlsx",
      "说明.txt",
    ]);
    const [sheet] = await readXlsxFile(Buffer.from(files["stations.xlsx"] ?? []));
    const [head, first, second] = sheet?.data ?? [];
    expect(head?.at(-1)).toBe("照片");
    expect(first?.at(-1)).toBe("photos/ZZ-002-room.jpg");
    expect(second?.[1]).toBe("建设路驿站");
    expect(JSON.stringify([first, second])).not.toMatch(/1380371|6660000|王师傅|看得到人脸/);
    expect(text(files["说明.txt"])).toContain("GCJ-02");
    expect(text(files["说明.txt"])).toContain("CC BY 4.0");
  });

  it("is several files where photos are many, each small enough for one answer, the list in the first", async () => {
    const stations = Array.from({ length: 8 }, (_, index) =>
      givenStation({ code: `P-${index}`, photos: [givenStationPhoto({ of: "entrance" })] }),
    );
    await test.store(...stations);
    for (const { id, photos } of stations) await keep(id, photos?.[0]?.id ?? "", 900_000);
    const work = await pack(stations.map(({ id }) => id));
    expect(work).toMatchObject({ state: "done", done: 8 });
    expect(work.files.every(({ bytes }) => bytes < 4_000_000)).toBe(true);
    const names: string[] = [];
    for (const { path } of work.files) names.push(...Object.keys(await unzip(path)));
    expect(names.filter((name) => name === "stations.xlsx")).toHaveLength(1);
    expect(names.filter((name) => name.startsWith("photos/")).sort()).toEqual(
      stations.map(({ code }) => `photos/${code}-door.jpg`),
    );
    expect(work.files.length).toBe(3);
  });

  it("is made of stations that are there, and a photo that is lost is left out", async () => {
    const station = givenStation({ code: "L-1", photos: [givenStationPhoto({ of: "entrance" })] });
    await test.store(station);
    const refused = await test.call("POST", "/api/open-data/parcels", {
      token: officer,
      json: { stationIds: [station.id, "st_nowhere"] },
    });
    expect(refused.status).toBe(400);
    const files = await unzip((await pack([station.id])).files[0]?.path);
    expect(Object.keys(files).sort()).toEqual(["stations.xlsx", "说明.txt"]);
  });
});
