import { createRoute, z } from "@hono/zod-openapi";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { takePhotoVerdict } from "../photos/take-photo-verdict.js";
import { isSigned } from "./push-envelope.js";
import { readPush } from "./push-message.js";

const words = z.string().max(200);
const signed = {
  signature: words,
  timestamp: z.string().regex(/^\d{1,12}$/, { error: "要是秒数" }),
  nonce: words,
};
const text = (description: string) => ({ description, content: { "text/plain": { schema: z.string() } } });

const checkRoute = createRoute({
  method: "get",
  path: "/",
  summary: "Whether this server knows the token of WeChat's message push (WeChat asks once, when it is set up)",
  request: { query: z.object({ ...signed, echostr: words }) },
  responses: { 200: text("The text it came with"), ...errorAnswers("invalid_input", "not_allowed", "not_found") },
});

const messageRoute = createRoute({
  method: "post",
  path: "/",
  summary: "A message of WeChat's: what it found of a photo",
  request: { query: z.object({ ...signed, msg_signature: words.optional(), encrypt_type: words.optional() }) },
  responses: { 200: text("Taken"), ...errorAnswers("invalid_input", "not_allowed", "not_found") },
});

/** Where WeChat's message push leads; nothing is there while no token is set. */
export function wechatPushRoutes(deps: Dependencies) {
  return createRouter()
    .openapi(checkRoute, (c) => {
      const { echostr, ...query } = c.req.valid("query");
      if (deps.wechatPush === null) throw new ApiError("not_found");
      if (!isSigned(deps.wechatPush, query, deps.wallClock())) throw new ApiError("not_allowed");
      return c.text(echostr, 200);
    })
    .openapi(messageRoute, async (c) => {
      if (deps.wechatPush === null) throw new ApiError("not_found");
      const reading = readPush(deps.wechatPush, c.req.valid("query"), await c.req.text(), deps.wallClock());
      if (reading.kind === "forged") throw new ApiError("not_allowed");
      if (reading.kind === "media_checked") await takePhotoVerdict(deps, reading);
      // Any other answer makes WeChat send the message again.
      return c.text("success", 200);
    });
}
