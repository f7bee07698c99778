import { describe, expect, it } from "vitest";
import { type Action, may, mayAt, PERMISSIONS } from "../../../shared/people/permissions.js";
import { mayReadBoardOf, officerReaches, ROLES, type Role } from "../../../shared/people/roles.js";

/** The table again, person by person, so that giving a role something is said twice on purpose. */
const MAY: Record<Role, Action[]> = {
  worker: ["check:make", "wish:own", "class:book", "invitation:accept", "sign-in:approve", "account:own"],
  keeper: [
    "check:make",
    "station:close",
    "station:set-amenity",
    "station:set-service",
    "station:set-today",
    "station:confirm",
    "station:photograph",
    "station:print-poster",
    "task:handle",
    "class:book",
    "class:keep-roster",
    "wish:own",
    "wish:hand-over",
    "invitation:read",
    "invitation:take-back",
    "person:invite",
    "invitation:accept",
    "sign-in:approve",
    "account:own",
  ],
  officer: Object.keys(PERMISSIONS) as Action[],
  viewer: ["board:read", "invitation:accept", "sign-in:approve", "account:own"],
};

const person = (given: { roles?: Role[]; stationIds?: string[]; reach?: string[]; viewReach?: string[] }) => ({
  roles: [],
  stationIds: [],
  reach: [],
  ...given,
});
const station = { id: "st_a", districtCode: "640104" };

describe("who may do what", () => {
  it.each(ROLES)("lets a %s do this and nothing else", (role) => {
    const allowed = (Object.keys(PERMISSIONS) as Action[]).filter((action) => may({ roles: [role] }, action));
    expect(allowed.sort()).toEqual([...MAY[role]].sort());
  });

  it("lets nobody without a role do anything", () => {
    expect((Object.keys(PERMISSIONS) as Action[]).filter((action) => may({ roles: [] }, action))).toEqual([]);
  });

  it.each([
    ["a keeper at their own station", person({ roles: ["keeper"], stationIds: ["st_a"] }), true],
    ["a keeper at another's", person({ roles: ["keeper"], stationIds: ["st_b"] }), false],
    ["somebody who was its keeper", person({ roles: ["worker"], stationIds: ["st_a"] }), false],
    ["an officer of the district", person({ roles: ["officer"], reach: ["640104"] }), true],
    ["an officer of the city", person({ roles: ["officer"], reach: ["6401"] }), true],
    ["an officer of everywhere", person({ roles: ["officer"], reach: [""] }), true],
    ["an officer of another city", person({ roles: ["officer"], reach: ["6402", "4101"] }), false],
    ["somebody who was an officer", person({ roles: ["worker"], reach: [""] }), false],
    ["an officer of nowhere", person({ roles: ["officer"] }), false],
  ])("judges closing a station: %s", (_, who, allowed) => {
    expect(mayAt(who, "station:close", station)).toBe(allowed);
  });

  it("does not let a keeper do at their own station what is the office's", () => {
    const keeper = person({ roles: ["keeper"], stationIds: ["st_a"], reach: [""] });
    expect(mayAt(keeper, "station:change", station)).toBe(false);
  });

  it.each([
    ["a viewer of the county", person({ roles: ["viewer"], viewReach: ["640104"] }), true, false],
    ["a viewer of the province", person({ roles: ["viewer"], viewReach: ["64"] }), true, true],
    ["a viewer of another city", person({ roles: ["viewer"], viewReach: ["6402"] }), false, false],
    ["somebody who was a viewer", person({ roles: ["worker"], viewReach: [""] }), false, false],
    ["an officer of the city", person({ roles: ["officer"], reach: ["6401"] }), true, true],
    [
      "an officer who views more",
      person({ roles: ["officer", "viewer"], reach: ["640104"], viewReach: [""] }),
      true,
      true,
    ],
  ])("judges reading the board of a county and of its city: %s", (_, who, county, city) => {
    expect([mayReadBoardOf(who, "640104"), mayReadBoardOf(who, "6401")]).toEqual([county, city]);
  });

  it("lets nobody change a station of whose district they read the board", () => {
    const both = person({ roles: ["officer", "viewer"], reach: ["41"], viewReach: ["64"] });
    expect(officerReaches(both, "640104")).toBe(false);
    expect(mayAt(both, "station:change", station)).toBe(false);
  });

  it("leaves a station without a district code to officers of everywhere", () => {
    expect(officerReaches(person({ roles: ["officer"], reach: ["64"] }), null)).toBe(false);
    expect(officerReaches(person({ roles: ["officer"], reach: [""] }), null)).toBe(true);
  });
});
