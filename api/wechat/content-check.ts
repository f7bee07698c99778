/** What a check of content says: publish it, let a person look first, or refuse it. */
export type ContentVerdict = "pass" | "review" | "risky";

export interface CheckedText {
  text: string;
  /** Whose words they are in WeChat, where the platform knows the person; null for people who are not signed in. */
  openId: string | null;
}

/**
 * Checks words before anybody but an officer sees them. It never fails: what could not be checked is for a person to
 * look at ("review").
 */
export interface ContentCheck {
  checkText: (checked: CheckedText) => Promise<ContentVerdict>;
}

/** Characters that WeChat checks at once. */
export const LONGEST_CHECKED_TEXT = 2_500;

/** Where nothing can check, a person looks at everything. */
export const reviewEverything: ContentCheck = { checkText: async () => "review" };
