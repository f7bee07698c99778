import { createHash } from "node:crypto";
import type { StationDetail } from "../../../shared/stations/station-answer.js";
import { givenPhotoFile } from "../../support/given-photo.js";
import type { CallOptions } from "../../support/test-app.js";
import { EVERYBODY, type FeatureAccess, KEEPERS, OFFICERS, type World } from "./access.js";

const jpeg = async (width: number): Promise<CallOptions> => ({
  body: await givenPhotoFile({ width, height: 240 }),
  headers: { "content-type": "image/jpeg" },
});
const sent = await jpeg(320);
export const PUSH_TOKEN = "pushtoken";

/** Photos of stations: taken by keepers and officers, approved by officers, seen by everybody. */
export const photosAccess: FeatureAccess = {
  lines: {
    "POST /api/stations/:id/photos": {
      who: KEEPERS,
      path: "/api/stations/st_demo_01/photos?of=entrance",
      options: sent,
      bad: { path: "/api/stations/st_demo_01/photos?of=roof", field: "of" },
      elsewhere: { path: "/api/stations/st_elsewhere/photos?of=entrance" },
    },
    "DELETE /api/stations/:id/photos/:photoId": {
      who: KEEPERS,
      path: "/api/stations/st_demo_01/photos/FRESH_PHOTO",
      bad: { path: "/api/stations/st_demo_01/photos/PH!", field: "photoId" },
      elsewhere: { path: "/api/stations/st_elsewhere/photos/ph_whatever" },
    },
    "POST /api/stations/:id/photos/:photoId/approve": {
      who: OFFICERS,
      path: "/api/stations/st_demo_01/photos/FRESH_PHOTO/approve",
      bad: { path: "/api/stations/st_demo_01/photos/PH!/approve", field: "photoId" },
      elsewhere: { path: "/api/stations/st_elsewhere/photos/ph_whatever/approve" },
    },
    "POST /api/stations/:id/photos/:photoId/reject": {
      who: OFFICERS,
      path: "/api/stations/st_demo_01/photos/FRESH_PHOTO/reject",
      options: { json: { reason: "看不清" } },
      bad: { options: { json: { reason: "" } }, field: "reason" },
      elsewhere: { path: "/api/stations/st_elsewhere/photos/ph_whatever/reject" },
    },
    "GET /api/stations/:id/photos/:photoId/:file": {
      who: EVERYBODY,
      path: "/api/stations/st_demo_01/photos/FRESH_PHOTO/small.jpg",
      bad: { path: "/api/stations/st_demo_01/photos/ph_whatever/huge.jpg", field: "file" },
    },
    "GET /api/photos/waiting": { who: OFFICERS },
    // Open to nobody but WeChat: its signature is asked for instead of a sign-in.
    "GET /api/wechat/push": {
      who: EVERYBODY,
      path: "/api/wechat/push?FRESH_PUSH_QUERY&echostr=hello",
      bad: { path: "/api/wechat/push?signature=x&timestamp=now&nonce=n&echostr=hello", field: "timestamp" },
    },
    "POST /api/wechat/push": {
      who: EVERYBODY,
      path: "/api/wechat/push?FRESH_PUSH_QUERY",
      options: { body: '{"Event":"something_else"}' },
      bad: { path: "/api/wechat/push?signature=x&timestamp=now&nonce=n", field: "timestamp" },
    },
  },
  fresh: {
    FRESH_PHOTO: addPhoto,
    FRESH_PUSH_QUERY: async ({ test }) => {
      test.deps.wechatPush = { token: PUSH_TOKEN, aesKey: null, appId: "wx0123456789abcdef" };
      const timestamp = String(Math.floor(test.deps.wallClock() / 1_000));
      const signature = createHash("sha1").update([PUSH_TOKEN, timestamp, "nonce"].sort().join("")).digest("hex");
      return `signature=${signature}&timestamp=${timestamp}&nonce=nonce`;
    },
  },
};

let added = 0;
async function addPhoto({ test, tokens }: World): Promise<string> {
  added += 1;
  const { body } = await test.call<StationDetail>("POST", "/api/stations/st_demo_01/photos?of=inside", {
    ...(await jpeg(320 + added)),
    token: tokens.officer,
  });
  return body.photos[0]?.id ?? "";
}
