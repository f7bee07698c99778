import type { GroupOutcome } from "../../../shared/groups/group";
import { GROUP_SYSTEM_NAMES, type GroupSystem } from "../../../shared/groups/group-systems";

/** What the systems' own numbers mean for whoever set the robot up. */
const REASONS: Record<GroupSystem, Readonly<Record<number, string>>> = {
  wecom: { 93000: "地址不对，或机器人被移出了群，请重新复制", 45009: "一分钟里说得太多，过会儿再说" },
  dingtalk: {
    310000: "安全设置没对上：加签密钥不对，或关键词里没有“驿站”，或限制了 IP",
    300001: "没有这个机器人，请重新复制地址",
    130101: "一分钟里说得太多，过会儿再说",
  },
  feishu: {
    19001: "没有这个机器人，请重新复制地址",
    19021: "签名没对上，请核对密钥",
    19022: "限制了 IP，请在机器人里放开",
    19024: "关键词里没有“驿站”，请加上",
    9499: "不认这种消息，请告诉技术人员",
    11232: "一分钟里说得太多，过会儿再说",
  },
};

/** What came of a line, in a sentence. */
export function outcomeWords(system: GroupSystem, outcome: GroupOutcome, errcode: number | null): string {
  const reason = errcode === null ? undefined : REASONS[system][errcode];
  switch (outcome) {
    case "sent":
      return "说到了";
    case "put_off":
      return reason ?? `连不上${GROUP_SYSTEM_NAMES[system]}，过会儿再试`;
    case "refused":
      return reason ?? `${GROUP_SYSTEM_NAMES[system]}不收（${errcode ?? "没有编号"}）`;
    case "unknown":
      return "没等到回答，不知道说到了没有";
  }
}
