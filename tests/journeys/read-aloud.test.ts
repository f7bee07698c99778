import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { findNearby, listOf } from "./support/nearby.js";
import { COMMUNITY } from "./support/town.js";
import { openVisitor, type Visitor } from "./support/visitor.js";

/** A browser that speaks these languages, and keeps what it was given to say. */
async function givenVoices({ context }: Visitor, languages: readonly string[]): Promise<void> {
  await context.addInitScript((spoken) => {
    const told = { said: "", isSpeaking: false, end: () => {} };
    const voices = spoken.map((lang) => ({ lang }));
    const speech = {
      getVoices: () => voices,
      addEventListener: () => {},
      removeEventListener: () => {},
      speak: (utterance: { text: string; onend: () => void }) => {
        Object.assign(told, { said: utterance.text, isSpeaking: true, end: utterance.onend });
      },
      cancel: () => Object.assign(told, { isSpeaking: false }),
    };
    Object.assign(window, { told, SpeechSynthesisUtterance: Utterance });
    Object.defineProperty(window, "speechSynthesis", { value: speech });
    function Utterance(this: { text: string }, text: string) {
      this.text = text;
    }
  }, languages);
}

const told = (page: Page) =>
  page.evaluate(() => {
    const { told } = window as unknown as { told: { said: string; isSpeaking: boolean } };
    return { said: told.said, isSpeaking: told.isSpeaking };
  });

/** Every word and every figure, without the marks, spaces and points between them. */
const bare = (text: string) => text.replace(/0?(\d+):00/g, "$1点").replace(/[^\p{L}\p{N}]/gu, "");

test("念出来 says of the first card what stands on it, line for line", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await givenVoices(visitor, ["en-US", "zh-CN"]);
  await findNearby(visitor);
  await page.getByRole("button", { name: `念出来：${COMMUNITY}` }).tap();
  const { said } = await told(page);
  const card = listOf(page).locator(".answer-card");
  const lines = await card
    .locator(".answer-name, .answer-where, .pill-text, .answer-minutes, .amenity > :last-child, .secondary")
    .allTextContents();
  expect(lines.length).toBeGreaterThan(6);
  for (const line of lines) expect(bare(said)).toContain(bare(line));
  expect(said).toMatch(
    new RegExp(`^${COMMUNITY}。社区卫生站旁边。现在开着，20 点关门。走路约 \\d+ 分钟，260 米。.*空调坏了.*。今天 `),
  );
});

test("a station is read aloud, and stops at a second tap, at its end and when somebody goes away", async () => {
  const visitor = await openVisitor();
  const { page } = visitor;
  await givenVoices(visitor, ["zh_CN"]);
  await findNearby(visitor);
  await page.getByRole("button", { name: `看详情：${COMMUNITY}` }).tap();
  const station = page.locator(".page.station");
  const begin = station.getByRole("button", { name: `念出来：${COMMUNITY}` });
  await begin.tap();
  const lines = await station
    .locator(".station-head")
    .locator(".answer-name, .pill-text, .station-way, .secondary")
    .allTextContents();
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(bare((await told(page)).said)).toContain(bare(line));

  await station.getByRole("button", { name: "别念了" }).tap();
  expect((await told(page)).isSpeaking).toBe(false);
  await begin.tap();
  await page.evaluate(() => (window as unknown as { told: { end: () => void } }).told.end());
  await begin.tap();
  expect((await told(page)).isSpeaking).toBe(true);
  await page.getByRole("button", { name: "返回" }).tap();
  await listOf(page).waitFor();
  await expect.poll(async () => (await told(page)).isSpeaking).toBe(false);
});

test.each([[[]], [["en-US", "zh-HK"]]])(
  "where no voice speaks standard Chinese (%j) there is no button",
  async (languages) => {
    const visitor = await openVisitor();
    await givenVoices(visitor, languages);
    await findNearby(visitor);
    expect(await visitor.page.getByRole("button", { name: /^念出来/ }).count()).toBe(0);
  },
);
