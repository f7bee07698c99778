import { createRoute, z } from "@hono/zod-openapi";
import { instantText } from "../../shared/core/instant.js";
import {
  InvitationAnswer,
  InvitationInput,
  InvitationView,
  OpenInvitationList,
  RoleHolder,
  RoleHolderList,
} from "../../shared/people/invitation.js";
import { INVITATION_CODE_LENGTH } from "../../shared/people/short-code.js";
import { shortCodeParam } from "../../shared/people/short-code-param.js";
import { Account, UserId } from "../../shared/people/user.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer, jsonBody } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";
import { doerOf } from "../http/doer-of.js";
import { pageAddress, publicOrigin } from "../http/public-address.js";
import { requirePermission } from "../http/require-permission.js";
import { acceptInvitation } from "./accept-invitation.js";
import { INVITATION_PAGE } from "./invitation-page.js";
import { invite, viewInvitation } from "./invite.js";
import { listRoleHolders } from "./list-role-holders.js";
import { revokeRole } from "./revoke-role.js";
import { listOpenInvitations, takeBackInvitation } from "./take-back-invitation.js";

const codeParam = shortCodeParam(INVITATION_CODE_LENGTH);
const invitationErrors = [
  "invitation_not_found",
  "invitation_used",
  "invitation_expired",
  "invitation_taken_back",
] as const;

const inviteRoute = createRoute({
  method: "post",
  path: "/invitations",
  summary: "Invite a keeper (officers; keepers for their own stations) or an officer of a reach within one's own",
  request: { body: jsonBody(InvitationInput) },
  responses: {
    201: jsonAnswer("The code, good once and for a week", InvitationAnswer),
    ...errorAnswers("malformed_json", "invalid_input", "not_signed_in", "not_allowed"),
  },
});

const openRoute = createRoute({
  method: "get",
  path: "/invitations",
  summary: "The invitations that nobody has used, of those one could have sent (officer, keeper)",
  responses: {
    200: jsonAnswer("At most 200, those that end first before the others", OpenInvitationList),
    ...errorAnswers("not_signed_in", "not_allowed"),
  },
});

const takeBackRoute = createRoute({
  method: "delete",
  path: "/invitations/{code}",
  summary: "Take an invitation back before anybody used it (officer, keeper)",
  request: { params: codeParam },
  responses: {
    200: jsonAnswer("Its code is good for nothing now", z.object({ done: z.literal(true) })),
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed", ...invitationErrors, "conflict"),
  },
});

const viewRoute = createRoute({
  method: "get",
  path: "/invitations/{code}",
  summary: "What an invitation is for (signed in)",
  request: { params: codeParam },
  responses: {
    200: jsonAnswer("The invitation", InvitationView),
    ...errorAnswers("invalid_input", "not_signed_in", ...invitationErrors),
  },
});

const acceptRoute = createRoute({
  method: "post",
  path: "/invitations/{code}/accept",
  summary: "Take the role one is invited to, once (signed in)",
  request: { params: codeParam },
  responses: {
    200: jsonAnswer("The account as it is now", Account),
    ...errorAnswers("invalid_input", "not_signed_in", ...invitationErrors, "invitation_void", "conflict"),
  },
});

const listRoute = createRoute({
  method: "get",
  path: "/people",
  summary: "Who holds roles within my reach (officer)",
  request: { query: z.object({ cursor: UserId.optional() }) },
  responses: {
    200: jsonAnswer("A page; people outside the reach are left out, so that it may be short", RoleHolderList),
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed"),
  },
});

const revokeRoute = createRoute({
  method: "delete",
  path: "/people/{id}/roles/{role}",
  summary: "Take a role away, as far as it lies within my reach; works at the person's next request (officer)",
  request: { params: z.object({ id: UserId, role: RoleHolder.shape.roles.element }) },
  responses: {
    200: jsonAnswer("Taken away", z.object({ done: z.literal(true) })),
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed", "not_found", "conflict"),
  },
});

/** Giving roles by invitation, seeing who holds them, and taking them away. */
export function roleRoutes(deps: Dependencies) {
  const router = createRouter();
  router.post("/invitations", requirePermission(deps, "person:invite"));
  router.get("/invitations", requirePermission(deps, "invitation:read"));
  router.get("/invitations/:code", requirePermission(deps, "invitation:accept"));
  router.post("/invitations/:code/accept", requirePermission(deps, "invitation:accept"));
  router.delete("/invitations/:code", requirePermission(deps, "invitation:take-back"));
  router.use("/people", requirePermission(deps, "person:read"));
  router.use("/people/:id/*", requirePermission(deps, "person:revoke"));
  return router
    .openapi(inviteRoute, async (c) => {
      const { code, expiresAt } = await invite(deps, c.req.valid("json"), c.get("user"));
      const url = pageAddress(publicOrigin(c, deps), INVITATION_PAGE, { code });
      return c.json({ code, url, expiresAt: instantText(expiresAt) }, 201);
    })
    .openapi(openRoute, async (c) => {
      c.header("Cache-Control", "no-store");
      const open = await listOpenInvitations(deps, c.get("user"));
      const invitations = open.map((one) => ({ ...one, expiresAt: instantText(one.expiresAt) }));
      return c.json({ invitations }, 200);
    })
    .openapi(takeBackRoute, async (c) => {
      await takeBackInvitation(deps, c.req.valid("param").code, doerOf(c));
      return c.json({ done: true as const }, 200);
    })
    .openapi(viewRoute, async (c) => {
      const { code } = c.req.valid("param");
      const view = await viewInvitation(deps, { code, user: c.get("user"), caller: c.get("caller") });
      return c.json({ ...view, expiresAt: instantText(view.expiresAt) }, 200);
    })
    .openapi(acceptRoute, async (c) => {
      const { code } = c.req.valid("param");
      const signIn = { signInId: c.get("claims")?.signInId ?? "", roles: c.get("roleLimit") };
      return c.json(await acceptInvitation(deps, { code, caller: c.get("caller"), signIn }, doerOf(c)), 200);
    })
    .openapi(listRoute, async (c) => {
      c.header("Cache-Control", "no-store");
      return c.json(await listRoleHolders(deps, c.get("user"), c.req.valid("query").cursor ?? null), 200);
    })
    .openapi(revokeRoute, async (c) => {
      await revokeRole(deps, c.req.valid("param"), doerOf(c));
      return c.json({ done: true as const }, 200);
    });
}
