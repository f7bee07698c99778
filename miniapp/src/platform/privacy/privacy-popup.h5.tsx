/** WeChat's privacy question has no counterpart on the web: the browser asks for the position by itself. */
export function PrivacyPopup() {
  return null;
}
