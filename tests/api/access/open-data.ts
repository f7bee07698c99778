import { serviceId } from "../../../api/open-data/service-id.js";
import { EVERYBODY, type FeatureAccess } from "./access.js";

const since = (path: string) => ({ who: EVERYBODY, path, bad: { path: `${path}?city=640`, field: "city" } });

/** The stations for others to use. */
export const openDataAccess: FeatureAccess = {
  lines: {
    "GET /api/open-data": { who: EVERYBODY },
    "GET /api/open-data/stations.geojson": since("/api/open-data/stations.geojson"),
    "GET /api/open-data/stations.csv": since("/api/open-data/stations.csv"),
    "GET /api/open-data/stations.jsonld": since("/api/open-data/stations.jsonld"),
    "GET /api/open-data/hsds": { who: EVERYBODY },
    "GET /api/open-data/hsds/services": since("/api/open-data/hsds/services"),
    "GET /api/open-data/hsds/services/:id": {
      who: EVERYBODY,
      path: `/api/open-data/hsds/services/${serviceId("st_own")}`,
      bad: { path: "/api/open-data/hsds/services/st_own", field: "id" },
    },
    "GET /api/open-data/timetable.ics": { who: EVERYBODY },
  },
};
