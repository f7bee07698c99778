import type { Page } from "playwright-core";

interface Effort {
  clicks: number;
  /** Chords count once. */
  keys: number;
  seconds: number;
}

type Counted = Window & { effort?: { clicks: number; keys: number } };

/**
 * Counts what a hand does on a page from now on. The seconds are the machine's, whose hand does not hesitate: what a clerk
 * waits for. `EFFORT=1` prints them.
 *
 * @returns tells the sum so far
 */
export async function countEffort(page: Page, name: string): Promise<() => Promise<Effort>> {
  await page.evaluate(() => {
    const counted = { clicks: 0, keys: 0 };
    (window as Counted).effort = counted;
    const options = { capture: true };
    addEventListener("pointerdown", () => (counted.clicks += 1), options);
    const isModifier = (key: string) => ["Control", "Shift", "Alt", "Meta"].includes(key);
    addEventListener("keydown", ({ key }) => (counted.keys += isModifier(key) ? 0 : 1), options);
  });
  const startedAt = performance.now();
  return async () => {
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    const counted = await page.evaluate(() => (window as Counted).effort);
    if (counted === undefined) throw new Error("the page was left while its clicks were counted");
    const effort = { ...counted, seconds };
    if (process.env.EFFORT) console.info(`${name}: ${JSON.stringify(effort)}`);
    return effort;
  };
}
