import { EVERYBODY, type FeatureAccess } from "./access.js";

/** What is asked for, offered and there. */
export const publicListsAccess: FeatureAccess = {
  lines: {
    "GET /api/public-lists": { who: EVERYBODY, bad: { path: "/api/public-lists?district=640", field: "district" } },
    "GET /api/public-lists/stations": {
      who: EVERYBODY,
      bad: { path: "/api/public-lists/stations?fact=kit", field: "fact" },
    },
  },
};
