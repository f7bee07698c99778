export interface PrivacyPopupProps {
  /** What the page uses that WeChat asks about. */
  use?: "position" | "photo";
}
