import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createCache, extractStyle, StyleProvider } from "@ant-design/cssinjs";
import * as antd from "antd";
import { type ComponentType, createElement, Fragment, type ReactElement } from "react";
import { renderToString } from "react-dom/server";
import type { Plugin } from "vite";
import { theme } from "../src/theme";

const NAME = "virtual:antd.css";
const SOURCES = resolve(import.meta.dirname, "../src");
/** What stands in others, and is not named by the pages. */
const INSIDE = ["Tooltip", "Empty", "Space", "message"];
/** The part of a dialog or message that is drawn without being opened; antd keeps it for this. */
type Opened = { _InternalPanelDoNotUseOrYouWillBeFired: ComponentType<{ type?: string; title?: string }> };

/**
 * antd's styles of what the pages use, as a file: made while the desk is built, and not in the browser of whoever
 * waits for the first row (theme.ts, `zeroRuntime`).
 */
export function antdStyles(): Plugin {
  return {
    name: "antd-styles",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: (id) => (id === `\0${NAME}` ? stylesOf([...namedInPages(), ...INSIDE]) : null),
  };
}

/** What is imported from antd anywhere. */
function namedInPages(): string[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  const names = files.flatMap((name) =>
    [...readFileSync(join(SOURCES, name), "utf8").matchAll(/import \{([^}]*)\} from "antd"/g)].flatMap(([, list]) =>
      (list ?? "").split(",").map((one) => one.trim().replace(/ as .*/, "")),
    ),
  );
  return [...new Set(names)].filter((name) => /^[A-Z]/.test(name) && name !== "ConfigProvider").sort();
}

function stylesOf(names: readonly string[]): string {
  const cache = createCache();
  const drawn = names.map((name) => createElement(Fragment, { key: name }, drawnParts(name)));
  renderToString(
    createElement(
      StyleProvider,
      { cache },
      createElement(antd.ConfigProvider, { theme: { ...theme, zeroRuntime: false } }, drawn),
    ),
  );
  return extractStyle(cache, { plain: true, types: ["style"] });
}

/** A component with each of the parts that have styles of their own. */
function drawnParts(name: string): ReactElement {
  const Part = (antd as unknown as Record<string, ComponentType<object> & Opened>)[name];
  if (Part === undefined) throw new Error(`antd has no ${name}`);
  const { Input, Button, Space, Dropdown } = antd;
  const inside = createElement("span");
  switch (name) {
    case "Input": {
      const { Search, TextArea, Password } = Input;
      return together(createElement(Input), createElement(Search), createElement(TextArea), createElement(Password));
    }
    case "Space":
      return together(createElement(Space), createElement(Space.Compact, null, createElement(Button)));
    case "Dropdown":
      return createElement(Dropdown, { menu: { items: [] } }, inside);
    case "Modal":
    case "message": {
      const Panel = Part._InternalPanelDoNotUseOrYouWillBeFired;
      return together(createElement(Panel), createElement(Panel, { type: "confirm", title: name }));
    }
    default:
      return createElement(Part, null, ["App", "Tooltip", "Popover", "Popconfirm"].includes(name) ? inside : undefined);
  }
}

function together(...parts: ReactElement[]): ReactElement {
  return createElement(Fragment, null, ...parts);
}
