import type { ComponentType, PropsWithChildren } from "react";

/** Boxes in place of Taro's components: what they say and what a tap does is what the tests look at. */
type Props = PropsWithChildren<Record<string, unknown>>;

function box(tag: "div" | "span"): ComponentType<Props> {
  return ({ children, ...props }) => {
    const Tag = tag;
    const known = Object.fromEntries(
      Object.entries(props).filter(([name]) => /^(aria-|role$|className$|onClick$|id$)/.test(name)),
    );
    return <Tag {...known}>{children}</Tag>;
  };
}

export const View = box("div");
export const Text = box("span");
export const ScrollView = box("div");
export const Button = box("div");
export const Image = box("div");
