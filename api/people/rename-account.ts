import type { User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";

const ATTEMPTS = 3;

/**
 * Keeps what a person wants to be called. Others read it on rosters, so it is checked first; bookings made before keep
 * the name they were made under.
 *
 * @throws ApiError words_refused, also while nobody can check; conflict
 */
export async function renameAccount(
  { users, contentCheck, openIds }: Pick<Dependencies, "users" | "contentCheck" | "openIds">,
  name: string,
  user: User,
): Promise<User> {
  const verdict = await contentCheck.checkText({ text: name, openId: await openIds.find(user.id) });
  if (verdict !== "pass") throw new ApiError("words_refused");
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const before = await users.find(user.id);
    if (before === null) throw new ApiError("not_signed_in");
    const after = { ...before, name };
    if ((await users.change({ before, after })) === "stored") return after;
  }
  throw new ApiError("conflict");
}
