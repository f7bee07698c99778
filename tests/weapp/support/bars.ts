import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Phone } from "./phone.js";

type Named = Record<string, unknown>;

/** What WeChat draws around the pages. */
export interface Bars {
  /** By the names of app.json: `window.backgroundColor`. */
  colours: Record<string, string>;
  /** Files of the package, as WeChat names them. */
  pictures: string[];
}

/**
 * The bars of a built package, in a theme of WeChat: each `@name` of app.json is looked up in the package's
 * theme.json.
 */
export function barsOf(folder: string, theme: Phone["theme"]): Bars {
  const app: { window: Named; tabBar: Named & { list: Named[] }; themeLocation: string } = read(folder, "app.json");
  const values = read<Record<Phone["theme"], Record<string, string>>>(folder, app.themeLocation)[theme];
  const themed = (owner: Named, prefix: string) =>
    Object.entries(owner).flatMap(([name, value]) => {
      if (typeof value !== "string" || !value.startsWith("@")) return [];
      const found = values[value.slice(1)];
      if (found === undefined) throw new Error(`theme.json has no ${value} for ${theme}`);
      return [[`${prefix}.${name}`, found] as const];
    });
  return {
    colours: Object.fromEntries([...themed(app.window, "window"), ...themed(app.tabBar, "tabBar")]),
    pictures: app.tabBar.list.flatMap((tab) => themed(tab, "tab").map(([, picture]) => picture)),
  };
}

function read<Content>(folder: string, name: string): Content {
  return JSON.parse(readFileSync(join(folder, name), "utf8"));
}
