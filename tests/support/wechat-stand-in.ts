import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import sharp from "sharp";
import { encode } from "uqr";
import type { WechatAccount } from "../../api/wechat/call-wechat.js";

type WechatPath =
  | "/sns/jscode2session"
  | "/cgi-bin/stable_token"
  | "/wxa/msg_sec_check"
  | "/wxa/media_check_async"
  | "/cgi-bin/message/subscribe/send"
  | "/wxa/getwxacodeunlimit";
/** An error, an answer that is none, no answer at all, or none although it was done. */
type Failure = number | "no_json" | "no_answer" | "answer_lost" | "half_a_picture";

interface Delivered {
  touser: string;
  template_id: string;
  page: string;
  data: Record<string, { value: string }>;
}

export interface WechatStandIn {
  account: WechatAccount;
  /** What `wx.login` gives the phone of a person: good once. */
  codeOf: (openId: string) => string;
  /** Lets a path answer so many requests with an error, or with something that is no answer at all. */
  failNext: (path: WechatPath, failure: Failure, times?: number) => void;
  /** What the check of content says from now on. */
  suggest: (suggestion: "pass" | "review" | "risky") => void;
  /** Makes every token given out so far worthless. */
  revokeTokens: () => void;
  /** Seconds that tokens given out from now on say they have left. */
  tokenLife: (seconds: number) => void;
  /** Has the console make a template of these fields. */
  makeTemplate: (id: string, ...fields: string[]) => void;
  /** Lets a person agree to so many messages of a template, as the box on the phone asks them. */
  agree: (openId: string, templateId: string, times?: number) => void;
  /** The pages of the published mini-program, from now on. */
  publish: (...pages: string[]) => void;
  /** The messages that reached a phone. */
  delivered: Delivered[];
  /** The requests of a path: their query and body. */
  requests: (path: WechatPath) => { query: Record<string, string>; json: Record<string, unknown> }[];
  stop: () => Promise<void>;
}

const APP_ID = "wx0123456789abcdef";
const APP_SECRET = "0123456789abcdef0123456789abcdef";
/** Looks like the real one and must turn up nowhere. */
export const SESSION_KEY = "HyVFkGl5F5OQWJZZaNzBBg==";

