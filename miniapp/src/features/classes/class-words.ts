import type { MyPlace, SessionItem } from "../../../../shared/classes/class-answer";
import {
  beijingDate,
  beijingDayNumber,
  beijingMinuteOfDay,
  type EpochMs,
  HOUR_MS,
  MINUTE_MS,
  weekdayOf,
} from "../../../../shared/common/time";
import { dateWords, hourWords, weekdayName } from "../../../../shared/stations/hours-words";
import { comingTimeWords } from "../../ui/words/clock-words";
import type { OpeningWords } from "../stations/opening-words";

/** From so few seats on, the number is said as a warning. */
const FEW_SEATS = 3;

/** 19:00 and 20:30, the two ends of a session in Beijing. */
export function sessionTimes({ startsAt, endsAt }: Pick<SessionItem, "startsAt" | "endsAt">): [string, string] {
  return [hourWords(beijingMinuteOfDay(Date.parse(startsAt))), hourWords(beijingMinuteOfDay(Date.parse(endsAt)))];
}

/** 今天, 明天, 周三 11月25日: the day on which a session is held, certain whichever week it is. */
export function sessionDayWords(startsAt: string, now: EpochMs): string {
  const day = beijingDayNumber(Date.parse(startsAt));
  const ahead = day - beijingDayNumber(now);
  const date = dateWords(beijingDate(day));
  if (ahead === 0) return `今天 ${date}`;
  if (ahead === 1) return `明天 ${date}`;
  return sessionDateWords(startsAt);
}

/** 周三 11月25日: the day of a session in words that are still true when somebody reads them later. */
export function sessionDateWords(startsAt: string): string {
  const day = beijingDayNumber(Date.parse(startsAt));
  return `${weekdayName(weekdayOf(day))} ${dateWords(beijingDate(day))}`;
}

/** 今天 11月25日 19:00–20:30. */
export function sessionWhenWords(session: Pick<SessionItem, "startsAt" | "endsAt">, now: EpochMs): string {
  return `${sessionDayWords(session.startsAt, now)} ${sessionTimes(session).join("–")}`;
}

/** 银虹社区市民驿站 · 三楼舞蹈教室. */
export function venueWords({ name, room }: SessionItem["venue"]): string {
  return room === null ? name : `${name} · ${room}`;
}

/** Whether a freed seat is kept for this person, and until when. */
export function offerUntil(mine: MyPlace | undefined, now: EpochMs): EpochMs | null {
  if (mine?.state !== "waitlisted" || mine.offerExpiresAt === undefined) return null;
  const until = Date.parse(mine.offerExpiresAt);
  return until > now ? until : null;
}

/** What the card of a session says of it: what concerns the person first, then whether there is room. */
export function sessionWords(session: SessionItem, now: EpochMs): OpeningWords {
  if (session.state === "cancelled") return { tone: "alert", mark: "✕", text: "这节取消了" };
  return (session.mine && placeWords(session.mine, now)) ?? roomWords(session, now);
}

/** How a person stands in a session; null where nothing holds any more that others could not see. */
export function placeWords(mine: MyPlace, now: EpochMs): OpeningWords | null {
  const offered = offerUntil(mine, now);
  if (offered !== null) {
    return { tone: "soon", mark: "!", text: `有名额留给你，${comingTimeWords(offered, now)} 前要点` };
  }
  switch (mine.state) {
    case "confirmed":
      return { tone: "open", mark: "✓", text: "你报上了" };
    case "waitlisted":
      return { tone: "soon", mark: "◐", text: mine.position ? `你排在第 ${mine.position} 位` : "你在排队" };
    case "attended":
      return { tone: "open", mark: "✓", text: "你签到了" };
    case "absent":
      return { tone: "alert", mark: "✕", text: "你没来，记了缺课" };
    default:
      return null;
  }
}

/** How a booking stands or ended, told to whoever made it. */
export function bookingWords({ session, ...mine }: MyPlace & { session: SessionItem }, now: EpochMs): OpeningWords {
  if (session.state === "cancelled") return { tone: "alert", mark: "✕", text: "这节取消了，不算缺课" };
  return placeWords(mine, now) ?? ENDED_WORDS[mine.state] ?? roomWords(session, now);
}

const ENDED_WORDS: Partial<Record<MyPlace["state"], OpeningWords>> = {
  cancelled: { tone: "shut", mark: "○", text: "你取消了" },
  cancelled_late: { tone: "alert", mark: "✕", text: "取消晚了，算一次缺课" },
  lapsed: { tone: "shut", mark: "○", text: "没等到，名额给了别人" },
};

function roomWords({ startsAt, endsAt, ...session }: SessionItem, now: EpochMs): OpeningWords {
  if (Date.parse(endsAt) <= now) return { tone: "shut", mark: "○", text: "上完了" };
  if (Date.parse(startsAt) <= now) return { tone: "shut", mark: "◐", text: "正在上课" };
  const opensAt = session.bookingOpensAt === null ? 0 : Date.parse(session.bookingOpensAt);
  if (opensAt > now) return { tone: "shut", mark: "○", text: `${comingTimeWords(opensAt, now)} 开始报名` };
  if (session.seatsLeft > FEW_SEATS) return { tone: "open", mark: "●", text: `还有 ${session.seatsLeft} 个名额` };
  if (session.seatsLeft > 0) return { tone: "soon", mark: "◐", text: `只剩 ${session.seatsLeft} 个名额` };
  return {
    tone: "shut",
    mark: "○",
    text:
      session.bookedBy === "term"
        ? "这一期满了"
        : session.waitlistLength === 0
          ? "满了，可以排队"
          : `满了，${session.waitlistLength} 人在排队`,
  };
}

/** 还剩 1 小时 20 分, 还剩 6 分钟: how long until an instant to come. */
export function remainingWords(until: EpochMs, now: EpochMs): string {
  const minutes = Math.max(1, Math.ceil((until - now) / MINUTE_MS));
  return minutes < 60 ? `还剩 ${minutes} 分钟` : `还剩 ${spanWords(minutes)}`;
}

/** 30 分钟, 2 小时, 1 小时 30 分. */
export function spanWords(minutes: number): string {
  const hours = Math.floor((minutes * MINUTE_MS) / HOUR_MS);
  const rest = minutes % 60;
  if (hours === 0) return `${minutes} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
}
