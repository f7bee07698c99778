import { OpenAPIHono } from "@hono/zod-openapi";
import type { User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { RoleLimit } from "../people/sign-in-store.js";
import type { TokenClaims } from "../people/token-signer.js";

/** What middleware leaves on a request for those after it. */
export interface AppEnv {
  Variables: {
    requestId: string;
    /** The answer was made with what every answer carries. */
    hasCommonHeaders: boolean;
    /** The claims of a valid token; null without one. */
    claims: TokenClaims | null;
    /** A token came along that is not valid, or no longer. */
    hasBadToken: boolean;
    /** Whom the rate limits count: an account where signed in, else an address. */
    caller: string;
    /** Set behind `requirePermission`. */
    user: User;
    /** Set behind `requirePermission`: the roles that the sign-in is limited to. */
    roleLimit: RoleLimit;
  };
}

/** A room for routes, in which bad input becomes an error that names its fields. */
export function createRouter(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      throw new ApiError(
        "invalid_input",
        result.error.issues.flatMap((issue) =>
          issue.code === "unrecognized_keys"
            ? issue.keys.map((key) => ({ path: [...issue.path, key].join("."), message: "没有这一项" }))
            : [{ path: issue.path.join("."), message: issue.message }],
        ),
      );
    },
  });
}
