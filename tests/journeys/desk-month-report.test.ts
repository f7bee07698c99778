import { writeFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { XMLParser } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { readTables } from "../../api/tables/read-tables.js";
import { cellText } from "../../api/tables/table.js";
import type { StationDetail } from "../../shared/stations/station-answer.js";
import { beijing, givenHours } from "../support/given.js";
import { ask, tokenOf } from "./support/ask.js";
import { openClerk } from "./support/desk.js";
import { setServerClock } from "./support/visitor.js";

/** Districts in which no other journey has a station; one for each time that this one is run. */
const DISTRICTS = [
  { code: "640205", text: "惠农区" },
  { code: "640221", text: "平罗县" },
];
/** Of A4 with margins of 12 mm, in CSS pixels. */
const PRINTED = { width: 703, height: 1_031 };

test("a clerk makes October's report, follows its numbers to their rows, saves it as a sheet and prints it on one page", async () => {
  const district = DISTRICTS.shift() ?? { code: "", text: "" };
  const union = `${district.text}总工会`;
  const stations = await liveThroughOctober(district);
  const { page } = await openClerk("/desk/today");
  await page.getByRole("link", { name: "报表", exact: true }).click();
  await page.getByLabel("月份").selectOption({ label: "2026 年 10 月" });
  await page.getByLabel("范围").selectOption({ label: district.text });
  await page.getByText(`2026 年 10 月 · ${district.text} · 和 2026 年 9 月比`).waitFor();
  await page.getByLabel("落款单位").fill(union);
  await page.getByRole("heading", { name: `${union}驿站月报` }).waitFor();
  expect(new URL(page.url()).searchParams.get("reach")).toContain(district.code);

  // Nothing is known of September, when there was no station; how often doors are open, of neither.
  const posted = page.getByRole("row", { name: /^门上时间说开/ });
  expect(await posted.getByRole("cell").allTextContents()).toEqual(["没有记录", "没有记录", "不能比"]);

  await openNumber(page, "新增 3 个");
  expect((await rowsBehind(page)).sort()).toEqual(stations.map(({ name }) => name).sort());
  await openNumber(page, "从坏到修好（中位） 2 天");
  await page.getByRole("complementary").getByText("微波炉，2 天").waitFor();
  const record = page.getByRole("complementary").getByRole("link", { name: "那天的记录" });
  await record.click();
  await page.getByRole("heading", { name: "记录", level: 1 }).waitFor();
  await page.getByRole("cell", { name: /^改了设施/ }).waitFor();
  await page.goBack();
  await openNumber(page, "收到 1 件");
  await page
    .getByRole("complementary")
    .getByRole("link", { name: stations[1]?.name ?? "", exact: true })
    .click();
  await page.getByRole("heading", { name: "上报", level: 1 }).waitFor();
  await page.getByRole("cell", { name: "门关着", exact: true }).waitFor();
  await page.goBack();
  await openNumber(page, "30 天没人确认 2 个");
  expect(await rowsBehind(page)).toHaveLength(2);

  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "存成 Excel" }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe(`${union}驿站月报-2026-10-${district.text}.xlsx`);
  const { sheets } = await readTables(await buffer(await file.createReadStream()));
  const rows = (sheets[0]?.rows ?? []).map((row) => row.map(cellText));
  expect(rows.slice(0, 2)).toEqual([[`${union}驿站月报`], [`2026 年 10 月 · ${district.text} · 和 2026 年 9 月比`]]);
  expect(rows).toContainEqual(expect.arrayContaining(["驿站", "月末在册（个）", "3", "没有记录", "不能比"]));

  const written = page.waitForEvent("download");
  await page.getByRole("button", { name: "存成 Word" }).click();
  const word = await written;
  expect(word.suggestedFilename()).toBe(`${union}驿站月报-2026-10-${district.text}.docx`);
  const paragraphs = paragraphsOf(await buffer(await word.createReadStream()));
  expect(paragraphs.slice(0, 2)).toEqual([`${union}驿站月报`, `2026 年 10 月 · ${district.text} · 和 2026 年 9 月比`]);
  const onHand = paragraphs.indexOf("月末在册");
  expect(paragraphs.slice(onHand, onHand + 4)).toEqual(["月末在册", "3 个", "没有记录", "不能比"]);
  if (process.env.LOOK_FOLDER) await word.saveAs(`${process.env.LOOK_FOLDER}/report.docx`);

  expect(await page.title()).toBe(`${union}驿站月报-2026-10-${district.text}`);
  if (process.env.LOOK_FOLDER) await page.screenshot({ path: `${process.env.LOOK_FOLDER}/panel.png` });
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(PRINTED);
  const printed = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    height: document.documentElement.scrollHeight,
    shown: document.body.innerText,
  }));
  expect(printed.width).toBeLessThanOrEqual(PRINTED.width);
  expect(printed.height).toBeLessThanOrEqual(PRINTED.height);
  expect(printed.shown).toContain(`${union}驿站月报`);
  expect(printed.shown).not.toContain("存成 Excel");
  const pdf = await page.pdf({ preferCSSPageSize: true });
  if (process.env.LOOK_FOLDER) await writeFile(`${process.env.LOOK_FOLDER}/report.pdf`, pdf);
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

