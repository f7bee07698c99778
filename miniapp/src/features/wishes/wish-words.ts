import { beijingDate, beijingDayNumber, type EpochMs } from "../../../../shared/common/time";
import { dateWords } from "../../../../shared/stations/hours-words";
import type { WishView } from "../../../../shared/wishes/wish-answer";
import { wishStateNames } from "../../../../shared/wishes/wish-state-names";
import type { WishState } from "../../../../shared/wishes/wish-states";
import type { OpeningWords } from "../stations/opening-words";

const NAMES = wishStateNames("worker");

/** How a wish stands, told to whoever made it. */
export const WISH_STATE_WORDS: Record<WishState, OpeningWords> = {
  submitted: { tone: "soon", mark: "◐", text: NAMES.submitted },
  need_info: { tone: "alert", mark: "!", text: NAMES.need_info },
  rejected: { tone: "shut", mark: "✕", text: NAMES.rejected },
  merged: { tone: "shut", mark: "○", text: NAMES.merged },
  referred: { tone: "soon", mark: "→", text: NAMES.referred },
  approved: { tone: "soon", mark: "◐", text: NAMES.approved },
  claimed: { tone: "soon", mark: "◐", text: NAMES.claimed },
  ready: { tone: "open", mark: "●", text: NAMES.ready },
  delivered: { tone: "open", mark: "●", text: NAMES.delivered },
  fulfilled: { tone: "open", mark: "✓", text: NAMES.fulfilled },
  withdrawn: { tone: "shut", mark: "○", text: NAMES.withdrawn },
  unfulfillable: { tone: "alert", mark: "✕", text: NAMES.unfulfillable },
};

/** 12月3日, the day of an instant in Beijing. */
export function wishDayWords(instant: string): string {
  return dateWords(beijingDate(beijingDayNumber(Date.parse(instant))));
}

/** What of a wish the next step is told from; the slip of somebody without a phone has no more. */
export interface WishStanding {
  state: WishState;
  due: string | null;
  pickup: { stationName: string; window: string | null } | null;
  referredTo: string | null;
}

export function standingOf({ state, due, pickup, referredTo }: WishView): WishStanding {
  return { state, due, referredTo, pickup: pickup && { stationName: pickup.station.name, window: pickup.window } };
}

/** What comes next and until when: 已认领,工会最迟 12月3日 给你准备好. */
export function nextStepWords({ state, due, pickup, referredTo }: WishStanding, now: EpochMs): string {
  const isLate = due !== null && Date.parse(due) <= now;
  const day = due === null ? "" : wishDayWords(due);
  switch (state) {
    case "submitted":
      return isLate ? "工会看晚了，已经排到他们最前面" : `工会最迟 ${day} 看完，给你回话`;
    case "need_info":
      return day === "" ? "你答了，工会才好接着办" : `你答了，工会才好接着办。${day} 前没回话，就先收起来`;
    case "approved":
      return isLate ? "还没人认领，已经排到工会最前面" : `工会同意了，最迟 ${day} 有人认领`;
    case "claimed":
      return isLate ? "到日子还没准备好，会换人接着办" : `已认领，工会最迟 ${day} 给你准备好`;
    case "ready":
      return `带上取货码，到${pickup?.stationName ?? "驿站"}拿${pickup?.window ? `：${pickup.window}` : ""}`;
    case "delivered":
      return `拿到了就点一下；${day} 前没说不对，就算办好了`;
    case "fulfilled":
      return "心愿办好了";
    case "rejected":
      return "为什么，写在下面。可以换一个再许";
    case "merged":
      return "有一样的心愿在办，你的跟它一起，不用再许";
    case "referred":
      return `转给${referredTo ?? "专门的人"}了，不用在这里等`;
    case "unfulfillable":
      return "为什么，写在下面。可以换一个再许";
    case "withdrawn":
      return "这个心愿收起来了。还想要，可以再许一个";
  }
}

type HistoryEntry = WishView["history"][number];

/** One line of what happened, as its worker would tell it. */
export function historyWords({ step, by, mine, to }: Pick<HistoryEntry, "step" | "by" | "mine" | "to">): string {
  switch (step) {
    case "submit":
      if (by === "worker") return "许了这个心愿";
      return mine ? "你帮忙许了这个心愿" : "驿站的人帮忙许了这个心愿";
    case "approve":
      return "工会看了，同意";
    case "reject":
      return "工会看了，没同意";
    case "ask":
      return "工会问了一句";
    case "answer":
      return "回了工会的话";
    case "merge":
      return "跟一样的心愿并到一起办";
    case "refer":
      return "转给专门的人办";
    case "claim":
      return "有人认领了";
    case "release":
      return "认领的人交回来了，等下一个人";
    case "unanswered":
      return "等了很久没回话，先收起来了";
    case "lapse":
      return "到日子没办好，自动交回来了，等下一个人";
    case "ready":
      return "准备好了，等着拿";
    case "deliver":
      return by === "keeper" ? "站长对过取货码，交到手里了" : "工会说交到手里了";
    case "confirm":
      return "拿到了";
    case "auto-confirm":
      return "到日子没人说不对，算办好了";
    case "dispute":
      return "说了不对，重新办";
    case "rate":
      return "评价了";
    case "withdraw":
      return "撤回了";
    case "unfulfillable":
      return "办不成";
    case "edit":
      return to === "submitted" ? "改了写的内容，等工会看" : "改了写的内容";
    case "forget":
      return "写的话和联系方式到期删掉了";
  }
}

/** The reason of the list and what was added to it, in one line; null: nothing was said. */
export function saidWords({ reason, words }: Pick<HistoryEntry, "reason" | "words">): string | null {
  const said = [reason, words].filter((part) => part !== null && part !== "其他");
  return said.length === 0 ? null : said.join("：");
}

/** 138****1234: enough to see that it is one's own. */
export function maskedPhone(phone: string): string {
  return phone.length < 7 ? "****" : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** 马**: the first character of a name. */
export function maskedName(name: string): string {
  return `${[...name][0] ?? ""}**`;
}
