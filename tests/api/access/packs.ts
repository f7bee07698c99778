import { areaOf } from "../../../shared/packs/area.js";
import { EVERYBODY, type FeatureAccess } from "./access.js";

/** What phones keep for the time without network. */
export const packsAccess: FeatureAccess = {
  lines: {
    "GET /api/packs/manifest": {
      who: EVERYBODY,
      path: "/api/packs/manifest?latitude=38.4&longitude=106.2",
      bad: { path: "/api/packs/manifest?latitude=abc&longitude=106.2", field: "latitude" },
    },
    "GET /api/packs/:file": {
      who: EVERYBODY,
      path: "/api/packs/FRESH_PACK",
      bad: { path: "/api/packs/everything.zip", field: "file" },
    },
  },
  fresh: {
    FRESH_PACK: async ({ test }) => {
      const station = await test.deps.stations.find("st_own");
      if (station === null) throw new Error("st_own is gone");
      const [newest] = await test.deps.packs.readVersions([areaOf(station.location)]);
      if (newest === undefined) throw new Error("no pack");
      return `${newest.area}.${newest.version}.json`;
    },
  },
};
