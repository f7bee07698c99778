import { EVERYBODY, type FeatureAccess, OFFICERS } from "./access.js";

/** Where a door is open within reach: for everybody. */
export const circleAccess: FeatureAccess = {
  lines: {
    "GET /api/coverage": {
      who: EVERYBODY,
      path: "/api/coverage?city=6401",
      bad: { path: "/api/coverage?city=64", field: "city" },
    },
    "GET /api/coverage/cells": {
      who: EVERYBODY,
      path: "/api/coverage/cells?city=6401&at=09:30",
      bad: { path: "/api/coverage/cells?city=6401&at=09:15", field: "at" },
    },
    "GET /api/coverage/next-steps": {
      who: OFFICERS,
      path: "/api/coverage/next-steps?city=6401&sites=1",
      bad: { path: "/api/coverage/next-steps?city=6401&sites=many", field: "sites" },
    },
    "GET /api/demand": {
      who: OFFICERS,
      path: "/api/demand?city=6401",
      bad: { path: "/api/demand?city=64", field: "city" },
    },
    "GET /api/coverage/days": {
      who: EVERYBODY,
      path: "/api/coverage/days?city=6401",
      bad: { path: "/api/coverage/days?city=640104", field: "city" },
    },
  },
};
