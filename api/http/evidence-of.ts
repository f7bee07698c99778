import type { Context } from "hono";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Evidence } from "../trust/who-reports.js";
import type { AppEnv } from "./app-env.js";
import { clientAddress } from "./client-address.js";

const DEVICE_HEADER = "X-Device-Id";
const WECHAT_CODE_HEADER = "X-WeChat-Code";
const LONGEST_WECHAT_CODE = 128;
/** Random, made on the phone, so that nobody else's is guessed. */
const DEVICE_ID = /^[\w-]{16,64}$/;

/**
 * What comes along with a request and says who makes it, signed in or not.
 *
 * @throws ApiError invalid_input for a device that cannot be one of our phones
 */
export function evidenceOf({ trustProxy }: Pick<Dependencies, "trustProxy">, c: Context<AppEnv>): Evidence {
  const deviceId = c.req.header(DEVICE_HEADER);
  if (deviceId !== undefined && !DEVICE_ID.test(deviceId)) {
    throw new ApiError("invalid_input", [{ path: DEVICE_HEADER, message: "16 到 64 个字母、数字、- 或 _" }]);
  }
  const wechatCode = c.req.header(WECHAT_CODE_HEADER) ?? "";
  return {
    user: c.get("asker"),
    // One that cannot be a code vouches for nobody, and is no reason to lose a report.
    wechatCode: wechatCode === "" || wechatCode.length > LONGEST_WECHAT_CODE ? null : wechatCode,
    deviceId: deviceId ?? null,
    network: clientAddress(c, trustProxy).network,
  };
}
