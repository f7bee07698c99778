import { type FeatureAccess, KEEPERS, SIGNED_IN } from "./access.js";

const LEGAL_AID = encodeURIComponent("法律援助");

/** A keeper's taps. */
export const keepingAccess: FeatureAccess = {
  lines: {
    "GET /api/stations/mine": { who: SIGNED_IN },
    "PUT /api/stations/:id/closure": {
      who: KEEPERS,
      path: "/api/stations/st_demo_01/closure",
      options: { json: { until: null, reason: "停电停水" } },
      bad: { options: { json: { until: "tomorrow" } }, field: "until" },
      elsewhere: { path: "/api/stations/st_elsewhere/closure" },
    },
    "DELETE /api/stations/:id/closure": {
      who: KEEPERS,
      path: "/api/stations/st_demo_01/closure",
      bad: { path: "/api/stations/ST!/closure", field: "id" },
      elsewhere: { path: "/api/stations/st_elsewhere/closure" },
    },
    "PUT /api/stations/:id/amenities/:kind": {
      who: KEEPERS,
      path: "/api/stations/st_demo_01/amenities/wifi",
      options: { json: { state: "broken" } },
      bad: { options: { json: { state: "sleeping" } }, field: "state" },
      elsewhere: { path: "/api/stations/st_elsewhere/amenities/wifi" },
    },
    "DELETE /api/stations/:id/amenities/:kind": {
      who: KEEPERS,
      path: "/api/stations/st_demo_01/amenities/wifi",
      bad: { path: "/api/stations/st_demo_01/amenities/piano", field: "kind" },
      elsewhere: { path: "/api/stations/st_elsewhere/amenities/wifi" },
    },
    "PUT /api/stations/:id/services/:name": {
      who: KEEPERS,
      path: `/api/stations/st_demo_01/services/${LEGAL_AID}`,
      options: { json: { hoursText: "周二14:00-16:00" } },
      bad: { options: { json: { hoursText: "有空就来" } }, field: "hoursText" },
      elsewhere: { path: `/api/stations/st_elsewhere/services/${LEGAL_AID}` },
    },
    "DELETE /api/stations/:id/services/:name": {
      who: KEEPERS,
      path: `/api/stations/st_demo_01/services/${LEGAL_AID}`,
      bad: { path: `/api/stations/ST!/services/${LEGAL_AID}`, field: "id" },
      elsewhere: { path: `/api/stations/st_elsewhere/services/${LEGAL_AID}` },
    },
    "PUT /api/stations/:id/today": {
      who: KEEPERS,
      path: "/api/stations/st_demo_01/today",
      options: { json: { spans: [] } },
      bad: { options: { json: { spans: "all day" } }, field: "spans" },
      elsewhere: { path: "/api/stations/st_elsewhere/today" },
    },
    "DELETE /api/stations/:id/today": {
      who: KEEPERS,
      path: "/api/stations/st_demo_01/today",
      bad: { path: "/api/stations/ST!/today", field: "id" },
      elsewhere: { path: "/api/stations/st_elsewhere/today" },
    },
    "PUT /api/stations/:id/days": {
      who: KEEPERS,
      path: "/api/stations/st_demo_01/days",
      options: { json: { days: [{ date: "2027-01-01", hours: "usual" }] } },
      bad: { options: { json: { days: "all" } }, field: "days" },
      elsewhere: { path: "/api/stations/st_elsewhere/days" },
    },
    "POST /api/stations/:id/facts": {
      who: KEEPERS,
      path: "/api/stations/st_demo_01/facts",
      options: { json: { fact: "hours" } },
      bad: { options: { json: { fact: "weather" } }, field: "fact" },
      elsewhere: { path: "/api/stations/st_elsewhere/facts" },
    },
    "GET /api/stations/:id/shown": {
      who: KEEPERS,
      path: "/api/stations/st_demo_01/shown",
      bad: { path: "/api/stations/ST!/shown", field: "id" },
      elsewhere: { path: "/api/stations/st_elsewhere/shown" },
    },
    "POST /api/stations/:id/confirm": {
      who: KEEPERS,
      path: "/api/stations/st_demo_01/confirm",
      bad: { path: "/api/stations/ST!/confirm", field: "id" },
      elsewhere: { path: "/api/stations/st_elsewhere/confirm" },
    },
  },
};
