import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context, Handler } from "hono";
import type { User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { RoleLimit } from "../people/role-limit.js";
import type { TokenClaims } from "../people/token-signer.js";

/** What middleware leaves on a request for those after it. */
export interface AppEnv {
  Variables: {
    requestId: string;
    /** The answer was made with what every answer carries. */
    hasCommonHeaders: boolean;
    /**
     * The claims of a valid token; null without one. Whether its sign-in still lives is not known: what is for somebody in
     * particular asks `whoAsks` of `who-asks.ts`.
     */
    claims: TokenClaims | null;
    /** A token came along that is not valid, or no longer. */
    hasBadToken: boolean;
    /** Whom the rate limits count: an account where signed in, else an address. */
    caller: string;
    /** Set behind `acceptSignIn` and `requirePermission`: who asks, as they are now; null where nobody is signed in. */
    asker: User | null;
    /** Set behind `requirePermission`. */
    user: User;
    /** Set behind `requirePermission`: the roles that the sign-in is limited to. */
    roleLimit: RoleLimit;
    /** Set on writes: runs a handler, or answers what it answered before (`idempotency.ts`). */
    once: (run: () => Promise<Response>) => Promise<Response>;
  };
}

/**
 * A room for routes, in which bad input becomes an error that names its fields, and a write with an `Idempotency-Key`
 * happens once. The answer that was kept is looked for in the place of the handler, behind everything that may refuse.
 */
export function createRouter(): OpenAPIHono<AppEnv> {
  const router = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      throw new ApiError(
        "invalid_input",
        result.error.issues.flatMap((issue) => {
          const id = recordOf(issue.path, "data" in result ? result.data : null);
          return issue.code === "unrecognized_keys"
            ? issue.keys.map((key) => ({ path: [...issue.path, key].join("."), message: "没有这一项", ...id }))
            : [{ path: issue.path.join("."), message: issue.message, ...id }];
        }),
      );
    },
  });
  const { openapi } = router;
  router.openapi = ((route, handler, hook) =>
    openapi(route, once(handler as Handler) as typeof handler, hook)) as typeof openapi;
  return router;
}

/** The id of the record in a list that a field lies in. */
function recordOf(path: readonly PropertyKey[], sent: unknown): { id?: string } {
  let value = sent;
  let id: string | undefined;
  for (const step of path) {
    if (typeof value !== "object" || value === null) break;
    const inside: unknown = Reflect.get(value, step);
    const isRecord = typeof step === "number" && typeof inside === "object" && inside !== null && "id" in inside;
    if (isRecord && typeof inside.id === "string") id = inside.id;
    value = inside;
  }
  return id === undefined ? {} : { id };
}

function once(handler: Handler<AppEnv>): Handler<AppEnv> {
  return (c: Context<AppEnv>, next) => {
    const runOnce = c.get("once") as AppEnv["Variables"]["once"] | undefined;
    return runOnce === undefined ? handler(c, next) : runOnce(async () => (await handler(c, next)) as Response);
  };
}
