import { mayAt, type Person } from "./permissions.js";
import { type GivenRole, officerReaches } from "./roles.js";

/** A role somebody is to be given, or holds. */
export interface Grant {
  role: GivenRole;
  /** A keeper's. */
  stations: readonly { id: string; districtCode: string | null }[];
  /** An officer's or a viewer's. */
  reach: readonly string[];
}

/**
 * Whether a person may give a role: an officer any keeper within reach, officers and viewers whose reach lies within theirs;
 * a keeper only somebody else for the stations they keep themselves.
 */
export function mayGrant(person: Person, { role, stations, reach }: Grant): boolean {
  if (role !== "keeper") return reach.length > 0 && reach.every((prefix) => officerReaches(person, prefix));
  return stations.length > 0 && stations.every((station) => mayAt(person, "person:invite", station));
}

/** The part of a role that an officer may see, and take away: what lies within their own reach. */
export function withinReach(officer: Person, { stations, reach }: Omit<Grant, "role">): Omit<Grant, "role"> {
  return {
    stations: stations.filter(({ districtCode }) => officerReaches(officer, districtCode)),
    reach: reach.filter((prefix) => officerReaches(officer, prefix)),
  };
}

/** The district that a record about several districts belongs to: what their codes have in common. */
export function commonDistrict(codes: readonly (string | null)[]): string | null {
  const [first = null, ...others] = codes;
  if (first === null) return null;
  let common = first;
  for (const code of others) while (!(code ?? "").startsWith(common)) common = common.slice(0, -1);
  return common;
}
