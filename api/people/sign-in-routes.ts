import { createRoute, z } from "@hono/zod-openapi";
import { instantText } from "../../shared/core/instant.js";
import { SIGN_IN_CODE_LENGTH } from "../../shared/people/short-code.js";
import { shortCodeParam } from "../../shared/people/short-code-param.js";
import { SignedIn, SignInCodeAnswer, SignInCodeState } from "../../shared/people/sign-in-answer.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer, jsonBody } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { pageAddress, publicOrigin } from "../http/public-address.js";
import { bearerToken } from "../http/request-context.js";
import { requirePermission } from "../http/require-permission.js";
import { renewSignIn, signInByWechat } from "./sign-in.js";
import { approveSignInCode, makeSignInCode, takeSignIn } from "./sign-in-by-code.js";

const Done = z.object({ done: z.literal(true) });

const wechatRoute = createRoute({
  method: "post",
  path: "/sign-in/wechat",
  summary: "Sign in with a code of wx.login; the first time makes an account",
  request: { body: jsonBody(z.strictObject({ code: z.string().min(1).max(200) })) },
  responses: {
    200: jsonAnswer("Signed in", SignedIn),
    ...errorAnswers(
      "malformed_json",
      "invalid_input",
      "wechat_code_invalid",
      "wechat_blocked",
      "wechat_too_often",
      "wechat_not_configured",
      "wechat_unavailable",
    ),
  },
});

const refreshRoute = createRoute({
  method: "post",
  path: "/sign-in/refresh",
  summary: "A new token for one that ends or has ended, while its sign-in lives (30 days since it was last used)",
  responses: { 200: jsonAnswer("Renewed", SignedIn), ...errorAnswers("not_signed_in", "sign_in_expired") },
});

const makeCodeRoute = createRoute({
  method: "post",
  path: "/sign-in/codes",
  summary: "A code by which a signed-in phone signs this computer in, for five minutes",
  responses: { 200: jsonAnswer("The code", SignInCodeAnswer), ...errorAnswers() },
});

const approveRoute = createRoute({
  method: "post",
  path: "/sign-in/codes/{code}/approve",
  summary: "Let the computer that shows this code sign in as me (signed in)",
  request: { params: shortCodeParam(SIGN_IN_CODE_LENGTH) },
  responses: {
    200: jsonAnswer("Approved", Done),
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed", "sign_in_code_used", "sign_in_code_gone"),
  },
});

const takeRoute = createRoute({
  method: "post",
  path: "/sign-in/codes/{code}/token",
  summary: "What became of a code: pending, or the sign-in, which is given out once",
  request: {
    params: shortCodeParam(SIGN_IN_CODE_LENGTH),
    body: jsonBody(z.strictObject({ secret: z.string().min(1).max(100) })),
  },
  responses: {
    200: jsonAnswer("Pending, or signed in", SignInCodeState),
    ...errorAnswers("malformed_json", "invalid_input", "sign_in_code_gone"),
  },
});

const signOutRoute = createRoute({
  method: "post",
  path: "/sign-out",
  summary: "End this sign-in at once, with every token of it (signed in)",
  responses: { 200: jsonAnswer("Signed out", Done), ...errorAnswers("not_signed_in", "sign_in_expired") },
});

/** Signing in, staying signed in, and signing out. */
export function signInRoutes(deps: Dependencies) {
  const router = createRouter();
  router.use("/sign-in/codes/:code/approve", requirePermission(deps, "sign-in:approve"));
  router.use("/sign-out", requirePermission(deps, "account:own"));
  return router
    .openapi(wechatRoute, async (c) => c.json(await signInByWechat(deps, c.req.valid("json").code), 200))
    .openapi(refreshRoute, async (c) => c.json(await renewSignIn(deps, bearerToken(c)), 200))
    .openapi(makeCodeRoute, async (c) => {
      const { code, secret, expiresAt } = await makeSignInCode(deps);
      const url = pageAddress(publicOrigin(c, deps), "account/approve/index", { code });
      return c.json({ code, secret, expiresAt: instantText(expiresAt), url }, 200);
    })
    .openapi(approveRoute, async (c) => {
      const { code } = c.req.valid("param");
      const { id: userId } = c.get("user");
      await approveSignInCode(deps, { code, userId, roles: c.get("roleLimit"), caller: c.get("caller") });
      return c.json({ done: true as const }, 200);
    })
    .openapi(takeRoute, async (c) => {
      const { code } = c.req.valid("param");
      const { secret } = c.req.valid("json");
      return c.json(await takeSignIn(deps, { code, secret, caller: c.get("caller") }), 200);
    })
    .openapi(signOutRoute, async (c) => {
      const claims = c.get("claims");
      if (claims !== null) await deps.signIns.close(claims);
      return c.json({ done: true as const }, 200);
    });
}
