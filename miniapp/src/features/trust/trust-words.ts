import type { EpochMs } from "../../../../shared/common/time";
import type { Doubt } from "../../../../shared/trust/doubts";
import type { ReportKind } from "../../../../shared/trust/report";
import type { TaskState } from "../../../../shared/trust/task-states";
import { comingTimeWords, pastTimeWords } from "../../ui/words/clock-words";
import type { OpeningWords } from "../stations/opening-words";

/** Why a station stands below one that is further away. */
export const MOVED_WORDS: Record<Doubt, string> = {
  reported_closed: "好几个人说门关着，排到后面",
  reported_by_several: "好几个人说门关着，排到后面",
  reported_often: "好几天有人说门关着，没人回应，排到后面",
  reported_shut: "刚有人说门关着，排到后面",
  long_unconfirmed: "30 天没人确认，排到后面",
  not_confirmed_lately: "一天多没人确认，排到后面",
};

/** In place of whether it is open, for whoever has just seen it shut. */
export const TOLD_WORDS: OpeningWords = { tone: "shut", mark: "○", text: "你刚说门关着" };

export const REPORT_WORDS: Record<ReportKind, string> = {
  door_closed: "门关着",
  amenity_broken: "坏了",
  wrong_info: "信息不对",
  other: "别的事",
};

/** How far a report got, told to whoever made it. */
export const REPORT_STATE_WORDS: Record<TaskState, string> = {
  new: "已经告诉站里，还没人接手",
  accepted: "有人在处理",
  resolved: "站里说处理好了",
  confirmed: "你说已经好了",
  reopened: "你说还没好，已经退回站里",
  dismissed: "工会看过，没有采纳",
};

/** Until when a task should be answered: 请在 明天 10:00 前处理; or that this time is over: 昨天 10:00 就该办好,已经超期. */
export function deadlineWords(dueAt: EpochMs, now: EpochMs): string {
  return dueAt > now ? `请在 ${comingTimeWords(dueAt, now)} 前处理` : `${pastTimeWords(dueAt, now)} 就该办好，已经超期`;
}
