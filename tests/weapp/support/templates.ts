import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What the package's template makes of one kind of node. */
export interface Template {
  /** WeChat's component: `view`, `button`, `input` … */
  tag: string;
  /** Where the template takes an attribute from: `aria-label` from the node's `p4`. */
  keys: ReadonlyMap<string, string>;
  /** Events that reach the script: `tap`, `input`, `agreeprivacyauthorization` … */
  events: ReadonlySet<string>;
}

/**
 * Reads the templates of the built package, which say what becomes of the data that a page hands over.
 *
 * @returns by the name a node carries in `nn`
 */
export function readTemplates(folder: string): ReadonlyMap<string, Template> {
  const source = readFileSync(join(folder, "base.wxml"), "utf8");
  const templates = new Map<string, Template>();
  for (const [, name = "", tag = "", body = ""] of source.matchAll(
    /<template name="tmpl_0_(\w+)">\s*<([\w-]+)([\s\S]*?)<\/template>/g,
  )) {
    const attributes = body.split(/(?<=["\s])>/)[0] ?? "";
    const keys = new Map<string, string>();
    for (const [, attribute = "", value = ""] of attributes.matchAll(/([\w-]+)="\{\{([^"]*?)\}\}"/g)) {
      const key = /\bi\.(\w+)/.exec(value)?.[1];
      if (key !== undefined) keys.set(attribute, key);
    }
    const events = [...attributes.matchAll(/(?:bind|catch)(\w+)="eh"/g)].map(([, event = ""]) => event);
    const known = { tag, keys, events: new Set(events) };
    templates.set(name, known);
    // A field is drawn by one of two templates, with the keyboard and without; both are the same to us.
    const field = /^(\d+)_(?:focus|blur)$/.exec(name)?.[1];
    if (field !== undefined) templates.set(field, known);
  }
  return templates;
}
