import { type FeatureAccess, OFFICERS, type World } from "./access.js";

const ROBOT = {
  name: "站长群",
  address: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=of-nobody",
  wantsDigest: false,
  wantsUrgent: false,
};

/** A robot of a reach. The officer's is that of the keeper's stations. */
const addGroup = async ({ test, tokens }: World) =>
  (
    await test.call<{ id: string }>("POST", "/api/groups", {
      token: tokens.officer,
      json: { ...ROBOT, reach: "640104" },
    })
  ).body.id;

/** Robots of chat groups: of an officer's reach alone. */
export const groupAccess: FeatureAccess = {
  lines: {
    "GET /api/groups": { who: OFFICERS },
    "POST /api/groups": {
      who: OFFICERS,
      options: { json: { ...ROBOT, reach: "640104" } },
      bad: { options: { json: { ...ROBOT, reach: "640104", address: "https://example.com/" } }, field: "address" },
      elsewhere: { options: { json: { ...ROBOT, reach: "65" } } },
    },
    "DELETE /api/groups/:id": {
      who: OFFICERS,
      path: "/api/groups/FRESH_GROUP",
      bad: { path: "/api/groups/GR!", field: "id" },
    },
    "POST /api/groups/:id/try": {
      who: OFFICERS,
      path: "/api/groups/FRESH_GROUP/try",
      bad: { path: "/api/groups/GR!/try", field: "id" },
    },
  },
  fresh: { FRESH_GROUP: addGroup },
};
