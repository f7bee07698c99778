import type { User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { STALE, untilStored } from "../until-stored.js";
import { checkWords } from "../wechat/check-words.js";

/**
 * Keeps what a person wants to be called. Others read it on rosters, so it is checked first; bookings made before keep
 * the name they were made under.
 *
 * @throws ApiError words_refused, also while nobody can check; conflict
 */
export async function renameAccount(
  deps: Pick<Dependencies, "users" | "contentCheck" | "openIds">,
  name: string,
  user: User,
): Promise<User> {
  await checkWords(deps, "refuse_unless_passed", { text: name, writerId: user.id });
  return untilStored(async () => {
    const before = await deps.users.find(user.id);
    if (before === null) throw new ApiError("not_signed_in");
    const after = { ...before, name };
    if ((await deps.users.change({ before, after })) === "stored") return after;
    return STALE;
  });
}
