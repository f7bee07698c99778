import { AMENITIES } from "../../../../shared/amenities/amenity";
import type { GapCode, StarLoss, UniformityCheck } from "../../../../shared/stations/uniformity";
import type { UniformityItem, UniformitySort } from "../../../../shared/stations/uniformity-answer";

export const CHECK_LABELS: Record<UniformityCheck, string> = {
  hardware: "硬件",
  signs: "标识",
  content: "服务内容",
  scope: "服务对象",
  standard: "服务标准",
};

/** What comes first in the list; 的在前 follows. */
export const SORT_LABELS: Record<UniformitySort, string> = {
  missing: "缺得多",
  overdue: "超期多",
  unconfirmed: "久没确认",
};

type HardwareCode = Extract<GapCode, `amenity_${string}`>;
const HARDWARE_WORDS: Record<HardwareCode, string> = {
  amenity_broken: "坏了",
  amenity_expired: "过期了",
  amenity_absent: "没有",
  amenity_unknown: "不知道有没有",
};

const OTHER_WORDS: Record<Exclude<GapCode, HardwareCode>, string> = {
  code: "没有编号",
  sign_photo: "没有门牌照片",
  services: "没说里面有什么",
  audience: "没写谁能进",
  hours: "没写几点开门",
  keeper: "没有站长",
  confirmation: "超过 30 天没人确认",
};

const LOSS_WORDS: Record<StarLoss, string> = {
  not_open_as_posted: "有人说门关着",
  not_repaired: "坏了 7 天没修好",
  expired: "有东西过期",
  reports_open: "有报告没处理",
};

/** What a station misses, a line for each check: 硬件:坏了 微波炉、空调. */
export function gapLines(gaps: UniformityItem["gaps"]): { check: UniformityCheck; label: string; words: string }[] {
  const checks = [...new Set(gaps.map(({ check }) => check))];
  return checks.map((check) => {
    const own = gaps.filter((gap) => gap.check === check);
    const words = check === "hardware" ? hardwareWords(own) : own.map(({ code }) => otherWords(code)).join("，");
    return { check, label: CHECK_LABELS[check], words };
  });
}

function hardwareWords(gaps: UniformityItem["gaps"]): string {
  return (Object.keys(HARDWARE_WORDS) as HardwareCode[])
    .flatMap((code) => {
      const labels = gaps.flatMap((gap) => (gap.code === code && gap.amenity ? [AMENITIES[gap.amenity].label] : []));
      return labels.length === 0 ? [] : [`${HARDWARE_WORDS[code]}：${labels.join("、")}`];
    })
    .join("；");
}

function otherWords(code: GapCode): string {
  return code in OTHER_WORDS ? OTHER_WORDS[code as keyof typeof OTHER_WORDS] : "";
}

/** Why stars are gone: 有人说门关着,有报告没处理. */
export function lossWords(losses: readonly StarLoss[]): string {
  return losses.map((loss) => LOSS_WORDS[loss]).join("，");
}

/** 今天确认过, 12 天没人确认, 从没人确认过. */
export function confirmationWords(days: number | null): string {
  if (days === null) return "从没人确认过";
  return days === 0 ? "今天确认过" : `${days} 天没人确认`;
}
