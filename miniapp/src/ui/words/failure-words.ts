import { ERRORS } from "../../../../shared/contract/error-codes";
import type { FailureCode } from "../../http/api-failure";

export interface FailureWords {
  title: string;
  /** What to do now. */
  advice: string;
}

/** What happened and a way on; never a code, never only 请稍后重试. */
export function failureWords(code: FailureCode): FailureWords {
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
      return { title: "这个版本太旧了", advice: ERRORS[code].message };
    case "internal":
    case "redis_down":
    case "redis_refuses":
      return { title: "我们这边出了问题", advice: "不是你的手机坏了，过一会儿再试一次" };
    default:
      return { title: "没办成", advice: ERRORS[code].message };
  }
}
