import type { DeskRow } from "../../../shared/desk/desk-answer";

export interface StateWords {
  tone: "open" | "soon" | "shut" | "alert" | "unknown";
  mark: string;
  text: string;
}

const DAY_MS = 86_400_000;
const SOON_MS = 30 * 60_000;
const CLOCK = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", hour: "numeric", minute: "2-digit" });

/** Whole days; null: never. */
export function daysSince(instant: string | null, now: number): number | null {
  return instant === null ? null : Math.max(0, Math.floor((now - Date.parse(instant)) / DAY_MS));
}

/** A state is a mark, a word and a colour. What was to change by now is not known any more. */
export function stateWords({ state, changesAt, opensAt }: DeskRow["opening"], now: number): StateWords {
  const changes = changesAt === null ? null : Date.parse(changesAt);
  if (changes !== null && changes <= now) return { tone: "unknown", mark: "?", text: "不知道" };
  if (state === "open" && changes !== null && changes - now <= SOON_MS) return SOON;
  switch (state) {
    case "open":
      return { tone: "open", mark: "●", text: "现在开着" };
    case "closing_soon":
      return SOON;
    case "closed":
      return { tone: "shut", mark: "○", text: opensAt === null ? "关着" : `关着，${clockWords(opensAt)} 开` };
    case "temporarily_closed":
      return { tone: "shut", mark: "◌", text: "临时关门" };
    case "reported_closed":
      return { tone: "alert", mark: "!", text: "有人说门关着" };
    case "unknown":
      return { tone: "unknown", mark: "?", text: "不知道" };
  }
}

const SOON: StateWords = { tone: "soon", mark: "◐", text: "快关门" };

function clockWords(instant: string): string {
  return CLOCK.format(Date.parse(instant));
}

/** 11月24日 10:00, of Beijing. */
export function instantWords(instant: string): string {
  const parts = new Intl.DateTimeFormat("zh-CN", {
    timeZone: "Asia/Shanghai",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
  });
  return parts.format(Date.parse(instant));
}
