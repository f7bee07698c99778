import type { Role } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";

/** The roles that a sign-in is limited to; null: all that the person holds. The demo signs in with one of them. */
export type RoleLimit = Role[] | null;

/** The roles a person holds now and this sign-in may use. Whoever is signed in is a worker at the least. */
export function heldRoles(user: Pick<User, "roles">, roles: RoleLimit): Role[] {
  const held = roles === null ? user.roles : user.roles.filter((role) => roles.includes(role));
  return held.length > 0 ? held : ["worker"];
}
