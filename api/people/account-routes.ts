import { createRoute, z } from "@hono/zod-openapi";
import { wordsUpTo } from "../../shared/core/free-text.js";
import { AccountExport } from "../../shared/people/account-export.js";
import { Account } from "../../shared/people/user.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer, jsonBody } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { doerOf } from "../http/doer-of.js";
import { requirePermission } from "../http/require-permission.js";
import { deleteAccount } from "./delete-account.js";
import { exportAccount } from "./export-account.js";
import { renameAccount } from "./rename-account.js";
import { accountOf } from "./sign-in.js";

const readRoute = createRoute({
  method: "get",
  path: "/",
  summary: "My account: what I am called, my roles, my stations, my reach (signed in)",
  responses: { 200: jsonAnswer("The account", Account), ...errorAnswers("not_signed_in", "sign_in_expired") },
});

const renameRoute = createRoute({
  method: "put",
  path: "/",
  summary: "What I want to be called; rosters show it, no real name is asked for (signed in)",
  request: { body: jsonBody(z.strictObject({ name: wordsUpTo(20) })) },
  responses: {
    200: jsonAnswer("The account", Account),
    ...errorAnswers("malformed_json", "invalid_input", "not_signed_in", "sign_in_expired", "words_refused", "conflict"),
  },
});

const exportRoute = createRoute({
  method: "get",
  path: "/export",
  summary: "All that is held about me, in clear (signed in)",
  responses: { 200: jsonAnswer("Everything", AccountExport), ...errorAnswers("not_signed_in", "sign_in_expired") },
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/",
  summary: "Delete my account with all its sign-ins, at once and for good (signed in)",
  responses: {
    200: jsonAnswer("Deleted", z.object({ done: z.literal(true) })),
    ...errorAnswers("not_signed_in", "sign_in_expired"),
  },
});

/** A person's own account. */
export function accountRoutes(deps: Dependencies) {
  const router = createRouter();
  router.use(requirePermission(deps, "account:own"));
  return router
    .openapi(readRoute, (c) => {
      c.header("Cache-Control", "no-store");
      return c.json(accountOf(c.get("user"), null), 200);
    })
    .openapi(renameRoute, async (c) => {
      const user = await renameAccount(deps, c.req.valid("json").name, c.get("user"));
      return c.json(accountOf(user, null), 200);
    })
    .openapi(exportRoute, async (c) => {
      c.header("Cache-Control", "no-store");
      c.header("Content-Disposition", "attachment; filename=yizhan-my-data.json");
      return c.json(await exportAccount(deps, c.get("user")), 200);
    })
    .openapi(deleteRoute, async (c) => {
      await deleteAccount(deps, doerOf(c));
      return c.json({ done: true as const }, 200);
    });
}
