import { AMENITIES } from "../../../shared/amenities/amenity";
import type { UnmetPlace } from "../../../shared/board/board-answer";
import { hourWords, weekdayName } from "../../../shared/stations/hours-words";

export const DAY_CHIPS = [
  [undefined, "今天"],
  ["weekday", "平日"],
  ["weekend", "周末"],
  ["holiday", "节假日"],
] as const;

/** 24.6 */
export function percentWords(share: number): string {
  return (Math.round(share * 1_000) / 10).toFixed(1);
}

const PARTS = [
  [5 * 60, "凌晨"],
  [8 * 60, "早上"],
  [11 * 60, "上午"],
  [13 * 60, "中午"],
  [18 * 60, "下午"],
] as const;

/** 凌晨 4:30, 晚上 20:30. */
export function halfHourWords(halfHour: string): string {
  const minute = minuteOf(halfHour);
  const part = PARTS.find(([until]) => minute < until)?.[1] ?? "晚上";
  return `${part} ${hourWords(minute)}`;
}

/** 19 → `09:30` */
export function halfHourText(index: number): string {
  return `${String(Math.floor(index / 2)).padStart(2, "0")}:${index % 2 === 0 ? "00" : "30"}`;
}

/** `09:30` → 19. */
export function placeOf(halfHour: string): number {
  return minuteOf(halfHour) / 30;
}

function minuteOf(halfHour: string): number {
  const [hour = 0, minute = 0] = halfHour.split(":").map(Number);
  return hour * 60 + minute;
}

/** 2026-11 → 2026年11月 */
export function monthWords(month: string): string {
  const [year, number] = month.split("-");
  return `${year}年${Number(number)}月`;
}

/** Where and when how many found nothing. */
export function unmetWords({ nearest, reason, amenity, weekday, hour, people }: UnmetPlace): string {
  const where = nearest === null ? "附近没有驿站的一片" : `离「${nearest.name}」${nearest.metres} 米一带`;
  const lacked =
    reason === "none_near" ? "附近没有站" : reason === "none_open" ? "没有开着的" : `没有${amenityWords(amenity)}`;
  return `${where}：${people} 人次${lacked}，${weekdayName(weekday)} ${hour} 点最多`;
}

function amenityWords(amenity: UnmetPlace["amenity"]): string {
  return amenity === null ? "要的设施" : AMENITIES[amenity].label;
}
