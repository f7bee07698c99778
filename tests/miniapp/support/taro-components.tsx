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
const Box = box("div");
/** WeChat's button tells of its own yes to the privacy guide; here a tap on it is that yes. */
export const Button: ComponentType<Props> = ({ onAgreePrivacyAuthorization, ...props }) => (
  <Box {...(onAgreePrivacyAuthorization ? { onClick: onAgreePrivacyAuthorization } : {})} {...props} />
);
export const Input = Box;
export const Textarea = Box;
export const Picker = Box;
export const Image = box("div");
