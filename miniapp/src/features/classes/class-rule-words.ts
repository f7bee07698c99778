import type { SessionDetail } from "../../../../shared/classes/class-answer";
import { beijingMinuteOfDay, type EpochMs, MINUTE_MS } from "../../../../shared/common/time";
import { hourWords } from "../../../../shared/stations/hours-words";
import { comingTimeWords } from "../../ui/words/clock-words";
import { spanWords } from "./class-words";

export interface RuleLine {
  title: string;
  text: string;
}

/** Every rule that a booking of this session is held to, in plain words, in the order in which it comes to matter. */
export function ruleLines(session: SessionDetail, now: EpochMs): RuleLine[] {
  const { rules, waitlistLimit } = session;
  const startsAt = Date.parse(session.startsAt);
  const checkIn = (minutesFromStart: number) => startsAt + minutesFromStart * MINUTE_MS;
  const cancelUntil = comingTimeWords(Date.parse(session.cancelUntil), now);
  const lines: (RuleLine | null)[] = [
    { title: "名额", text: seatWords(session) },
    session.bookedBy === "term" ? { title: "整期", text: "报一次，后面每一节都有你的名额。" } : null,
    { title: "能报几节", text: limitWords(rules) },
    waitlistLimit === 0
      ? null
      : {
          title: "轮到你",
          text: `有人退了，名额给排第一的人留 ${spanWords(rules.offerMinutes)}(快上课时更短)，没点就给下一个。`,
        },
    {
      title: "不来了",
      text: session.absencesWaived
        ? "随时可以取消，不算缺课。"
        : `${cancelUntil} 前取消，不算缺课；过了这个点再取消，算你没来。`,
    },
    {
      title: "签到",
      text: `${comingTimeWords(checkIn(-rules.checkInBeforeMinutes), now)}–${hourWords(beijingMinuteOfDay(checkIn(rules.checkInAfterMinutes)))}，输教室屏幕上的码，或找站长点名。`,
    },
    { title: "缺课", text: session.absencesWaived ? "这一节没来也不算缺课。" : absenceWords(rules) },
    { title: "空位", text: `开课 ${rules.walkInAfterMinutes} 分钟后还空着的，到场就能上。` },
  ];
  return lines.filter((line) => line !== null);
}

/** The two rules that can cost something, in as few words as stand beside the button. */
export function costWords({ absencesWaived, cancelUntil, rules }: SessionDetail, now: EpochMs): [string, string] {
  if (absencesWaived) return ["随时可以取消", "没来也不算缺课"];
  return [
    `${comingTimeWords(Date.parse(cancelUntil), now)} 前可以取消`,
    `过了这个点再取消，算你没来；${rules.absencesToPause} 次停报 ${rules.pauseDays} 天`,
  ];
}

function seatWords({ capacity, waitlistLimit, waitlistLength, bookedBy }: SessionDetail): string {
  if (bookedBy === "term") return `一共 ${capacity} 个，整期的课满了不排队，有人退了可以再来报。`;
  if (waitlistLimit === 0) return `一共 ${capacity} 个，满了不排队。`;
  const waiting = waitlistLength === 0 ? "" : `现在 ${waitlistLength} 人在排，`;
  return `一共 ${capacity} 个，满了按先后排队(${waiting}最多 ${waitlistLimit} 人)。`;
}

function limitWords({ mostBookings, mostWaitlistPlaces }: SessionDetail["rules"]): string {
  const booked = `每人最多报 ${mostBookings} 节`;
  return mostWaitlistPlaces === 0 ? `${booked}。` : `${booked}、排 ${mostWaitlistPlaces} 节。`;
}

function absenceWords({
  absencesToWarn,
  absencesToPause,
  absenceWindowDays,
  pauseDays,
}: SessionDetail["rules"]): string {
  const warning = absencesToWarn < absencesToPause ? `(${absencesToWarn} 次时提醒)` : "";
  return `没取消也没来，算缺课。${absenceWindowDays} 天里 ${absencesToPause} 次${warning}，停报 ${pauseDays} 天。天气、单子的原因可以说明。`;
}
