import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { accessibilityProblems, cutContent, smallTargets } from "./page-checks.js";
import type { Screen } from "./screens.js";
import { DESKTOP, openVisitor, PHONE } from "./visitor.js";

interface Look {
  name: string;
  viewport: { width: number; height: number };
  colorScheme: "light" | "dark";
  largeText: boolean;
  checks: readonly ((page: Page) => Promise<string[]>)[];
}

const SMALLEST_PHONE = { width: 320, height: 568 };
const LAYOUT = [smallTargets, cutContent];
const EVERYTHING = [accessibilityProblems, ...LAYOUT];

/** A window only grows narrower, so that no chip and no map is drawn anew for nothing. */
const LOOKS: readonly Look[] = [
  { name: "desktop, light", viewport: DESKTOP, colorScheme: "light", largeText: false, checks: EVERYTHING },
  { name: "desktop, dark", viewport: DESKTOP, colorScheme: "dark", largeText: false, checks: EVERYTHING },
  { name: "desktop, dark, large text", viewport: DESKTOP, colorScheme: "dark", largeText: true, checks: LAYOUT },
  { name: "phone, dark", viewport: PHONE, colorScheme: "dark", largeText: false, checks: EVERYTHING },
  { name: "phone, light", viewport: PHONE, colorScheme: "light", largeText: false, checks: EVERYTHING },
  { name: "phone, light, large text", viewport: PHONE, colorScheme: "light", largeText: true, checks: EVERYTHING },
  ...[true, false].map((largeText) => ({
    name: largeText ? "smallest phone, large text" : "smallest phone",
    viewport: SMALLEST_PHONE,
    colorScheme: "light" as const,
    largeText,
    checks: [cutContent],
  })),
];

/**
 * Visits each screen once and looks at it in every look: axe finds nothing, fingers hit what they mean, nothing is
 * cut.
 */
export function lookAtScreens(screens: readonly Screen[]): void {
  test.each(screens)("$name: axe finds nothing, targets are large enough, nothing is cut", async (screen) => {
    const visitor = await openVisitor(screen.options);
    const { page } = visitor;
    await screen.show(visitor);
    const problems: Record<string, string[]> = {};
    for (const { name, viewport, colorScheme, largeText, checks } of LOOKS) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await changeText(page, largeText);
      await screenshot(page, name, screen.name);
      for (const check of checks) {
        const found = await check(page);
        if (found.length > 0) problems[name] = [...(problems[name] ?? []), ...found];
      }
    }
    expect(problems).toEqual({});
  });
}

/** 大字 on or off in place: to every page it is this class and nothing else. */
async function changeText(page: Page, isLarge: boolean): Promise<void> {
  const pages = await page.evaluate((large) => {
    const frames = document.querySelectorAll(".page");
    for (const frame of frames) frame.classList.toggle("large-text", large);
    return frames.length;
  }, isLarge);
  expect(pages).toBeGreaterThan(0);
}

/** For people to look at: SCREENSHOTS names the folder. */
async function screenshot(page: Page, look: string, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  mkdirSync(join(folder, look), { recursive: true });
  await page.screenshot({ path: join(folder, look, `${name}.png`) });
}
