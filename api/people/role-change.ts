import type { AuditEntry, ChangeAuthor } from "../../shared/audit/audit-entry.js";
import type { EpochMs } from "../../shared/common/time.js";
import type { GivenRole } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";

/** Where it stands since when somebody holds a role. */
export const SINCE = {
  keeper: "keeperSince",
  officer: "officerSince",
  viewer: "viewerSince",
} as const satisfies Record<GivenRole, keyof User>;

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
  const standing = ({ roles, stationIds, reach, viewReach }: User) => ({
    roles,
    stationIds,
    reach,
    ...(viewReach === undefined ? {} : { viewReach }),
  });
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
