import type { User } from "../../shared/people/user.js";

let made = 0;

/** A person with an id of their own, a worker unless said otherwise. */
export function givenUser(user: Partial<User> = {}): User {
  made += 1;
  return {
    id: `us_given${String(made).padStart(6, "0")}`,
    name: `小李 ${made}`,
    roles: ["worker"],
    stationIds: [],
    reach: [],
    createdAt: 0,
    ...user,
  };
}

export function givenOfficer(...reach: string[]): User {
  return givenUser({ roles: ["officer"], reach });
}

export function givenViewer(...viewReach: string[]): User {
  return givenUser({ roles: ["viewer"], viewReach });
}

export function givenKeeper(...stationIds: string[]): User {
  return givenUser({ roles: ["keeper"], stationIds });
}
