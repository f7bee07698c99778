import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeEach, describe, expect, it } from "vitest";
import { runLongWork, runSlice } from "../../../api/long-work/run-long-work.js";
import type { ErrorAnswer } from "../../../shared/contract/error-answer.js";
import type { LongWorkAnswer } from "../../../shared/long-work/long-work.js";
import type { Station } from "../../../shared/stations/station.js";
import { givenStation } from "../../support/given.js";
import { testApp } from "../../support/test-app.js";

describe("the posters of many stations", () => {
  const test = testApp();
  let officer: string;
  beforeEach(async () => {
    test.passWallTime(60_000);
    officer = await test.signIn("officer");
  });

  const print = <Body = LongWorkAnswer>(stationIds: readonly string[]) =>
    test.call<Body>("POST", "/api/stations/posters", { token: officer, json: { stationIds } });
  const look = async (id: string) =>
    (await test.call<LongWorkAnswer>("GET", `/api/long-work/${id}`, { token: officer })).body;
  const givenStations = async (count: number): Promise<Station[]> => {
    const stations = Array.from({ length: count }, (_, index) => givenStation({ name: `第 ${index + 1} 号驿站` }));
    for (const station of stations) await test.store(station);
    return stations;
  };
  /** The text of every page of a file. */
  const pagesOf = async (path: string | undefined): Promise<string[]> => {
    const response = await test.app.request(path ?? "", { headers: { authorization: `Bearer ${officer}` } });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    const document = await getDocument({ data: new Uint8Array(await response.arrayBuffer()), verbosity: 0 }).promise;
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
    }
    return pages;
  };

  it("are pages of one PDF, in the order they were asked for", async () => {
    const stations = await givenStations(3);
    const asked = stations.toReversed();
    const { status, body } = await print(asked.map(({ id }) => id));
    expect([status, body.kind, body.state]).toEqual([201, "station-posters", "under-way"]);
    await runLongWork(test.deps);
    const done = await look(body.id);
    expect(done).toMatchObject({ state: "done", done: 3, total: 3, files: [{ name: "驿站海报-1.pdf" }] });
    const pages = await pagesOf(done.files[0]?.path);
    expect(pages.length).toBe(3);
    for (const [place, { name }] of asked.entries()) expect(pages[place]).toContain(name);
  });

  it("are several PDFs where they are many, each small enough for one answer, and tell how far they are", async () => {
    const stations = await givenStations(28);
    const { body } = await print(stations.map(({ id }) => id));
    await runSlice(test.deps, body.id);
    expect(await look(body.id)).toMatchObject({ state: "under-way", done: 25, total: 28 });
    await runLongWork(test.deps);
    const done = await look(body.id);
    expect([done.state, done.done, done.files.length]).toEqual(["done", 28, 2]);
    expect(done.files.every(({ bytes }) => bytes < 4_000_000)).toBe(true);
    expect((await pagesOf(done.files[1]?.path)).length).toBe(3);
  }, 60_000);

  it("leave out who was withdrawn meanwhile", async () => {
    const [gone, there] = await givenStations(2);
    if (!gone || !there) throw new Error("no stations");
    const { body } = await print([gone.id, there.id]);
    const withdrawn = await test.call("POST", `/api/stations/${gone.id}/withdraw`, { token: officer });
    expect(withdrawn.status).toBe(200);
    await runLongWork(test.deps);
    const done = await look(body.id);
    const [page, ...others] = await pagesOf(done.files[0]?.path);
    expect([done.done, others.length, page?.includes(there.name)]).toEqual([2, 0, true]);
  });

  it("are refused by name where a station is not there", async () => {
    const [station] = await givenStations(1);
    const { status, body } = await print<ErrorAnswer>([station?.id ?? "", "st_nowhere"]);
    expect([status, body.error.fields]).toEqual([
      400,
      [{ path: "stationIds.1", message: "没有这个驿站，或者已经撤下" }],
    ]);
  });

  it("stop when they are cancelled, and what is drawn by then stays", async () => {
    const stations = await givenStations(26);
    const { body } = await print(stations.map(({ id }) => id));
    await runSlice(test.deps, body.id);
    const cancelled = await test.call<LongWorkAnswer>("POST", `/api/long-work/${body.id}/cancel`, { token: officer });
    expect([cancelled.status, cancelled.body.state, cancelled.body.done]).toEqual([200, "cancelled", 25]);
    expect(await runLongWork(test.deps)).toEqual({ changed: 0 });
    const after = await look(body.id);
    expect([after.state, after.files.length]).toEqual(["cancelled", 1]);
    expect((await pagesOf(after.files[0]?.path)).length).toBe(25);
  }, 60_000);
});
