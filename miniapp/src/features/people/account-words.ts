import { type GivenRole, ROLE_NAMES, type Role } from "../../../../shared/people/roles";
import type { Account } from "../../../../shared/people/user";

/** What a person may be here, the most telling first. */
export function roleWords(roles: readonly Role[]): string {
  const telling = (["officer", "keeper", "viewer"] as const).filter((role) => roles.includes(role));
  return (telling.length > 0 ? telling : (["worker"] as const)).map((role) => ROLE_NAMES[role]).join("、");
}

/** A day as people say it: 11月30日, in Beijing whatever the phone's time zone. */
export function dayWords(instant: string): string {
  const inBeijing = new Date(Date.parse(instant) + 8 * 3_600_000);
  return `${inBeijing.getUTCMonth() + 1}月${inBeijing.getUTCDate()}日`;
}

/** Whom a person may invite. */
export function invitable(user: Pick<Account, "roles">): GivenRole[] {
  if (user.roles.includes("officer")) return ["keeper", "officer", "viewer"];
  return user.roles.includes("keeper") ? ["keeper"] : [];
}
