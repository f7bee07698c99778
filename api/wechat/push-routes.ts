import { wechatPushContract } from "../../shared/contract/operation.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { takePhotoVerdict } from "../photos/take-photo-verdict.js";
import { isSigned } from "./push-envelope.js";
import { readPush } from "./push-message.js";

/** Where WeChat's message push leads; nothing is there while no token is set. */
export function wechatPushRoutes(deps: Dependencies) {
  return contractRoutes(deps, wechatPushContract, {
    checkWechatPush: ({ query: { echostr, ...query }, c }) => {
      if (deps.wechatPush === null) throw new ApiError("not_found");
      if (!isSigned(deps.wechatPush, query, deps.wallClock())) throw new ApiError("not_allowed");
      return c.text(echostr, 200);
    },
    takeWechatPush: async ({ query, c }) => {
      if (deps.wechatPush === null) throw new ApiError("not_found");
      const reading = readPush(deps.wechatPush, query, await c.req.text(), deps.wallClock());
      if (reading.kind === "forged") throw new ApiError("not_allowed");
      if (reading.kind === "media_checked") await takePhotoVerdict(deps, reading);
      // Any other answer makes WeChat send the message again.
      return c.text("success", 200);
    },
  });
}
