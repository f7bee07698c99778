import type { MessageTemplates } from "../shared/messages/template.js";
import type { TrustSettings } from "../shared/trust/trust-settings.js";
import type { WishSettings } from "../shared/wishes/wish-settings.js";
import {
  keyRing,
  openData,
  type PhotoPlace,
  photoStore,
  publicUrl,
  redisAddress,
  tileOrigin,
  trustSettings,
  wechatAccount,
  wechatPush,
  wishSettings,
} from "./env/env-settings.js";
import { Variables } from "./env/env-variables.js";
import type { OpenData } from "./open-data/open-data.js";
import type { KeyRing } from "./people/sealed-text.js";
import type { RedisAddress } from "./redis/client.js";
import type { WechatAccount } from "./wechat/call-wechat.js";
import type { WechatPush } from "./wechat/push-envelope.js";

export interface Env {
  mode: "demo" | "production";
  redis: RedisAddress;
  /** How many replicas must have a write before it is answered. */
  waitReplicas: number;
  /** Signs the tokens that people carry. */
  tokenSecret: string;
  /** Encrypts personal data, and tells people apart. */
  keyRing: KeyRing;
  host: string;
  port: number;
  /** How many processes answer; the demo, whose clock is one process's own, has one. */
  processes: number;
  /** How many proxies in front of the server may be believed about a caller's address. */
  trustProxy: boolean;
  /** The web build of the mini-program. */
  pagesFolder: string;
  /** Where the officers' desk is. */
  deskFolder: string;
  /** The address people reach the server under, without a slash at the end; null, in the demo: that of each request. */
  publicUrl: string | null;
  /** Clients that say they are older are turned away; null: none are. */
  minClientVersion: string | null;
  /** How reports from the door are weighed. */
  trust: TrustSettings;
  /** Deadlines, caps and retention of wishes. */
  wishes: WishSettings;
  /** Where map tiles may come from, for the pages' content security policy. */
  tileOrigin: string | null;
  /** Null: nobody can sign in by WeChat here, and WeChat checks no words. */
  wechat: WechatAccount | null;
  /** Null: WeChat sends this server no messages. */
  wechatPush: WechatPush | null;
  /** Where pictures are kept; null: nowhere. */
  photos: PhotoPlace | null;
  /** The templates of the messages that are sent to people. */
  messageTemplates: MessageTemplates;
  /** For tests alone: what stands in the place of the hosts of group robots; null: the real ones. */
  groupBase: string | null;
  /** Who calls `/api/jobs/run` must know it; null: nobody may. */
  cronSecret: string | null;
  /** Under which terms others may use the stations; null: they are not given out. */
  openData: OpenData | null;
  /** Whether everybody may see the three lists of what is asked for, offered and there. */
  showsPublicLists: boolean;
  /** Whether searches that find nothing are counted. */
  countsSearches: boolean;
  /** Whether everybody may see how often doors were open when they were said to be. */
  showsChecks: boolean;
  /** The registered name of whoever runs the installation, for reports; null: nobody said. */
  operatorName: string | null;
  /** Whether the server runs its scheduled jobs by itself. */
  jobsTimer: boolean;
}

/**
 * The settings of the server, from the environment, which nothing else in `api/` reads.
 *
 * @throws Error naming every variable that is missing or wrong; the server must not start then.
 */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const parsed = Variables.safeParse(source);
  if (!parsed.success) {
    throw new Error(
      `Not started. ${parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ")}.`,
    );
  }
  const variables = parsed.data;
  return {
    mode: variables.YIZHAN_MODE,
    redis: redisAddress(variables),
    waitReplicas: variables.REDIS_WAIT_REPLICAS,
    tokenSecret: variables.TOKEN_SECRET,
    keyRing: keyRing(variables),
    host: variables.HOST,
    port: variables.PORT,
    processes: variables.YIZHAN_MODE === "demo" ? 1 : variables.PROCESSES,
    trustProxy: variables.TRUST_PROXY === "1",
    pagesFolder: variables.PAGES_FOLDER,
    deskFolder: variables.DESK_FOLDER,
    publicUrl: publicUrl(variables),
    minClientVersion: variables.MIN_CLIENT_VERSION ?? null,
    trust: trustSettings(variables),
    wishes: wishSettings(variables),
    tileOrigin: tileOrigin(variables),
    wechat: wechatAccount(variables),
    wechatPush: wechatPush(variables),
    photos: photoStore(variables),
    messageTemplates: variables.WECHAT_TEMPLATES,
    groupBase: variables.GROUP_ROBOT_TEST_URL?.replace(/\/+$/, "") ?? null,
    cronSecret: variables.CRON_SECRET ?? null,
    openData: openData(variables),
    showsPublicLists: variables.PUBLIC_LISTS === "1",
    countsSearches: variables.COUNT_SEARCHES === "1",
    showsChecks: variables.PUBLIC_CHECKS === "1",
    operatorName: variables.OPERATOR_NAME ?? null,
    jobsTimer: variables.JOBS_TIMER === "1",
  };
}
