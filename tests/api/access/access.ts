import type { CallOptions, TestApp } from "../../support/test-app.js";
import type { WechatStandIn } from "../../support/wechat-stand-in.js";

export type Who = "nobody" | "worker" | "viewer" | "keeper" | "officer";
export const EVERYBODY: readonly Who[] = ["nobody", "worker", "viewer", "keeper", "officer"];
export const OFFICERS: readonly Who[] = ["officer"];
export const KEEPERS: readonly Who[] = ["keeper", "officer"];
/** What somebody does who comes to a station, or works for one. */
export const WORKERS: readonly Who[] = ["worker", "keeper", "officer"];
/** Their own account, and nothing else: a viewer too. */
export const SIGNED_IN: readonly Who[] = ["worker", "viewer", "keeper", "officer"];
/** Who reads the board. */
export const BOARD_READERS: readonly Who[] = ["viewer", "officer"];

export interface Access {
  /** The request ends the sign-in it comes with: it is sent with one of its own. */
  endsSignIn?: boolean;
  /**
   * Open to nobody too, and not the same for everybody: a sign-in that comes along must live. Else it changes
   * nothing.
   */
  asksWho?: true;
  /** Everybody else is answered 401 (signed out) or 403. */
  who: readonly Who[];
  /** A request that is right, but for who sends it. */
  path?: string;
  options?: CallOptions;
  /** A request that is wrong, and the field the answer names. Absent where a route takes no input. */
  bad?: { path?: string; options?: CallOptions; field: string };
  /** The same request for a record outside the reach of an officer. */
  elsewhere?: { path?: string; options?: CallOptions; answer?: string };
}

/**
 * Where the requests are sent. There are three stations: `st_own` and `st_demo_01`, which the keeper keeps, in the
 * officer's reach, and `st_elsewhere` outside it.
 */
export interface World {
  test: TestApp;
  wechat: WechatStandIn;
  tokens: Record<Who, string | undefined>;
  /** Who sends the request. */
  who: Who;
}

/** Who may do what in one feature: one line for each of its routes, `METHOD /path/of/the/app`. */
export interface FeatureAccess {
  lines: Record<string, Access>;
  /** What a request takes that is good once: made whenever a path or a body holds its name (`FRESH_…`). */
  fresh?: Record<string, (world: World) => Promise<string>>;
}
