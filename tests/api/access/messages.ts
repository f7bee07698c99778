import { EVERYBODY, type FeatureAccess } from "./access.js";

/** Which messages a phone may ask about is no secret. */
export const messagesAccess: FeatureAccess = { lines: { "GET /api/messages/templates": { who: EVERYBODY } } };
