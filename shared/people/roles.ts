export const ROLES = ["worker", "keeper", "officer"] as const;
export type Role = (typeof ROLES)[number];

/** What the rule needs of a person. */
interface Officer {
  roles: readonly Role[];
  reach: readonly string[];
}

/**
 * Whether an officer may act on a station of a district. A station whose district is no official one has the code of its
 * city, and belongs to the officers of that. One without any code belongs to officers whose reach is everywhere.
 */
export function officerReaches(person: Officer, districtCode: string | null): boolean {
  return person.roles.includes("officer") && person.reach.some((prefix) => (districtCode ?? "").startsWith(prefix));
}
