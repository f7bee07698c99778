import type { Dependencies } from "../dependencies.js";
import { forgetWishesOf } from "../wishes/forget-wishes.js";
import { noteDeletion } from "./deletion-notes.js";
import type { Doer } from "./doer.js";

/**
 * Deletes a person's account: name, roles, WeChat id and sign-ins. What they reported, wished, booked or changed stays without
 * them, and the record keeps only an id that nothing leads back from.
 */
export async function deleteAccount(
  deps: Pick<
    Dependencies,
    "users" | "clock" | "wanted" | "wishes" | "wishSettings" | "bookings" | "photoFiles" | "fingerprint" | "log"
  >,
  doer: Doer,
): Promise<void> {
  const { users, bookings, wanted, clock } = deps;
  const { user, author } = doer;
  await noteDeletion(deps, user.id);
  // First what the account leads to: if this ends half-way, it can be deleted again.
  await forgetWishesOf(deps, doer);
  await bookings.forget(clock(), user.id);
  await wanted.forget(user.id);
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
