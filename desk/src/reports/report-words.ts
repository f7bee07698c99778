import { REPORT_WORDS } from "../../../miniapp/src/features/trust/trust-words";
import { AMENITIES } from "../../../shared/amenities/amenity";
import type { TaskItem } from "../../../shared/trust/report-answer";
import { daysSince, instantWords } from "../stations/row-words";

/** 微波炉坏了, 门关着. */
export function matterWords({ kind, amenity }: Pick<TaskItem, "kind" | "amenity">): string {
  return amenity === null ? REPORT_WORDS[kind] : `${AMENITIES[amenity].label}${REPORT_WORDS[kind]}`;
}

/** How long ago it was reported. */
export function ageWords({ createdAt }: Pick<TaskItem, "createdAt">, now: number): string {
  const days = daysSince(createdAt, now) ?? 0;
  return days === 0 ? "今天" : `${days} 天`;
}

/** A text to send to the people of a station by WeChat. */
export function reminderWords({ assignee, stationName, kind, amenity, createdAt, overdue }: TaskItem): string {
  const to = assignee === null ? "" : `${assignee.name}，`;
  const late = overdue ? "，已经过了该办好的时候" : "";
  return `${to}「${stationName}」${matterWords({ kind, amenity })}，${instantWords(createdAt)}报的${late}。请看一下，办好了在小程序「我的」里说一声。`;
}
