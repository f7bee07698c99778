import { isWechat } from "../build-settings";

interface Named {
  role?:
    | "button"
    | "heading"
    | "list"
    | "listitem"
    | "group"
    | "region"
    | "status"
    | "alert"
    | "img"
    | "dialog"
    | "main";
  label?: string;
  /** Of a heading, 1–6. */
  level?: 1 | 2 | 3;
  hidden?: boolean;
  /** Said aloud when it changes. */
  live?: boolean;
}

/** Attributes for a screen reader: WeChat calls the role `aria-role` and knows only some attributes, the web all. */
export function accessible({ role, label, level, hidden, live }: Named): Record<string, string> {
  const attributes: Record<string, string> = {};
  // WeChat has no landmarks.
  if (role && !(isWechat && role === "main")) attributes[isWechat ? "aria-role" : "role"] = role;
  if (label) attributes["aria-label"] = label;
  if (level && !isWechat) attributes["aria-level"] = String(level);
  if (hidden) attributes["aria-hidden"] = "true";
  if (live) attributes["aria-live"] = "polite";
  return attributes;
}
