import type { AuditEntry, ChangeAuthor } from "../../shared/audit/audit-entry.js";
import type { EpochMs } from "../../shared/core/time.js";
import type { User } from "../../shared/people/user.js";

interface RoleChange {
  action: "role:grant" | "role:revoke";
  before: User;
  after: User;
  author: ChangeAuthor;
  districtCode: string | null;
  at: EpochMs;
}

/** The record of a role given or taken away; of the person it holds the id alone. */
export function roleChange({ action, before, after, author, districtCode, at }: RoleChange): AuditEntry {
  const standing = ({ roles, stationIds, reach }: User) => ({ roles, stationIds, reach });
  return {
    at,
    author,
    action,
    subject: { type: "person", id: after.id },
    districtCode,
    from: standing(before),
    to: standing(after),
  };
}
