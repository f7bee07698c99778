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

/** Controls on screen that a thick finger may miss: less than so many pixels high or wide. */
export async function smallTargets(page: Page, least = 44): Promise<string[]> {
  return page.evaluate(
    ({ controls, least }) => {
      return [...document.querySelectorAll<HTMLElement>(controls)]
        .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .filter((control) => !control.closest(".list-for-readers"))
        .map((control) => ({ control, box: control.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < least || box.height < least))
        .map(({ control, box }) => {
          const name = control.getAttribute("aria-label") ?? control.textContent ?? control.className;
          return `${name.trim().slice(0, 30)} <${control.className}>: ${Math.round(box.width)}×${Math.round(box.height)}`;
        });
    },
    { controls: CONTROLS, least },
  );
}

/** Text that is cut off or leaves the screen sideways. */
export async function cutContent(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>(".page, .page *")].filter((element) =>
      element.checkVisibility({ visibilityProperty: true }),
    );
    // What scrolls or is clipped by design: the chips, the map, the list kept for screen readers, what somebody has written.
    const free = ".filters, .station-map, .list-for-readers, .photos, input";
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

/** What is said beside the main thing, and on the drawing of a map. */
const BESIDE =
  ".secondary, .answer-trust, .booking-dock, .day-date, .day-count, .inside-title, .session-ends, .demo-badge, .notice, .list-title, .leaflet-container";

/**
 * Text on screen in smaller letters than what is read, or what is said beside it, may have. Marks beside words are
 * neither.
 */
export async function smallText(page: Page, read: number, beside: number): Promise<string[]> {
  return page.evaluate(
    ({ selector, read, beside }) => {
      const parts = ".page *, .weui-tabbar *, #taro-navigation-bar *";
      return [...document.querySelectorAll<HTMLElement>(parts)]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
        .filter((element) => !element.closest("[aria-hidden], .list-for-readers"))
        .map((element) => ({ element, size: Number.parseFloat(getComputedStyle(element).fontSize) }))
        .filter(({ element, size }) => size < (element.closest(selector) ? beside : read))
        .map(({ element, size }) => `${size} <${element.className}> ${(element.textContent ?? "").slice(0, 20)}`);
    },
    { selector: BESIDE, read, beside },
  );
}

/** What can be scrolled sideways: the whole page, or a part of it. A map is moved, photos are looked through. */
export async function scrollsSideways(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>(".page, .page *")]
      .filter((element) => !element.closest(".station-map, .photos, .list-for-readers"))
      .filter(
        (element) => element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX),
      )
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `<${element.className}> ${element.scrollWidth} in ${element.clientWidth}`),
  );
}
