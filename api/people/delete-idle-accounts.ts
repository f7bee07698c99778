import { KEPT_DAYS } from "../../shared/common/kept-days.js";
import { beijingDayNumber } from "../../shared/common/time.js";
import type { Dependencies } from "../dependencies.js";
import { deleteAccount } from "./delete-account.js";

const AT_ONCE = 100;

/**
 * Deletes accounts that nobody has used for 24 months, roles and all, as their owners could have. Sign-ins go by the
 * machine's clock, and so does this.
 */
export async function deleteIdleAccounts(deps: Dependencies): Promise<{ changed: number }> {
  const { users, wallClock } = deps;
  const ids = await users.listUnusedSince(beijingDayNumber(wallClock()) - KEPT_DAYS.idleAccounts, AT_ONCE);
  for (const id of ids) {
    const user = await users.find(id);
    if (user === null) await users.forgetUse(id);
    else await deleteAccount(deps, { user, author: { userId: null, role: null, way: "job" } });
  }
  return { changed: ids.length };
}
