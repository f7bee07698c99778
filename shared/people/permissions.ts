import { officerReaches, type Role } from "./roles.js";

/**
 * Who may do what: the one table that the server enforces and the screens go by. An action on a station is allowed to
 * its keepers and to officers who reach its district, as far as their role stands here.
 */
export const PERMISSIONS = {
  "station:create": ["officer"],
  "station:change": ["officer"],
  "station:withdraw": ["officer"],
  "station:reinstate": ["officer"],
  "station:import": ["officer"],
  "station:close": ["keeper", "officer"],
  "station:set-amenity": ["keeper", "officer"],
  "station:set-service": ["keeper", "officer"],
  "station:set-today": ["keeper", "officer"],
  "station:confirm": ["keeper", "officer"],
  "station:photograph": ["keeper", "officer"],
  "station:approve-photo": ["officer"],
  "station:print-poster": ["keeper", "officer"],
  "station:print-posters": ["officer"],
  "station:hand-out": ["officer"],
  "task:handle": ["keeper", "officer"],
  "task:dismiss": ["officer"],
  "task:dispatch": ["officer"],
  "person:invite": ["keeper", "officer"],
  "invitation:read": ["keeper", "officer"],
  "invitation:take-back": ["keeper", "officer"],
  "person:read": ["officer"],
  "person:revoke": ["officer"],
  "invitation:accept": ["worker", "keeper", "officer", "viewer"],
  "class:manage": ["officer"],
  "class:book": ["worker", "keeper", "officer"],
  "class:keep-roster": ["keeper", "officer"],
  "class:cancel": ["officer"],
  "class:attendance": ["officer"],
  "class:decide-appeal": ["officer"],
  "wish:own": ["worker", "keeper", "officer"],
  "wish:hand-over": ["keeper", "officer"],
  "wish:review": ["officer"],
  "wish:figures": ["officer"],
  "holiday:ask": ["officer"],
  "check:draw": ["officer"],
  "check:make": ["worker", "keeper", "officer"],
  "uniformity:read": ["officer"],
  "month-report:read": ["officer"],
  "circle:plan": ["officer"],
  "board:read": ["officer", "viewer"],
  "group:manage": ["officer"],
  "audit:read": ["officer"],
  "job:read": ["officer"],
  "long-work:own": ["officer"],
  "sign-in:approve": ["worker", "keeper", "officer", "viewer"],
  "account:own": ["worker", "keeper", "officer", "viewer"],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof PERMISSIONS;

/** What the rule needs of a person. */
export interface Person {
  roles: readonly Role[];
  stationIds: readonly string[];
  reach: readonly string[];
}

/** Whether any of a person's roles may do it at all, somewhere. */
export function may(person: Pick<Person, "roles">, action: Action): boolean {
  const roles: readonly Role[] = PERMISSIONS[action];
  return person.roles.some((role) => roles.includes(role));
}

/** Whether a person may do it to this station. */
export function mayAt(person: Person, action: Action, station: { id: string; districtCode: string | null }): boolean {
  const roles: readonly Role[] = PERMISSIONS[action];
  const keeps = roles.includes("keeper") && person.roles.includes("keeper") && person.stationIds.includes(station.id);
  return keeps || (roles.includes("officer") && officerReaches(person, station.districtCode));
}
