import { EVERYBODY, type FeatureAccess, OFFICERS, type World } from "./access.js";

const PHONE = { "x-device-id": "the-phone-that-misses" };
const HERE = { latitude: 38.5, longitude: 106.3 };

let asked = 0;
/** Something that somebody misses, each in a place of its own. */
async function given({ test }: World) {
  asked += 1;
  const { body } = await test.call<{ id: string }>("POST", "/api/missing-stations", {
    token: await test.signIn("worker", `缺站的人 ${asked}`),
    json: { ...HERE, latitude: HERE.latitude + asked / 50, hour: 20, need: "door" },
  });
  return body.id;
}

/** What people say is missing. */
export const missingStationsAccess: FeatureAccess = {
  lines: {
    "GET /api/missing-stations": {
      who: EVERYBODY,
      path: "/api/missing-stations?latitude=38.5&longitude=106.3",
      bad: { path: "/api/missing-stations?latitude=98.5&longitude=106.3", field: "latitude" },
    },
    "GET /api/missing-stations/mine": {
      who: EVERYBODY,
      asksWho: true,
      options: { headers: PHONE },
      bad: { options: { headers: { "x-device-id": "short" } }, field: "X-Device-Id" },
    },
    "GET /api/missing-stations/asked": { who: OFFICERS },
    "POST /api/missing-stations": {
      who: EVERYBODY,
      asksWho: true,
      options: { json: { ...HERE, hour: 20, need: "toilet" } },
      bad: { options: { json: { ...HERE, hour: 24, need: "toilet" } }, field: "hour" },
    },
    "POST /api/missing-stations/:id/second": {
      who: EVERYBODY,
      asksWho: true,
      path: "/api/missing-stations/FRESH_MISSING/second",
      options: { json: { hour: 20 } },
      bad: { options: { json: { hour: "late" } }, field: "hour" },
    },
    "POST /api/missing-stations/:id/answer": {
      who: OFFICERS,
      path: "/api/missing-stations/FRESH_MISSING/answer",
      options: { json: { state: "planned", why: "明年三月开" } },
      bad: { options: { json: { state: "asked", why: "好" } }, field: "state" },
    },
  },
  fresh: {
    FRESH_MISSING: given,
  },
};
