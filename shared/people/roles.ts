export const ROLES = ["worker", "keeper", "officer", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** What one is invited to. */
export const GIVEN_ROLES = ["keeper", "officer", "viewer"] as const satisfies readonly Role[];
export type GivenRole = (typeof GIVEN_ROLES)[number];

/** What each is called on every page. A viewer, a leader or a partner, reads the board and nothing else. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  worker: "职工",
  keeper: "站长",
  officer: "工会干部",
  viewer: "看板",
};

/** What the rule needs of a person. */
interface Officer {
  roles: readonly Role[];
  reach: readonly string[];
}

interface BoardReader extends Officer {
  viewReach?: readonly string[] | undefined;
}

/**
 * Whether an officer may act on a station of a district. A station whose district is no official one has the code of its
 * city, and belongs to the officers of that. One without any code belongs to officers whose reach is everywhere.
 */
export function officerReaches(person: Officer, districtCode: string | null): boolean {
  return person.roles.includes("officer") && person.reach.some((prefix) => (districtCode ?? "").startsWith(prefix));
}

/** The prefixes of the codes whose board a person may read: an officer their own, a viewer what they were invited for. */
export function boardReach({ roles, reach, viewReach = [] }: BoardReader): string[] {
  return [...new Set([...(roles.includes("officer") ? reach : []), ...(roles.includes("viewer") ? viewReach : [])])];
}

/** Whether a person may read the board of a city or county. */
export function mayReadBoardOf(person: BoardReader, area: string): boolean {
  return boardReach(person).some((prefix) => area.startsWith(prefix));
}
