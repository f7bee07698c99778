import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { CLASS_SCREENS } from "./support/class-screens.js";
import { DESK_SCREENS } from "./support/desk-screens.js";
import { accessibilityProblems, cutContent, smallTargets } from "./support/page-checks.js";
import { RUNNING_SCREENS } from "./support/running-screens.js";
import { SCREENS } from "./support/screens.js";
import { DESKTOP, openVisitor, PHONE } from "./support/visitor.js";
import { WISH_SCREENS } from "./support/wish-screens.js";

const EVERY_SCREEN = [...SCREENS, ...CLASS_SCREENS, ...WISH_SCREENS, ...DESK_SCREENS, ...RUNNING_SCREENS];
const SMALLEST_PHONE = { width: 320, height: 568 };
/** The smallest last: a window only grows narrower, so that no chip and no map is drawn anew for nothing. */
const LOOKS = [
  { name: "desktop, light", viewport: DESKTOP, colorScheme: "light" },
  { name: "desktop, dark", viewport: DESKTOP, colorScheme: "dark" },
  { name: "phone, dark", viewport: PHONE, colorScheme: "dark" },
  { name: "phone, light", viewport: PHONE, colorScheme: "light" },
] as const;

describe.each([
  { size: "normal text", largeText: false },
  { size: "large text", largeText: true },
])("$size", ({ size, largeText }) => {
  test.each(EVERY_SCREEN)("$name: axe finds nothing, targets are large enough, nothing is cut", async (screen) => {
    const visitor = await openVisitor({ largeText, ...screen.options });
    const { page } = visitor;
    await screen.show(visitor);
    const problems: Record<string, string[]> = {};
    for (const { name, viewport, colorScheme } of LOOKS) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await screenshot(page, `${size}, ${name}`, screen.name);
      const found = [
        ...(await accessibilityProblems(page)),
        ...(await smallTargets(page)),
        ...(await cutContent(page)),
      ];
      if (found.length > 0) problems[name] = found;
    }
    await page.setViewportSize(SMALLEST_PHONE);
    await screenshot(page, `${size}, smallest phone`, screen.name);
    const cut = await cutContent(page);
    if (cut.length > 0) problems["smallest phone"] = cut;
    expect(problems).toEqual({});
  });
});

/** For people to look at: SCREENSHOTS names the folder. */
async function screenshot(page: Page, look: string, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  mkdirSync(join(folder, look), { recursive: true });
  await page.screenshot({ path: join(folder, look, `${name}.png`) });
}
