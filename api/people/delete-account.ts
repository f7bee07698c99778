import type { Dependencies } from "../dependencies.js";
import type { Doer } from "./doer.js";

/**
 * Deletes a person's account: name, roles, WeChat id and sign-ins. What they reported or changed stays without them, and
 * the record keeps only an id that nothing leads back from.
 */
export async function deleteAccount(
  { users, clock }: Pick<Dependencies, "users" | "clock">,
  { user, author }: Doer,
): Promise<void> {
  await users.remove(user.id, {
    at: clock(),
    author,
    action: "person:delete",
    subject: { type: "person", id: user.id },
    districtCode: null,
    from: {},
    to: {},
  });
}
