import type { AuditEntry, ChangeAuthor } from "../../shared/audit/audit-entry.js";
import type { EpochMs } from "../../shared/common/time.js";
import type { Wish } from "../../shared/wishes/wish.js";
import type { WishStep } from "../../shared/wishes/wish-states.js";

/** What happens by itself, for the record. */
export const BY_ITSELF: ChangeAuthor = { userId: null, role: null, way: "job" };

/** What an answer says of a wish that is not as its caller saw it. */
export function asCurrent({ id, state, version }: Wish) {
  return { id, state, version };
}

interface Recorded {
  at: EpochMs;
  author: ChangeAuthor;
  action: WishStep | "view" | "erase" | "card" | "slip";
  before: Wish | null;
  after: Wish;
}

/** The entry of a wish's change: states, keys and amounts, never a word that somebody wrote. */
export function wishAudit({ at, author, action, before, after }: Recorded): AuditEntry {
  const reason = after.steps.at(-1)?.reason ?? null;
  return {
    at,
    author,
    action: `wish:${action}`,
    subject: { type: "wish", id: after.id },
    districtCode: after.districtCode,
    from: before === null ? {} : standing(before),
    to: { ...standing(after), ...(reason === null ? {} : { reason }) },
  };
}

function standing({ state, version, category, claim, costYuan, mergedInto, referredTo, erasedAt }: Wish) {
  const told = { unit: claim?.unit ?? null, costYuan, mergedInto, referredTo, erasedAt };
  const known = Object.entries(told).filter(([, value]) => value !== null);
  return { state, version, category, ...Object.fromEntries(known) };
}