/** Three stations, one of which is confirmed, one mended, one reported shut. */
async function liveThroughOctober(district: (typeof DISTRICTS)[number]): Promise<StationDetail[]> {
  await setServerClock(beijing("2026-10-05T09:00"));
  const officer = await tokenOf({ as: "officer", name: "月报干部" });
  const stations: StationDetail[] = [];
  for (const turn of [1, 2, 3]) {
    const location = { latitude: 39.24, longitude: 106.78 + turn / 1_000 };
    const facts = { name: `月报站 ${turn}`, address: `北大街 ${turn} 号`, district, location };
    stations.push(await ask("POST", "/stations", officer, { ...facts, hours: givenHours() }));
  }
  onTestFinished(async () => {
    for (const { id } of stations) await ask("POST", `/stations/${id}/withdraw`, officer);
  });
  const [mended, shut] = stations;
  const microwave = (state: string) => ask("PUT", `/stations/${mended?.id}/amenities/microwave`, officer, { state });
  await setServerClock(beijing("2026-10-10T09:00"));
  await microwave("broken");
  await setServerClock(beijing("2026-10-12T09:00"));
  await microwave("working");
  await ask("POST", `/stations/${mended?.id}/confirm`, officer);
  await setServerClock(beijing("2026-10-15T09:00"));
  await ask("POST", `/stations/${shut?.id}/reports`, null, { kind: "door_closed", atDoor: true });
  return stations;
}

/** The texts of a Word document, paragraph by paragraph, those in its table too. */
function paragraphsOf(file: Uint8Array): string[] {
  const { "word/document.xml": content } = unzipSync(file);
  const parser = new XMLParser({ preserveOrder: true, trimValues: false });
  const texts = (node: unknown): string => {
    if (Array.isArray(node)) return node.map(texts).join("");
    if (typeof node !== "object" || node === null) return "";
    return Object.entries(node)
      .map(([name, inside]) => (name === "#text" ? String(inside) : texts(inside)))
      .join("");
  };
  const paragraphs = (node: unknown): string[] => {
    if (Array.isArray(node)) return node.flatMap(paragraphs);
    if (typeof node !== "object" || node === null) return [];
    return Object.entries(node).flatMap(([name, inside]) => (name === "w:p" ? [texts(inside)] : paragraphs(inside)));
  };
  return paragraphs(parser.parse(strFromU8(content ?? new Uint8Array())));
}

async function openNumber(page: Page, words: string): Promise<void> {
  await page.getByRole("link", { name: `${words}，看是哪些` }).click();
}

/** What the panel lists, once it has it. */
async function rowsBehind(page: Page): Promise<string[]> {
  const panel = page.getByRole("complementary", { name: "这个数字是哪些" });
  await panel.getByRole("status").waitFor();
  return panel.getByRole("listitem").getByRole("link").filter({ hasNotText: "那天的记录" }).allTextContents();
}
