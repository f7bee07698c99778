import { instantText } from "../../shared/common/instant.js";
import { signInContract } from "../../shared/contract/people.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { pageAddress, publicOrigin } from "../http/public-address.js";
import { bearerToken } from "../http/request-context.js";
import { renewSignIn, signInByWechat, signOut } from "./sign-in.js";
import { approveSignInCode, makeSignInCode, takeSignIn } from "./sign-in-by-code.js";

/** Signing in, staying signed in, and signing out. */
export function signInRoutes(deps: Dependencies) {
  return contractRoutes(deps, signInContract, {
    signInByWechat: ({ body }) => signInByWechat(deps, body.code),
    renewSignIn: ({ c }) => renewSignIn(deps, bearerToken(c)),
    makeSignInCode: async ({ c }) => {
      const { code, secret, expiresAt } = await makeSignInCode(deps);
      const url = pageAddress(publicOrigin(c, deps), "account/approve/index", { code });
      return { code, secret, expiresAt: instantText(expiresAt), url };
    },
    approveSignInCode: async ({ params, user, c }) => {
      const approval = { code: params.code, userId: user.id, roles: c.get("roleLimit"), caller: c.get("caller") };
      await approveSignInCode(deps, approval);
      return { done: true as const };
    },
    takeSignIn: ({ params, body, c }) =>
      takeSignIn(deps, { code: params.code, secret: body.secret, caller: c.get("caller") }),
    signOut: async ({ c }) => {
      await signOut(deps, c.get("claims"));
      return { done: true as const };
    },
  });
}
