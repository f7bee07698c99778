import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The short form: a page takes it in half the time of the long one. */
const AXE_SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong on the page as it stands, one line for each element. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // Evaluated rather than added as a script, which the page's content security policy refuses.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(`${AXE_SOURCE};0`);
  const violations = await page.evaluate(async (tags) => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
    return (await run(document, { runOnly: tags, resultTypes: ["violations"] })).violations;
  }, RULES);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
}

const CONTROLS = "button, a[href], input, select, textarea, [role=button], [role=link], [role=tab], [tabindex='0']";

/** Controls on screen that a thick finger may miss: less than 44 px high or wide. */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((controls) => {
    return [...document.querySelectorAll<HTMLElement>(controls)]
      .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((control) => !control.closest(".list-for-readers"))
      .map((control) => ({ control, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 44))
      .map(({ control, box }) => {
        const name = control.getAttribute("aria-label") ?? control.textContent ?? control.className;
        return `${name.trim().slice(0, 30)} <${control.className}>: ${Math.round(box.width)}×${Math.round(box.height)}`;
      });
  }, CONTROLS);
}

/** Text that is cut off or leaves the screen sideways. */
export async function cutContent(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>(".page, .page *")].filter((element) =>
      element.checkVisibility({ visibilityProperty: true }),
    );
    // What scrolls or is clipped by design: the chips, the map, the list kept for screen readers.
    const free = ".filters, .station-map, .list-for-readers, .photos";
    return shown
      .filter((element) => !element.closest(free))
      .filter((element) => {
        const box = element.getBoundingClientRect();
        if (box.width === 0) return false;
        const clips =
          getComputedStyle(element).overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
        return clips || box.left < -1 || box.right > innerWidth + 1;
      })
      .map((element) => `<${element.className}> ${(element.textContent ?? "").slice(0, 30)}`);
  });
}
