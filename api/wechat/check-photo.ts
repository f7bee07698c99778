import { z } from "zod";
import type { PhotoCheck } from "../photos/photo-check.js";
import { WechatError } from "./call-wechat.js";
import type { Wechat } from "./wechat.js";

/** WeChat's numbers: 2 is a picture, of the two kinds it checks; 1 a profile, of the four places where it may stand. */
const MEDIA_PICTURE = 2;
const SCENE_PROFILE = 1;

const Answer = z.object({ trace_id: z.string().min(1).max(100) });

/**
 * Has WeChat fetch and check a picture (`POST /wxa/media_check_async`, version 2). Its answer comes within half an hour as a
 * message to our server (api/wechat/push-routes.ts).
 *
 * @param onCheckFailed hears the number with which WeChat refused, for the log
 */
export function createWechatPhotoCheck(
  { call }: Pick<Wechat, "call">,
  onCheckFailed: (errcode: number | null) => void,
): PhotoCheck {
  return {
    checkPhoto: async ({ url, openId }) => {
      // WeChat asks for a person who used the mini-program within two hours.
      if (openId === null) return { state: "waiting", traceId: null };
      const json = { media_url: url, media_type: MEDIA_PICTURE, version: 2, scene: SCENE_PROFILE, openid: openId };
      try {
        const { trace_id } = await call({ method: "POST", path: "/wxa/media_check_async", json }, Answer);
        return { state: "waiting", traceId: trace_id };
      } catch (error) {
        onCheckFailed(error instanceof WechatError ? error.errcode : null);
        return { state: "waiting", traceId: null };
      }
    },
  };
}
