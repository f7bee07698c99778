import { DAY_MS } from "../../shared/common/time.js";
import type { User } from "../../shared/people/user.js";
import type { Dependencies } from "../dependencies.js";
import type { Reporter } from "./reporter-fingerprints.js";

/** What comes along with a report and says who makes it. */
export interface Evidence {
  /** Whose sign-in it is; null: nobody's. */
  user: User | null;
  /** What `wx.login` gave the phone just now; null: nothing. */
  wechatCode: string | null;
  /** What the client calls itself. */
  deviceId: string | null;
  /** The network it comes from. */
  network: string;
}

/** The same as {@link whoReports}, where only finding one's own reports is asked: nobody else is told anything. */
export function ownFingerprints(
  { fingerprints }: Pick<Dependencies, "fingerprints">,
  { user, deviceId }: Pick<Evidence, "user" | "deviceId">,
): Pick<Reporter, "account" | "device"> {
  return {
    account: user === null ? null : fingerprints.ofReporter(user.id),
    device: deviceId === null ? null : fingerprints.ofDevice(deviceId),
  };
}

/**
 * Who is reporting, as fingerprints: what they are made of is forgotten with the request. Somebody signed out is vouched
 * for by a code of `wx.login`, which WeChat exchanges once; where it does not, for whatever reason, nobody vouches for them.
 */
export async function whoReports(
  deps: Pick<Dependencies, "fingerprints" | "openIds" | "wechat" | "clock" | "trustSettings" | "log">,
  evidence: Evidence,
): Promise<Reporter> {
  const { fingerprints, clock, trustSettings } = deps;
  const { user } = evidence;
  const own = ownFingerprints(deps, evidence);
  return {
    ...own,
    person: own.account ?? (await personInWechat(deps, evidence.wechatCode)),
    isSettled: user !== null && clock() - user.createdAt >= trustSettings.settledDays * DAY_MS,
    address: fingerprints.ofAddress(evidence.network),
  };
}

async function personInWechat(
  { wechat, openIds, fingerprints, log }: Pick<Dependencies, "wechat" | "openIds" | "fingerprints" | "log">,
  code: string | null,
): Promise<string | null> {
  if (wechat === null || code === null) return null;
  const outcome = await wechat.exchangeSignInCode(code);
  // The fingerprint of the account they have or would have: signed in or not, they are one person.
  if (outcome.state === "known") return fingerprints.ofReporter(openIds.userIdOf(outcome.openId));
  if (outcome.state === "unavailable") {
    log({ level: "warn", event: "wechat_report_code_unavailable", errcode: outcome.errcode });
  }
  return null;
}