/** WeChat's server API as it is published, as far as the program uses it: answers and errors, on loopback. */
export async function startWechatStandIn(): Promise<WechatStandIn> {
  const codes = new Map<string, string>();
  const usedCodes = new Set<string>();
  const failures = new Map<string, Failure[]>();
  const seen = new Map<string, { query: Record<string, string>; json: Record<string, unknown> }[]>();
  const templates = new Map<string, string[]>();
  const agreed = new Map<string, number>();
  const delivered: Delivered[] = [];
  let published = new Set(["visitor/station/index"]);
  let tokens = new Set<string>();
  let made = 0;
  let suggestion: "pass" | "review" | "risky" = "pass";
  let tokenSeconds = 7_200;

  const answers: Record<
    WechatPath,
    (query: Record<string, string>, json: Record<string, unknown>) => object | Promise<Buffer>
  > = {
    "/sns/jscode2session": ({ appid, secret, js_code: code = "", grant_type: grant }) => {
      if (appid !== APP_ID) return { errcode: 40013, errmsg: "invalid appid" };
      if (secret !== APP_SECRET) return { errcode: 40125, errmsg: "invalid appsecret" };
      if (grant !== "authorization_code") return { errcode: 40002, errmsg: "invalid grant_type" };
      if (usedCodes.has(code)) return { errcode: 40163, errmsg: "code been used" };
      const openId = codes.get(code);
      if (openId === undefined) return { errcode: 40029, errmsg: "invalid code" };
      usedCodes.add(code);
      return { openid: openId, session_key: SESSION_KEY };
    },
    "/cgi-bin/stable_token": (_, { grant_type: grant, appid, secret }) => {
      if (grant !== "client_credential") return { errcode: 40002, errmsg: "invalid grant_type" };
      if (appid !== APP_ID) return { errcode: 40013, errmsg: "invalid appid" };
      if (secret !== APP_SECRET) return { errcode: 40125, errmsg: "invalid appsecret" };
      made += 1;
      const token = `access-token-${made}`;
      tokens.add(token);
      return { access_token: token, expires_in: tokenSeconds };
    },
    "/wxa/msg_sec_check": ({ access_token: token = "" }, { version, openid, scene, content }) => {
      if (!tokens.has(token)) return { errcode: 40001, errmsg: "invalid credential, access_token is invalid" };
      if (version !== 2 || typeof openid !== "string") return { errcode: 40003, errmsg: "invalid openid" };
      if (scene !== 1 && scene !== 2 && scene !== 3 && scene !== 4) return { errcode: 47001, errmsg: "data format" };
      if (typeof content !== "string" || content.length > 2_500) return { errcode: 45002, errmsg: "content size" };
      const result = { suggest: suggestion, label: suggestion === "pass" ? 100 : 20001 };
      return { errcode: 0, errmsg: "ok", result, detail: [], trace_id: "60ae120f-371d5872-7941a05b" };
    },
    "/wxa/media_check_async": ({ access_token: token = "" }, { media_url: url, media_type: type, ...rest }) => {
      const { version, scene, openid } = rest;
      if (!tokens.has(token)) return { errcode: 40001, errmsg: "invalid credential, access_token is invalid" };
      if (version !== 2 || typeof openid !== "string") return { errcode: 40003, errmsg: "invalid openid" };
      if (scene !== 1 && scene !== 2 && scene !== 3 && scene !== 4) return { errcode: 47001, errmsg: "data format" };
      if (type !== 1 && type !== 2) return { errcode: 47001, errmsg: "data format" };
      if (typeof url !== "string" || !/^https?:/.test(url)) return { errcode: 40066, errmsg: "invalid url" };
      made += 1;
      return { errcode: 0, errmsg: "ok", trace_id: `967e945cd8a3e458f3c74dcb886068e${made}` };
    },
    "/cgi-bin/message/subscribe/send": ({ access_token: token = "" }, json) => {
      const message = json as unknown as Delivered;
      if (!tokens.has(token)) return { errcode: 40001, errmsg: "invalid credential, access_token is invalid" };
      if (typeof message.touser !== "string" || !message.touser.startsWith("o")) {
        return { errcode: 40003, errmsg: "invalid openid" };
      }
      const fields = templates.get(message.template_id);
      if (fields === undefined) return { errcode: 40037, errmsg: "invalid template_id" };
      if (message.page.startsWith("/")) return { errcode: 41030, errmsg: "invalid page" };
      const wrong = fields.find((field) => !fits(field, message.data[field]?.value));
      if (wrong !== undefined) return { errcode: 47003, errmsg: `argument invalid! data.${wrong}.value invalid` };
      const left = agreed.get(`${message.touser} ${message.template_id}`) ?? 0;
      if (left === 0) return { errcode: 43101, errmsg: "user refuse to accept the msg" };
      agreed.set(`${message.touser} ${message.template_id}`, left - 1);
      delivered.push(message);
      return { errcode: 0, errmsg: "ok", msgid: 2_204_045_601_123_456_789n.toString() };
    },
    "/wxa/getwxacodeunlimit": ({ access_token: token = "" }, { scene, page, width = 430, ...rest }) => {
      const { check_path: isChecked = true, env_version: version = "release", is_hyaline: isClear = false } = rest;
      if (!tokens.has(token)) return { errcode: 40001, errmsg: "invalid credential, access_token is invalid" };
      if (typeof scene !== "string" || !/^[\w!#$&'()*+,/:;=?@.~-]+$/.test(scene)) {
        return { errcode: 40129, errmsg: "invalid scene" };
      }
      if (scene.length > 32) return { errcode: 40169, errmsg: "invalid length for scene" };
      if (typeof page !== "string" || page.startsWith("/") || (isChecked && !published.has(page))) {
        return { errcode: 41030, errmsg: "invalid page" };
      }
      if (version !== "release" && version !== "trial" && version !== "develop") {
        return { errcode: 40097, errmsg: "invalid args" };
      }
      if (typeof width !== "number" || width < 280 || width > 1_280) return { errcode: 40097, errmsg: "invalid args" };
      return drawCode(`${page}?scene=${scene}`, width, isClear ? "png" : "jpeg");
    },
  };

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://wechat");
    const query = Object.fromEntries(searchParams);
    const body = await text(request);
    const json: Record<string, unknown> = body === "" ? {} : JSON.parse(body);
    seen.set(pathname, [...(seen.get(pathname) ?? []), { query, json }]);
    const failure = failures.get(pathname)?.shift();
    const answer = async () => answers[pathname as WechatPath](query, json);
    if (failure === "answer_lost") await answer();
    if (failure === "answer_lost" || failure === "no_answer") return request.socket.destroy();
    // WeChat answers 200 and calls it text, whatever happened.
    response.setHeader("content-type", "text/plain");
    if (failure === "no_json") return response.end("<html>502 Bad Gateway</html>");
    const said = typeof failure === "number" ? { errcode: failure } : await answer();
    if (!Buffer.isBuffer(said)) return response.end(JSON.stringify(said));
    response.setHeader("content-type", "image/jpeg");
    response.end(failure === "half_a_picture" ? said.subarray(0, said.length / 2) : said);
  };

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the stand-in has no port");
  return {
    account: { url: `http://127.0.0.1:${address.port}`, appId: APP_ID, appSecret: APP_SECRET },
    codeOf: (openId) => {
      const code = `code-${codes.size + 1}`;
      codes.set(code, openId);
      return code;
    },
    failNext: (path, failure, times = 1) => {
      failures.set(
        path,
        Array.from({ length: times }, () => failure),
      );
    },
    suggest: (next) => {
      suggestion = next;
    },
    revokeTokens: () => {
      tokens = new Set();
    },
    tokenLife: (seconds) => {
      tokenSeconds = seconds;
    },
    makeTemplate: (id, ...fields) => {
      templates.set(id, fields);
    },
    agree: (openId, templateId, times = 1) => {
      agreed.set(`${openId} ${templateId}`, (agreed.get(`${openId} ${templateId}`) ?? 0) + times);
    },
    publish: (...pages) => {
      published = new Set(pages);
    },
    delivered,
    requests: (path) => seen.get(path) ?? [],
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** WeChat's table of what a field of a template takes. */
const FIELD_RULES: Record<string, RegExp> = {
  thing: /^[^\p{Cc}]{1,20}$/u,
  name: /^[^\p{Cc}]{1,10}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  number: /^\d{1,32}(?:\.\d+)?$/,
  time: /^(?:\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2}$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日(?: \d{1,2}:\d{2})?$/,
};

function fits(field: string, value: string | undefined): boolean {
  return value !== undefined && (FIELD_RULES[field.replace(/\d+$/, "")]?.test(value) ?? false);
}

/** A picture that tests can read, in place of WeChat's round code, with its clear ground. */
function drawCode(text: string, width: number, format: "jpeg" | "png"): Promise<Buffer> {
  const rows = encode(text, { ecc: "M", border: 4 }).data;
  const pixels = Buffer.from(rows.flatMap((row) => row.map((dark) => (dark ? 0 : 255))));
  return sharp(pixels, { raw: { width: rows.length, height: rows.length, channels: 1 } })
    .resize(width, width, { kernel: "nearest" })
    .toFormat(format)
    .toBuffer();
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
