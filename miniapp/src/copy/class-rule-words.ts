import type { SessionDetail } from "../../../shared/classes/class-answer";
import { type EpochMs, MINUTE_MS } from "../../../shared/core/time";
import { spanWords } from "./class-words";
import { comingTimeWords } from "./clock-words";

export interface RuleLine {
  title: string;
  text: string;
}

/** Every rule that a booking of this session is held to, in plain words, in the order in which it comes to matter. */
export function ruleLines(session: SessionDetail, now: EpochMs): RuleLine[] {
  const { rules, capacity, waitlistLimit, waitlistLength } = session;
  const startsAt = Date.parse(session.startsAt);
  const at = (offsetMinutes: number) => comingTimeWords(startsAt + offsetMinutes * MINUTE_MS, now);
  const waitlist =
    waitlistLimit === 0
      ? `一共 ${capacity} 个名额,满了不排队。`
      : `一共 ${capacity} 个名额。满了可以排队,先来先排;现在 ${waitlistLength} 人在排,最多排 ${waitlistLimit} 人。`;
  const offer =
    waitlistLimit === 0
      ? []
      : [
          {
            title: "轮到你",
            text: `有人退了,名额先留给排第一的人 ${spanWords(rules.offerMinutes)}(快上课时短一些)。没点,就给下一个人。`,
          },
        ];
  return [
    { title: "名额", text: waitlist },
    ...(session.bookedBy === "term" ? [{ title: "整期", text: "报一次,占这门课后面每一节的名额。" }] : []),
    { title: "能报几节", text: limitWords(rules) },
    ...offer,
    { title: "不来了", text: `${comingTimeWords(Date.parse(session.cancelUntil), now)} 以前取消,不算缺课。` },
    {
      title: "签到",
      text: `${at(-rules.checkInBeforeMinutes)} 到 ${at(rules.checkInAfterMinutes)},用手机输入教室屏幕上的码,或者找站长点名。`,
    },
    { title: "缺课", text: absenceWords(rules) },
    { title: "空位", text: `上课 ${rules.walkInAfterMinutes} 分钟后还有空位,到场的人可以直接上。` },
  ];
}

function limitWords({ mostBookings, mostWaitlistPlaces }: SessionDetail["rules"]): string {
  const booked = `一个人最多同时报 ${mostBookings} 节`;
  return mostWaitlistPlaces === 0
    ? `${booked}。上完一节再报。`
    : `${booked}、排 ${mostWaitlistPlaces} 节。上完一节再报。`;
}

function absenceWords({
  absencesToWarn,
  absencesToPause,
  absenceWindowDays,
  pauseDays,
}: SessionDetail["rules"]): string {
  const warning = absencesToWarn < absencesToPause ? `${absencesToWarn} 次会提醒你,` : "";
  return `没取消也没来,算缺课。${absenceWindowDays} 天里${warning}${absencesToPause} 次就停报 ${pauseDays} 天。天气太坏、单子太多,可以说明,工会会看。`;
}
