import type { User } from "../../../shared/people/user.js";

/** A keeper of one station. */
export const givenKeeper = (id: string, stationId: string): User => ({
  id,
  name: "张站长",
  roles: ["keeper"],
  stationIds: [stationId],
  reach: [],
  createdAt: 0,
});
