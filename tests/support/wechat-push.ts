import { createCipheriv, createHash, randomBytes } from "node:crypto";

export interface PushSettings {
  token: string;
  /** 43 characters; null: messages go out plain. */
  aesKey: string | null;
  appId: string;
}

export interface PushRequest {
  query: string;
  body: string;
}

const CREATED_AT = 1_626_959_646;

/** What WeChat says of a picture it has checked, as its documentation shows it. */
export function mediaChecked(traceId: string, suggest: string, form: "json" | "xml" = "json"): string {
  if (form === "json") {
    return JSON.stringify({
      ToUserName: "gh_9df7d78a1234",
      FromUserName: "o4_t144jTUSEoxydysUA2E234_tc",
      CreateTime: CREATED_AT,
      MsgType: "event",
      Event: "wxa_media_check",
      appid: "wx0123456789abcdef",
      trace_id: traceId,
      version: 2,
      detail: [{ strategy: "content_model", errcode: 0, suggest: "risky", label: 20002, prob: 90 }],
      errcode: 0,
      errmsg: "ok",
      result: { suggest, label: suggest === "pass" ? 100 : 20_002 },
    });
  }
  return `<xml><ToUserName><![CDATA[gh_9df7d78a1234]]></ToUserName>
<FromUserName><![CDATA[o4_t144jTUSEoxydysUA2E234_tc]]></FromUserName>
<CreateTime>${CREATED_AT}</CreateTime><MsgType><![CDATA[event]]></MsgType>
<Event><![CDATA[wxa_media_check]]></Event><appid><![CDATA[wx0123456789abcdef]]></appid>
<trace_id><![CDATA[${traceId}]]></trace_id><version>2</version>
<detail><strategy><![CDATA[content_model]]></strategy><errcode>0</errcode>
<suggest><![CDATA[risky]]></suggest><label>20002</label><prob>90</prob></detail>
<errcode>0</errcode><errmsg><![CDATA[ok]]></errmsg>
<result><suggest><![CDATA[${suggest}]]></suggest><label>100</label></result></xml>`;
}

/** A message as WeChat posts it at an instant: signed, and encrypted where there is a key (安全模式). */
export function pushed({ token, aesKey, appId }: PushSettings, message: string, at: number): PushRequest {
  const timestamp = String(Math.floor(at / 1_000));
  const nonce = String(randomBytes(4).readUInt32BE());
  const signature = sha1(token, timestamp, nonce);
  if (aesKey === null) return { query: `signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`, body: message };
  const encrypted = encrypt(message, aesKey, appId);
  const messageSignature = sha1(token, timestamp, nonce, encrypted);
  return {
    query: `signature=${signature}&timestamp=${timestamp}&nonce=${nonce}&openid=o4_t144&encrypt_type=aes&msg_signature=${messageSignature}`,
    body: message.startsWith("<")
      ? `<xml><ToUserName><![CDATA[gh_9df7d78a1234]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`
      : JSON.stringify({ ToUserName: "gh_9df7d78a1234", Encrypt: encrypted }),
  };
}

/** AES-256-CBC of 16 random bytes, the length in network order, the message and the app id, padded to 32 bytes. */
function encrypt(message: string, aesKey: string, appId: string): string {
  const key = Buffer.from(`${aesKey}=`, "base64");
  const content = Buffer.from(message, "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const plain = Buffer.concat([randomBytes(16), length, content, Buffer.from(appId)]);
  const missing = 32 - (plain.length % 32);
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(missing, missing)), cipher.final()]).toString(
    "base64",
  );
}

function sha1(...parts: string[]): string {
  return createHash("sha1").update(parts.sort().join("")).digest("hex");
}
