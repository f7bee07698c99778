import { EVERYBODY, type FeatureAccess, OFFICERS, type World } from "./access.js";

const QUESTION = {
  ...{ city: "6401", hours: 40, sites: 3, mends: 0, days: "week", minutes: 15, travel: "walk", amenities: [] },
  ...{ weights: "equal", siteOpens: "04:00", siteCloses: "23:00", fixed: [], wished: [], forbidden: [] },
};
const SCENARIO = { name: "夜里多开", question: QUESTION };
const PEOPLE = "经度(GCJ-02),纬度(GCJ-02),人数\n106.23,38.48,120\n";

const addScenario = async ({ test, tokens }: World) =>
  (await test.call<{ id: string }>("POST", "/api/scenarios", { token: tokens.officer, json: SCENARIO })).body.id;

/** Where a door is open within reach: for everybody. */
export const circleAccess: FeatureAccess = {
  lines: {
    "GET /api/circle/around": {
      who: EVERYBODY,
      path: "/api/circle/around?latitude=38&longitude=106",
      bad: { path: "/api/circle/around?latitude=38", field: "longitude" },
    },
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
    "GET /api/coverage/people": {
      who: OFFICERS,
      path: "/api/coverage/people?city=6401",
      bad: { path: "/api/coverage/people?city=64", field: "city" },
      elsewhere: { path: "/api/coverage/people?city=4101" },
    },
    "POST /api/coverage/people": {
      who: OFFICERS,
      path: "/api/coverage/people?city=6401",
      options: { body: PEOPLE, headers: { "content-type": "text/csv" } },
      bad: { path: "/api/coverage/people?city=64", field: "city" },
      elsewhere: {
        path: "/api/coverage/people?city=4101",
        options: { body: PEOPLE, headers: { "content-type": "text/csv" } },
      },
    },
    "DELETE /api/coverage/people": {
      who: OFFICERS,
      path: "/api/coverage/people?city=6401",
      bad: { path: "/api/coverage/people?city=64", field: "city" },
      elsewhere: { path: "/api/coverage/people?city=4101" },
    },
    "GET /api/scenarios": {
      who: OFFICERS,
      bad: { path: "/api/scenarios?city=64", field: "city" },
    },
    "POST /api/scenarios": {
      who: OFFICERS,
      options: { json: SCENARIO },
      bad: { options: { json: { ...SCENARIO, name: "" } }, field: "name" },
      elsewhere: { options: { json: { ...SCENARIO, question: { ...QUESTION, city: "4101" } } } },
    },
    "PUT /api/scenarios/:id": {
      who: OFFICERS,
      path: "/api/scenarios/FRESH_SCENARIO",
      options: { json: { ...SCENARIO, revision: 1 } },
      bad: { path: "/api/scenarios/FRESH_SCENARIO", options: { json: SCENARIO }, field: "revision" },
      elsewhere: {
        path: "/api/scenarios/FRESH_SCENARIO",
        options: { json: { ...SCENARIO, revision: 1, question: { ...QUESTION, city: "4101" } } },
      },
    },
    "DELETE /api/scenarios/:id": {
      who: OFFICERS,
      path: "/api/scenarios/FRESH_SCENARIO",
      bad: { path: "/api/scenarios/SC!", field: "id" },
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
  fresh: { FRESH_SCENARIO: addScenario },
};
