import { EVERYBODY, type FeatureAccess, SIGNED_IN } from "./access.js";

/** Which messages a phone may ask about is no secret; what somebody said yes to is their own. */
export const messagesAccess: FeatureAccess = {
  lines: {
    "GET /api/messages/templates": { who: EVERYBODY },
    "GET /api/messages/mine": { who: SIGNED_IN },
    "POST /api/messages/grants": {
      who: SIGNED_IN,
      options: { json: { accepted: ["template-door"] } },
      bad: { options: { json: { accepted: ["a", "b", "c", "d"] } }, field: "accepted" },
    },
  },
};
