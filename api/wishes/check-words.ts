import type { User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";

/**
 * Has words checked before anybody but an officer sees them.
 *
 * @returns whether they passed; what could not be checked, or is doubtful, is for an officer to look at
 * @throws ApiError words_refused for words that nobody is to see
 */
export async function wordsPass(
  { contentCheck, openIds }: Pick<Dependencies, "contentCheck" | "openIds">,
  text: string,
  writer: User,
): Promise<boolean> {
  const verdict = await contentCheck.checkText({ text, openId: await openIds.find(writer.id) });
  if (verdict === "risky") throw new ApiError("words_refused");
  return verdict === "pass";
}
