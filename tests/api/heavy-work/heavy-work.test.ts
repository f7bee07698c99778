import { afterAll, describe, expect, it } from "vitest";
import { createHeavyWork } from "../../../api/heavy-work/heavy-work.js";
import { newId } from "../../../api/ids.js";
import { givenStation } from "../../support/given.js";
import { csv, givenRow } from "../../support/given-list.js";
import { HOSTILE_FILES } from "../../support/hostile-files.js";

const heavyWork = createHeavyWork(newId);
afterAll(() => heavyWork.close());

const table = { sheet: "表", columns: [{ header: "名称" }], rows: [["甲"]] };

describe("heavy work in threads", () => {
  it("gives back what it makes", async () => {
    const xlsx = await heavyWork.run("writeTable", table);
    expect(Buffer.from(xlsx.subarray(0, 2)).toString()).toBe("PK");
    const poster = {
      station: givenStation(),
      link: "https://yizhan.example/",
      format: "png" as const,
      miniProgramCode: null,
    };
    const png = await heavyWork.run("drawPoster", poster);
    expect(Buffer.from(png.subarray(1, 4)).toString()).toBe("PNG");
  });

  it("gives back what a list says, maps and sets too", async () => {
    const file = csv(givenRow({ 名称: "丽景街驿站" }), givenRow({ "经度(GCJ-02)": "若干" }));
    const list = await heavyWork.run("readStationList", { file, datum: null });
    expect(list.sheets[0]?.header.columns.get("name")).toMatchObject({ heading: "名称" });
    expect(list.rows[0]).toMatchObject({ name: "丽景街驿站" });
    expect(list.errors).toMatchObject({ total: 1, places: new Set(["3|经度(GCJ-02)|"]) });
  });

  it("ends as it would have ended here, with the same sentences", async () => {
    const file = new TextEncoder().encode("1,2,3");
    await expect(heavyWork.run("readStationList", { file, datum: null })).rejects.toMatchObject({
      code: "import_rejected",
      problems: [{ message: expect.stringContaining("没有找到表头") }],
    });
  });

  it.each(HOSTILE_FILES)("refuses with a limit that it names: $name", async ({ make, isTable, says }) => {
    const outcome: unknown = await heavyWork.run("readStationList", { file: make(), datum: null }).catch((e) => e);
    if (isTable) expect(outcome).toMatchObject({});
    else
      expect(outcome).toMatchObject({ code: "import_rejected", problems: [{ message: expect.stringMatching(says) }] });
  });

  it("turns away what would wait behind too much, and goes on afterwards", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => heavyWork.run("writeTable", table)));
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refused.length).toBeGreaterThan(20);
    for (const reason of refused) expect(reason).toMatchObject({ code: "busy", status: 503 });
    expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(2);
    await expect(heavyWork.run("writeTable", table)).resolves.toBeTruthy();
  });
});
