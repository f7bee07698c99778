import Taro from "@tarojs/taro";
import type { ApiMap } from "../../../shared/contract/api-map";
import type { SignedIn } from "../../../shared/people/sign-in-answer";
import { API_BASE } from "../build-settings";
import { currentSignIn, freshToken, newToken } from "../features/people/sign-in";
import { deviceId } from "../platform/device-id";
import { needNewerVersion } from "../platform/versions/newer-version";
import { wechatCode } from "../platform/wechat-code";
import { ApiFailure, failureFromReply } from "./api-failure";
import { sentHeader } from "./sent-header";
import { serverClock } from "./server-clock";

const TIMEOUT_MS = 8_000;

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Fields = Record<string, unknown>;

interface CallOptions {
  /** A write sent again under the same key happens once. */
  idempotencyKey?: string;
  /** Sent without saying who is signed in. */
  isAnonymous?: true;
}

/**
 * The only caller of `Taro.request`. WeChat reports success for every HTTP status, so the status is checked here and
 * nowhere else; every reply also sets the server clock. Whoever is signed in stays so: a token that ends is renewed
 * without a word, and the request sent again.
 *
 * @throws ApiFailure with the server's code, or `offline`, `timeout`, `unreadable`
 * @example callApi("GET /stations/:id", { id: "st_lijingjie" })
 */
export async function callApi<E extends keyof ApiMap>(
  endpoint: E,
  input: ApiMap[E]["input"],
  options: CallOptions = {},
): Promise<ApiMap[E]["output"]> {
  if (endpoint === REFRESH) return send(endpoint, input, options, kept());
  if (options.isAnonymous) return send(endpoint, input, options, null);
  return withToken((token) => send(endpoint, input, options, token));
}

/** Sends as whoever is signed in; once more, with a new token, when the server says that the first one is over. */
export async function withToken<Answer>(request: (token: string | null) => Promise<Answer>): Promise<Answer> {
  const token = await freshToken(renew);
  return request(token).catch(async (error: unknown) => {
    if (error instanceof ApiFailure && error.code === "client_too_old") needNewerVersion();
    const isOver = error instanceof ApiFailure && error.code === "sign_in_expired";
    if (!isOver || token === null) throw error;
    return request(await newToken(token, renew));
  });
}

const REFRESH = "POST /sign-in/refresh";
/** What somebody says who need not be signed in: WeChat vouches for the person. */
const SAYINGS: readonly string[] = [
  "POST /stations/:id/reports",
  "POST /missing-stations",
  "POST /missing-stations/:id/second",
];
/** Where a phone says which one it is: what it says, and what it said. */
const OF_DEVICE = /\/reports|\/missing-stations/;

function kept(): string | null {
  return currentSignIn()?.token ?? null;
}

/** A new token for one that ends; the old one names the sign-in. */
function renew(): Promise<SignedIn> {
  return callApi(REFRESH, {});
}

async function send<E extends keyof ApiMap>(
  endpoint: E,
  input: ApiMap[E]["input"],
  { idempotencyKey }: CallOptions,
  token: string | null,
): Promise<ApiMap[E]["output"]> {
  const [method, pattern] = endpoint.split(" ") as [Method, string];
  const { path, rest } = fillPath(pattern, input as Fields);
  // Fetched anew each time it is sent: a code is good once, for some minutes, and a report may have waited for hours.
  const code = SAYINGS.includes(endpoint) && token === null ? await wechatCode() : null;
  const sentAt = serverClock.phoneNow();
  const reply = await Taro.request({
    url: API_BASE + path,
    method,
    data: rest,
    timeout: TIMEOUT_MS,
    header: {
      ...sentHeader(token),
      ...(OF_DEVICE.test(endpoint) ? { "x-device-id": deviceId() } : {}),
      ...(code === null ? {} : { "x-wechat-code": code }),
      ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
    },
  }).catch((error: unknown) => {
    throw new ApiFailure(isTimeout(error) ? "timeout" : "offline");
  });
  // A cache on the way answers with the time at which it asked.
  if (!endpoint.startsWith("GET /packs/")) setClock(reply.data, reply.header, sentAt);
  const requestId = headerOf(reply.header, "x-request-id");
  if (reply.statusCode < 200 || reply.statusCode >= 300) {
    throw failureFromReply(reply.statusCode, reply.data, requestId);
  }
  // A hotel's sign-in page answers 200 to everything: what is not JSON is not our server.
  if (typeof reply.data !== "object" || reply.data === null) throw new ApiFailure("unreadable", requestId);
  return reply.data as ApiMap[E]["output"];
}

/** Puts `:name` parts into the path and leaves the rest for the query or body, without what is undefined. */
function fillPath(pattern: string, input: Fields): { path: string; rest: Fields } {
  const rest: Fields = {};
  for (const [name, value] of Object.entries(input)) if (value !== undefined) rest[name] = value;
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    // A link that names nothing: `/stations/` would be another question, the list of all stations.
    if (value === undefined || value === "") throw new ApiFailure("not_found");
    return encodeURIComponent(String(value));
  });
  return { path, rest };
}

function setClock(body: unknown, header: unknown, sentAt: number): void {
  const asOf = typeof body === "object" && body !== null && "asOf" in body ? body.asOf : undefined;
  const told = typeof asOf === "string" ? asOf : headerOf(header, "date");
  if (told !== null) serverClock.observe(Date.parse(told), sentAt, serverClock.phoneNow());
}

/** WeChat keeps the spelling of the server's header names, browsers write them in lower case. */
function headerOf(header: unknown, name: string): string | null {
  if (typeof header !== "object" || header === null) return null;
  const found = Object.entries(header).find(([key]) => key.toLowerCase() === name);
  return found && typeof found[1] === "string" ? found[1] : null;
}

export function isTimeout(error: unknown): boolean {
  const message = typeof error === "object" && error !== null && "errMsg" in error ? String(error.errMsg) : "";
  return /time\s?out|超时/i.test(message) || (error instanceof Error && /time\s?out/i.test(error.message));
}
