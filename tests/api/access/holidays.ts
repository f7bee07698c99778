import { EVERYBODY, type FeatureAccess, OFFICERS } from "./access.js";

const DAYS = [{ date: "2027-01-01", hours: "usual" }];

/** Who opens on holidays: for everybody. Who has answered: for officers. */
export const holidaysAccess: FeatureAccess = {
  lines: {
    "GET /api/holidays/next": {
      who: EVERYBODY,
      path: "/api/holidays/next?city=6401",
      bad: { path: "/api/holidays/next?city=64", field: "city" },
    },
    "GET /api/holidays/next.png": {
      who: EVERYBODY,
      path: "/api/holidays/next.png?city=6401",
      bad: { path: "/api/holidays/next.png", field: "city" },
    },
    "GET /api/stations/:id/holiday.pdf": {
      who: EVERYBODY,
      path: "/api/stations/st_own/holiday.pdf",
      bad: { path: "/api/stations/ST!/holiday.pdf", field: "id" },
    },
    "GET /api/holidays/roll-call": {
      who: OFFICERS,
      bad: { path: "/api/holidays/roll-call?holiday=soon", field: "holiday" },
    },
    "POST /api/holidays/roll-call/answers": {
      who: OFFICERS,
      options: { json: { stationIds: ["st_own"], days: DAYS } },
      bad: { options: { json: { stationIds: ["st_own"], days: [] } }, field: "days" },
      elsewhere: { options: { json: { stationIds: ["st_elsewhere"], days: DAYS } } },
    },
  },
};
