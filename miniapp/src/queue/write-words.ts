import { AMENITIES } from "../../../shared/amenities/amenity";
import type { EpochMs } from "../../../shared/common/time";
import { amenityWords } from "../features/stations/amenity-words";
import { comingTimeWords } from "../ui/words/clock-words";
import { type FailureWords, failureWords } from "../ui/words/failure-words";
import type { PendingWrite } from "./pending-write";

/** What a write says, as the person who tapped it would: 微波炉:坏了. */
export function writeWords({ endpoint, input }: Pick<PendingWrite, "endpoint" | "input">, now: EpochMs): string {
  const write = { endpoint, input } as PendingWrite;
  switch (write.endpoint) {
    case "PUT /stations/:id/closure":
      return write.input.until === null ? "先关着" : `关到 ${comingTimeWords(Date.parse(write.input.until), now)}`;
    case "DELETE /stations/:id/closure":
      return "现在开门";
    case "PUT /stations/:id/amenities/:kind":
      return amenityWords(write.input.kind, write.input.state).spoken;
    case "DELETE /stations/:id/amenities/:kind":
      return `${AMENITIES[write.input.kind].label}：不知道`;
    case "PUT /stations/:id/services/:name":
      return write.input.name;
    case "DELETE /stations/:id/services/:name":
      return `删掉${write.input.name}`;
    case "PUT /stations/:id/today":
      return write.input.spans.length === 0 ? "今天不开" : "今天的时间";
    case "DELETE /stations/:id/today":
      return "今天和平常一样";
    case "PUT /stations/:id/days":
      return daysWords(write.input.days.map(({ hours }) => hours));
    case "POST /stations/:id/facts":
      return FACT_WORDS[write.input.fact];
    case "POST /stations/:id/confirm":
      return "都对，确认";
    case "POST /classes/:id/roster/:bookingId/check-in":
      return "点名";
    case "POST /classes/:id/roster/:bookingId/strike":
      return "划掉签到";
    case "POST /classes/:id/roster/:bookingId/waive":
      return "不算缺课";
    default:
      return "刚才点的";
  }
}

const FACT_WORDS = {
  door: "门开着",
  hours: "开放时间对",
  supplies: "东西都有",
  furniture: "都好用",
  position: "还在老地方",
} as const;

function daysWords(days: readonly (object | "usual" | "unsaid")[]): string {
  const count = days.length === 1 ? "" : `${days.length} 天都`;
  if (days.every((hours) => hours === "usual")) return `${count}照常`;
  if (days.every((hours) => Array.isArray(hours) && hours.length === 0)) return `${count}不开`;
  return `${days.length} 天的时间`;
}

export type SavingState = "saved" | "saving" | "no_network" | "server_busy";

export const SAVING_WORDS: Record<SavingState, string> = {
  saved: "已存",
  saving: "正在存…",
  no_network: "没网，先记下了",
  server_busy: "没存上，先记下了，过会儿自动再存",
};

type LostWrite = Pick<PendingWrite, "failure" | "sentence">;

/** Why a write was given up, and what to do now. */
export function lostWriteWords({ failure, sentence = null }: LostWrite): FailureWords {
  switch (failure) {
    case "too_late":
      return { title: "隔太久，没发出去", advice: "现在还对的话，再发一次" };
    case "not_signed_in":
    case "sign_in_expired":
      return { title: "登录过期了", advice: "到「我的」里重新登录，就接着发" };
    case "not_allowed":
      return { title: "你现在管不了这个驿站", advice: "可能换了站长，问问工会" };
    default:
      return failureWords({ code: failure ?? "internal", sentence });
  }
}
