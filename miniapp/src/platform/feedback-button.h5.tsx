/** The web has no form of WeChat's: there the telephone stands alone. */
export function FeedbackButton() {
  return null;
}
