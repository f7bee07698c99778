import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";

/**
 * What becomes of words that did not pass the check.
 *
 * - `refuse_unless_passed`: visitors read them at once, so that what is doubtful, or could not be checked, is refused too.
 * - `refuse_risky`: what is doubtful goes to somebody who looks at it anyway.
 * - `hide_until_seen`: nothing is refused; until an officer has looked, only officers see it.
 */
export type WordsPolicy = "refuse_unless_passed" | "refuse_risky" | "hide_until_seen";

interface Words {
  text: string;
  /** Null: somebody who is not signed in. */
  writerId: string | null;
}

/**
 * Has words checked before anybody but an officer sees them.
 *
 * @returns whether they passed
 * @throws ApiError words_refused, as the policy says
 */
export async function checkWords(
  { contentCheck, openIds }: Pick<Dependencies, "contentCheck" | "openIds">,
  policy: WordsPolicy,
  { text, writerId }: Words,
): Promise<boolean> {
  const verdict = await contentCheck.checkText({
    text,
    openId: writerId === null ? null : await openIds.find(writerId),
  });
  const isRefused =
    policy === "refuse_unless_passed" ? verdict !== "pass" : policy === "refuse_risky" && verdict === "risky";
  if (isRefused) throw new ApiError("words_refused");
  return verdict === "pass";
}
