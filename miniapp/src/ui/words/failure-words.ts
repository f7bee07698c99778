import type { ApiFailure } from "../../http/api-failure";

const TOO_OLD = "请关掉小程序或网页，再打开一次";

export interface FailureWords {
  title: string;
  /** What to do now. */
  advice: string;
}

/** What happened and a way on; never a code, never only 请稍后重试. */
export function failureWords({ code, sentence }: Pick<ApiFailure, "code" | "sentence">): FailureWords {
  switch (code) {
    case "offline":
      return { title: "没连上网", advice: "看看手机信号或流量，好了点下面再找一次" };
    case "timeout":
      return { title: "网太慢，没等到消息", advice: "换个信号好点的地方，再找一次" };
    case "unreadable":
      return { title: "这个网络要先登录", advice: "可能连了要登录的 Wi-Fi，关掉它用流量试试" };
    case "not_found":
      return { title: "没有这个驿站了", advice: "可能已经撤下，回去看看别的" };
    case "too_many_requests":
      return { title: "点得太快了", advice: "歇一分钟再试" };
    case "client_too_old":
      return { title: "这个版本太旧了", advice: sentence ?? TOO_OLD };
    case "internal":
    case "redis_down":
    case "redis_refuses":
      return { title: "我们这边出了问题", advice: "不是你的手机坏了，过一会儿再试一次" };
    case "not_signed_in":
      return { title: "没办成", advice: "请先登录" };
    case "wechat_unavailable":
      return { title: "没办成", advice: "微信那边忙，请过一会儿再登录" };
    default:
      return { title: "没办成", advice: sentence ?? "再试一次，还不行就问问工会" };
  }
}
