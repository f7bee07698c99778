import { instantText } from "../../shared/common/instant.js";
import { roleContract } from "../../shared/contract/people.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { pageAddress, publicOrigin } from "../http/public-address.js";
import { acceptInvitation } from "./accept-invitation.js";
import { INVITATION_PAGE } from "./invitation-page.js";
import { invite, viewInvitation } from "./invite.js";
import { listRoleHolders } from "./list-role-holders.js";
import { revokeRole } from "./revoke-role.js";
import { listOpenInvitations, takeBackInvitation } from "./take-back-invitation.js";

/** Giving roles by invitation, seeing who holds them, and taking them away. */
export function roleRoutes(deps: Dependencies) {
  return contractRoutes(deps, roleContract, {
    invite: async ({ body, user, c }) => {
      const { code, expiresAt } = await invite(deps, body, user);
      const url = pageAddress(publicOrigin(c, deps), INVITATION_PAGE, { code });
      return { code, url, expiresAt: instantText(expiresAt) };
    },
    listInvitations: async ({ user }) => {
      const open = await listOpenInvitations(deps, user);
      return { invitations: open.map((one) => ({ ...one, expiresAt: instantText(one.expiresAt) })) };
    },
    takeBackInvitation: async ({ params, doer }) => {
      await takeBackInvitation(deps, params.code, doer);
      return { done: true as const };
    },
    getInvitation: async ({ params, user, c }) => {
      const view = await viewInvitation(deps, { code: params.code, user, caller: c.get("caller") });
      return { ...view, expiresAt: instantText(view.expiresAt) };
    },
    acceptInvitation: ({ params, doer, c }) => {
      const signIn = { signInId: c.get("claims")?.signInId ?? "", roles: c.get("roleLimit") };
      return acceptInvitation(deps, { code: params.code, caller: c.get("caller"), signIn }, doer);
    },
    listPeople: ({ query, user }) => listRoleHolders(deps, user, query.cursor ?? null),
    revokeRole: async ({ params, doer }) => {
      await revokeRole(deps, params, doer);
      return { done: true as const };
    },
  });
}
