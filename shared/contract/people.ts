import { z } from "zod";
import { PERSON_NAME_LIMIT } from "../common/field-limits.js";
import { wordsUpTo } from "../common/free-text.js";
import { AccountExport } from "../people/account-export.js";
import {
  InvitationAnswer,
  InvitationInput,
  InvitationView,
  OpenInvitationList,
  RoleHolder,
  RoleHolderList,
} from "../people/invitation.js";
import { INVITATION_CODE_LENGTH, SIGN_IN_CODE_LENGTH } from "../people/short-code.js";
import { shortCodeParam } from "../people/short-code-param.js";
import { SignedIn, SignInCodeAnswer, SignInCodeState } from "../people/sign-in-answer.js";
import { Account, UserId } from "../people/user.js";
import type { Contract } from "./endpoint.js";
import { Done } from "./error-answer.js";

const signInCode = shortCodeParam(SIGN_IN_CODE_LENGTH);

/** Signing in, staying signed in, and signing out. */
export const signInContract = {
  signInByWechat: {
    route: "POST /sign-in/wechat",
    summary: "Sign in with a code of wx.login; the first time makes an account",
    permission: "open",
    write: "secret",
    body: z.strictObject({ code: z.string().min(1).max(200) }),
    answer: SignedIn,
    answers: "Signed in",
    errors: [
      "wechat_code_invalid",
      "wechat_blocked",
      "wechat_too_often",
      "wechat_not_configured",
      "wechat_unavailable",
    ],
  },
  renewSignIn: {
    route: "POST /sign-in/refresh",
    summary: "A new token for one that ends or has ended, while its sign-in lives (30 days since it was last used)",
    permission: "token",
    write: "secret",
    answer: SignedIn,
    answers: "Renewed",
  },
  makeSignInCode: {
    route: "POST /sign-in/codes",
    summary: "A code by which a signed-in phone signs this computer in, for five minutes",
    permission: "open",
    write: "secret",
    answer: SignInCodeAnswer,
    answers: "The code",
  },
  approveSignInCode: {
    route: "POST /sign-in/codes/:code/approve",
    summary: "Let the computer that shows this code sign in as me (signed in)",
    permission: "sign-in:approve",
    write: "secret",
    params: signInCode,
    answer: Done,
    answers: "Approved",
    errors: ["not_allowed", "sign_in_code_used", "sign_in_code_gone"],
  },
  takeSignIn: {
    route: "POST /sign-in/codes/:code/token",
    summary: "What became of a code: pending, or the sign-in, which is given out once",
    permission: "open",
    write: "secret",
    params: signInCode,
    body: z.strictObject({ secret: z.string().min(1).max(100) }),
    answer: SignInCodeState,
    answers: "Pending, or signed in",
    errors: ["sign_in_code_gone"],
  },
  signOut: {
    route: "POST /sign-out",
    summary: "End this sign-in at once, with every token of it (signed in)",
    permission: "account:own",
    write: "repeatable",
    answer: Done,
    answers: "Signed out",
  },
} as const satisfies Contract;

/** A person's own account. */
export const accountContract = {
  getMe: {
    route: "GET /me",
    summary: "My account: what I am called, my roles, my stations, my reach (signed in)",
    permission: "account:own",
    answer: Account,
    answers: "The account",
  },
  renameMe: {
    route: "PUT /me",
    summary: "What I want to be called; rosters show it, no real name is asked for (signed in)",
    permission: "account:own",
    write: "repeatable",
    body: z.strictObject({ name: wordsUpTo(PERSON_NAME_LIMIT) }),
    answer: Account,
    answers: "The account",
    errors: ["words_refused", "conflict"],
  },
  exportMe: {
    route: "GET /me/export",
    summary: "All that is held about me, in clear (signed in)",
    permission: "account:own",
    answer: AccountExport,
    answers: "Everything",
  },
  deleteMe: {
    route: "DELETE /me",
    summary: "Delete my account with all its sign-ins, at once and for good (signed in)",
    permission: "account:own",
    write: "repeatable",
    answer: Done,
    answers: "Deleted",
  },
} as const satisfies Contract;

const invitationCode = shortCodeParam(INVITATION_CODE_LENGTH);
const invitationErrors = [
  "invitation_not_found",
  "invitation_used",
  "invitation_expired",
  "invitation_taken_back",
] as const;

/** Giving roles by invitation, seeing who holds them, and taking them away. */
export const roleContract = {
  invite: {
    route: "POST /invitations",
    summary:
      "Invite a keeper (officers; keepers for their own stations), or an officer or viewer of a reach within one's own",
    permission: "person:invite",
    write: "once",
    body: InvitationInput,
    status: 201,
    answer: InvitationAnswer,
    answers: "The code, good once and for a week",
  },
  listInvitations: {
    route: "GET /invitations",
    summary: "The invitations that nobody has used, of those one could have sent (officer, keeper)",
    permission: "invitation:read",
    answer: OpenInvitationList,
    answers: "At most 200, those that end first before the others",
  },
  takeBackInvitation: {
    route: "DELETE /invitations/:code",
    summary: "Take an invitation back before anybody used it (officer, keeper)",
    permission: "invitation:take-back",
    write: "once",
    params: invitationCode,
    answer: Done,
    answers: "Its code is good for nothing now",
    errors: [...invitationErrors, "conflict"],
  },
  getInvitation: {
    route: "GET /invitations/:code",
    summary: "What an invitation is for (signed in)",
    permission: "invitation:accept",
    params: invitationCode,
    answer: InvitationView,
    answers: "The invitation",
    errors: invitationErrors,
  },
  acceptInvitation: {
    route: "POST /invitations/:code/accept",
    summary: "Take the role one is invited to, once (signed in)",
    permission: "invitation:accept",
    write: "once",
    params: invitationCode,
    answer: Account,
    answers: "The account as it is now",
    errors: [...invitationErrors, "invitation_void", "conflict"],
  },
  listPeople: {
    route: "GET /people",
    summary: "Who holds roles within my reach (officer)",
    permission: "person:read",
    query: z.object({ cursor: UserId.optional() }),
    answer: RoleHolderList,
    answers: "A page; people outside the reach are left out, so that it may be short",
  },
  revokeRole: {
    route: "DELETE /people/:id/roles/:role",
    summary: "Take a role away, as far as it lies within my reach; works at the person's next request (officer)",
    permission: "person:revoke",
    write: "repeatable",
    params: z.object({ id: UserId, role: RoleHolder.shape.roles.element }),
    answer: Done,
    answers: "Taken away",
    errors: ["not_found", "conflict"],
  },
} as const satisfies Contract;
