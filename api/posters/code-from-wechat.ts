import type { Dependencies } from "../dependencies.js";
import { WechatError } from "../wechat/call-wechat.js";
import type { MiniProgramCode } from "../wechat/mini-program-code.js";
import { STATION_PAGE } from "./make-poster.js";

/** Null: the link as a QR code does, because there is no mini-program or WeChat refused. */
export async function codeFromWechat(
  { wechat, log }: Pick<Dependencies, "wechat" | "log">,
  stationId: string,
): Promise<MiniProgramCode | null> {
  try {
    return (await wechat?.miniProgramCode(STATION_PAGE, stationId)) ?? null;
  } catch (error) {
    const errcode = error instanceof WechatError ? error.errcode : null;
    log({ level: "warn", event: "mini_program_code_refused", errcode });
    return null;
  }
}
