import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";

interface Said {
  path: string;
  text: string;
}

export interface GroupStandIn {
  /** What the three hosts are replaced by. */
  base: string;
  /** A robot of each system as its group shows it. */
  robots: Record<
    "wecom" | "dingtalk" | "feishu" | "signedDingtalk" | "signedFeishu",
    { address: string; secret?: string }
  >;
  /** Lets so many requests fail with the system's own number, or get no answer. */
  failNext: (failure: number | "no_answer" | "answer_lost", times?: number) => void;
  /** Seconds by which the systems' clock differs from ours. */
  setSystemTime: (ms: number) => void;
  said: Said[];
  requests: () => number;
  stop: () => Promise<void>;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The robots of 企业微信, 钉钉 and 飞书 as they are published: form, signature, what they refuse and with which number. */
export async function startGroupStandIn(): Promise<GroupStandIn> {
  const said: Said[] = [];
  const failures: (number | "no_answer" | "answer_lost")[] = [];
  let seen = 0;
  let now = Date.now();
  const robots: GroupStandIn["robots"] = {
    wecom: { address: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa" },
    dingtalk: { address: "https://oapi.dingtalk.com/robot/send?access_token=plain-robot" },
    signedDingtalk: {
      address: "https://oapi.dingtalk.com/robot/send?access_token=signed-robot",
      secret: "SECthis-is-secret",
    },
    feishu: { address: "https://open.feishu.cn/open-apis/bot/v2/hook/plain-robot" },
    signedFeishu: { address: "https://open.feishu.cn/open-apis/bot/v2/hook/signed-robot", secret: "feishu-secret" },
  };

  const wecom = (query: URLSearchParams, json: Body): object => {
    if (query.get("key") !== "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa")
      return { errcode: 93000, errmsg: "invalid webhook url" };
    if (json.msgtype !== "text") return { errcode: 40008, errmsg: "invalid message type" };
    const text = json.text?.content ?? "";
    if (text === "") return { errcode: 44004, errmsg: "text content is empty" };
    if (Buffer.byteLength(text) > 2_048) return { errcode: 40058, errmsg: "text.content exceed max length 2048" };
    said.push({ path: "wecom", text });
    return { errcode: 0, errmsg: "ok" };
  };
  const dingtalk = (query: URLSearchParams, json: Body): object => {
    const token = query.get("access_token");
    if (token !== "plain-robot" && token !== "signed-robot") return { errcode: 300001, errmsg: "token is not exist" };
    if (token === "signed-robot") {
      const timestamp = Number(query.get("timestamp"));
      if (Math.abs(now - timestamp) > HOUR_MS) return { errcode: 310000, errmsg: "invalid timestamp" };
      const secret = robots.signedDingtalk.secret ?? "";
      const sign = createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64");
      if (query.get("sign") !== sign) return { errcode: 310000, errmsg: "sign not match" };
    }
    const text = json.msgtype === "text" ? (json.text?.content ?? "") : "";
    if (!text.includes("驿站")) return { errcode: 310000, errmsg: "keywords not in content" };
    said.push({ path: "dingtalk", text });
    return { errcode: 0, errmsg: "ok" };
  };
  const feishu = (robot: string, json: Body): object => {
    if (robot !== "plain-robot" && robot !== "signed-robot") {
      return { code: 19001, msg: "param invalid: incoming webhook access token invalid", data: {} };
    }
    if (robot === "signed-robot") {
      const secret = robots.signedFeishu.secret ?? "";
      const sign = createHmac("sha256", `${json.timestamp}\n${secret}`).update("").digest("base64");
      const isOld = Math.abs(now - Number(json.timestamp) * 1_000) > HOUR_MS;
      if (isOld || json.sign !== sign)
        return { code: 19021, msg: "sign match fail or timestamp is not within one hour", data: {} };
    }
    const text = json.msg_type === "text" ? (json.content?.text ?? "") : "";
    if (text === "") return { code: 9499, msg: "Bad Request", data: {} };
    said.push({ path: "feishu", text });
    return { StatusCode: 0, StatusMessage: "success", code: 0, data: {}, msg: "success" };
  };

  const answer = (url: URL, json: Body): object => {
    if (url.pathname === "/cgi-bin/webhook/send") return wecom(url.searchParams, json);
    if (url.pathname === "/robot/send") return dingtalk(url.searchParams, json);
    const robot = /^\/open-apis\/bot\/v2\/hook\/(.+)$/.exec(url.pathname)?.[1];
    return robot === undefined ? { message: "404 page not found" } : feishu(robot, json);
  };

  const server = createServer((request, response) => {
    void (async () => {
      seen += 1;
      const url = new URL(request.url ?? "", "http://groups");
      const json: Body = JSON.parse(await text(request));
      const failure = failures.shift();
      if (failure === "answer_lost") answer(url, json);
      if (failure === "answer_lost" || failure === "no_answer") return request.socket.destroy();
      const isFeishu = url.pathname.startsWith("/open-apis/");
      const refusal = isFeishu ? { code: failure, msg: "" } : { errcode: failure, errmsg: "" };
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(failure === undefined ? answer(url, json) : refusal));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the stand-in has no port");
  return {
    base: `http://127.0.0.1:${address.port}`,
    robots,
    failNext: (failure, times = 1) => {
      failures.push(...Array.from({ length: times }, () => failure));
    },
    setSystemTime: (ms) => {
      now = ms;
    },
    said,
    requests: () => seen,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Body {
  msgtype?: string;
  text?: { content?: string };
  msg_type?: string;
  content?: { text?: string };
  timestamp?: string;
  sign?: string;
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
