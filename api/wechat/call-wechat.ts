import { z } from "zod";

/** Where WeChat's server API is, and as which mini-program we call it. */
export interface WechatAccount {
  /** Without a slash at the end. */
  url: string;
  appId: string;
  appSecret: string;
}

export interface WechatRequest {
  method: "GET" | "POST";
  path: string;
  query?: Record<string, string>;
  json?: unknown;
}

/** WeChat refused, or gave no answer that can be read. Holds nothing of what was sent: that may be secret. */
export class WechatError extends Error {
  /**
   * @param errcode WeChat's own number; null: no answer in time, or not one of its answers
   * @param isUnsent the request surely never reached WeChat; false where that cannot be told
   */
  constructor(
    readonly errcode: number | null,
    readonly isUnsent = false,
  ) {
    super(errcode === null ? "WeChat did not answer" : `WeChat refused with ${errcode}`);
    this.name = "WechatError";
  }
}

const TIMEOUT_MS = 5_000;
/** No connection came about, so that nothing was sent over it. */
const NO_CONNECTION = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);
/** WeChat answers 200 to everything; a refusal is an `errcode` other than 0, which some interfaces write as text. */
const Refusal = z.object({ errcode: z.coerce.number().int() });

/**
 * Asks WeChat's server API one thing, once.
 *
 * @throws WechatError
 */
export async function callWechat<Schema extends z.ZodType>(
  account: Pick<WechatAccount, "url">,
  request: WechatRequest,
  answer: Schema,
): Promise<z.output<Schema>> {
  const body = readJson(await send(account, request));
  const parsed = answer.safeParse(body);
  if (!parsed.success) throw new WechatError(null);
  return parsed.data;
}

/**
 * Asks once for what WeChat answers with bytes: those of a picture, or the JSON of a refusal.
 *
 * @throws WechatError
 */
export async function callWechatForBytes(
  account: Pick<WechatAccount, "url">,
  request: WechatRequest,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await send(account, request);
  if (bytes[0] !== OPENING_BRACE) return bytes;
  readJson(bytes);
  throw new WechatError(null);
}

const OPENING_BRACE = "{".charCodeAt(0);

async function send(
  { url }: Pick<WechatAccount, "url">,
  { method, path, query = {}, json }: WechatRequest,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(`${url}${path}?${new URLSearchParams(query)}`, {
      method,
      ...(json === undefined ? {} : { body: JSON.stringify(json), headers: { "content-type": "application/json" } }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new WechatError(null, NO_CONNECTION.has(connectionCode(error)));
  }
}

/** Whatever content type WeChat calls it. Throws WechatError for a refusal and for what is no JSON. */
function readJson(bytes: Uint8Array): unknown {
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new WechatError(null);
  }
  const refusal = Refusal.safeParse(body);
  if (refusal.success && refusal.data.errcode !== 0) throw new WechatError(refusal.data.errcode);
  return body;
}

/** What the failed `fetch` says of the connection; "" where it says nothing. */
function connectionCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}
