import type { SignedIn } from "../../shared/people/sign-in-answer.js";
import type { Account, User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { STALE, untilStored } from "../until-stored.js";
import { heldRoles, type RoleLimit } from "./role-limit.js";
import type { SignInName } from "./sign-in-store.js";

/** What a person who has just signed in by WeChat for the first time is called until somebody names them. */
const NAME_UNTIL_TOLD = "微信用户";
type SignInNeeds = Pick<Dependencies, "signIns" | "tokens" | "wallClock" | "newId">;

/**
 * Begins a sign-in.
 *
 * @returns its first token
 */
export async function openSignIn(
  { signIns, tokens, wallClock, newId }: SignInNeeds,
  user: User,
  roles: RoleLimit,
): Promise<string> {
  return tokens.sign(await signIns.open({ userId: user.id, signInId: newId("si") }, roles, wallClock()));
}

/** Signs in the person behind a code of `wx.login`; whoever comes for the first time gets an account. */
export async function signInByWechat(
  deps: SignInNeeds & Pick<Dependencies, "wechat" | "users" | "openIds" | "clock" | "log">,
  code: string,
): Promise<SignedIn> {
  if (deps.wechat === null) throw new ApiError("wechat_not_configured");
  const outcome = await deps.wechat.exchangeSignInCode(code);
  switch (outcome.state) {
    case "known": {
      const user = await knownOrNew(deps, outcome.openId);
      return { token: await openSignIn(deps, user, null), user: accountOf(user, null) };
    }
    case "invalid_code":
      throw new ApiError("wechat_code_invalid");
    case "too_often":
      throw new ApiError("wechat_too_often");
    case "blocked":
      throw new ApiError("wechat_blocked");
    case "unavailable":
      deps.log({ level: "warn", event: "wechat_sign_in_unavailable", errcode: outcome.errcode });
      throw new ApiError("wechat_unavailable");
  }
}

async function knownOrNew(
  { users, openIds, clock }: Pick<Dependencies, "users" | "openIds" | "clock">,
  openId: string,
): Promise<User> {
  const id = openIds.userIdOf(openId);
  return untilStored(async () => {
    const known = await users.find(id);
    if (known !== null) return known;
    const fresh = { name: NAME_UNTIL_TOLD, stationIds: [], reach: [], createdAt: clock() };
    const user: User = { ...fresh, id, roles: ["worker"] };
    // The WeChat id first: an account without one could neither be written to nor have its words checked.
    await openIds.put(id, openId);
    if ((await users.change({ before: null, after: user })) === "stored") return user;
    return STALE;
  });
}

/**
 * A new token for one that ends or has ended, while its sign-in lives.
 *
 * @param token as it came along, null where none did
 */
export async function renewSignIn(
  { signIns, tokens, users, wallClock, log }: SignInNeeds & Pick<Dependencies, "users" | "log">,
  token: string | null,
): Promise<SignedIn> {
  if (token === null) throw new ApiError("not_signed_in");
  const claims = await tokens.verifyForRenewal(token);
  if (claims === null) throw new ApiError("sign_in_expired");
  const outcome = await signIns.renew(claims, wallClock());
  if (outcome.state === "reused") log({ level: "warn", event: "token_reused" });
  const user = outcome.state === "renewed" ? await users.find(claims.userId) : null;
  if (outcome.state !== "renewed" || user === null) throw new ApiError("sign_in_expired");
  const next = await tokens.sign({ ...claims, generation: outcome.generation });
  return { token: next, user: accountOf(user, outcome.roles) };
}

/**
 * Who a token belongs to, with the roles that its sign-in may use and that the person holds now.
 *
 * @returns null where the sign-in has ended or the person is gone
 */
export async function findSignedIn(
  { signIns, wallClock }: Pick<Dependencies, "signIns" | "wallClock">,
  claims: SignInName,
): Promise<{ user: User; roleLimit: RoleLimit } | null> {
  const found = await signIns.read(claims, wallClock());
  return found && { user: { ...found.user, roles: heldRoles(found.user, found.roles) }, roleLimit: found.roles };
}

/** Ends a sign-in; without one there is nothing to end. */
export async function signOut({ signIns }: Pick<Dependencies, "signIns">, claims: SignInName | null): Promise<void> {
  if (claims !== null) await signIns.close(claims);
}

/** What a person is shown of themselves, in the roles of this sign-in. */
export function accountOf({ id, name, stationIds, reach, viewReach, ...user }: User, roles: RoleLimit): Account {
  const viewed = viewReach === undefined ? {} : { viewReach };
  return { id, name, roles: heldRoles(user, roles), stationIds, reach, ...viewed };
}
