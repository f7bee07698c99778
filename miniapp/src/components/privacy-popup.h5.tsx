import type { PrivacyPopupProps } from "./privacy-popup-props";

/** WeChat's privacy question has no counterpart on the web: the browser asks for the position by itself. */
export function PrivacyPopup(_: PrivacyPopupProps) {
  return null;
}
