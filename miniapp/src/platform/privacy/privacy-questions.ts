import { createObservable } from "../settings/observable";

export type PrivacyAnswer = { event: "agree"; buttonId: string } | { event: "disagree" };

/** What WeChat wants to know before it lets an interface through. */
export interface PrivacyQuestion {
  /** The interface that was called, such as `getLocation`; empty where an older WeChat does not say. */
  interfaceName: string;
  resolve: (answer: PrivacyAnswer) => void;
}

/**
 * The questions nobody has answered yet. They belong to the program, not to a page: WeChat has one listener for all of it,
 * and a page may leave while it is asking. Whichever page is on screen shows them, until somebody taps an answer.
 */
export const privacyQuestions = createObservable<readonly PrivacyQuestion[]>([]);

export function askForPrivacy(question: PrivacyQuestion): void {
  privacyQuestions.set([...privacyQuestions.get(), question]);
}

/** One tap answers all of them: WeChat's yes and no hold for the whole guide. */
export function answerPrivacy(answer: PrivacyAnswer): void {
  const open = privacyQuestions.get();
  privacyQuestions.set([]);
  for (const { resolve } of open) resolve(answer);
}
