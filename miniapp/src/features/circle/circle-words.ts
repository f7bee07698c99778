import { AMENITIES } from "../../../../shared/amenities/amenity";
import type { AroundClass, AroundPart, AroundPlace, AroundService } from "../../../../shared/circle/around-answer";
import type { EpochMs } from "../../../../shared/common/time";
import type { OpeningWords } from "../stations/opening-words";
import { endWords, serviceWords, startWords } from "../stations/services/service-words";

/** What each part is called, and what is said where there is none of it. */
export const PART_WORDS: Readonly<Record<AroundPart["what"], { title: string; none: string }>> = {
  doors: { title: "开着的门", none: "这一圈今天没有开着的门" },
  toilets: { title: "厕所", none: "没听说哪家有厕所" },
  water: { title: "热水、饮水", none: "没听说哪家有水" },
  charging: { title: "充电", none: "没听说哪家能充电" },
};

/** 现在 3 家 · 晚点还有 2 家; what of it is none is left out, and nothing is said of what nobody knows. */
export function countWords(now: number, later: number, unit = "家"): string {
  const parts = [
    now > 0 ? `现在 ${now} ${unit}` : "现在没有",
    later > 0 ? `晚点${now > 0 ? "还" : ""}有 ${later} ${unit}` : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** Whether one gets in on arrival, in words. */
export function placeWords({ when, until, opensAt }: AroundPlace, now: EpochMs): OpeningWords {
  switch (when) {
    case "now":
      return {
        tone: "open",
        mark: "●",
        text: until === null ? "到时开着" : `开到 ${endWords(Date.parse(until), now)}`,
      };
    case "later":
      return {
        tone: "shut",
        mark: "○",
        text: opensAt === null ? "晚点开" : `${startWords(Date.parse(opensAt), now)} 开`,
      };
    case "unknown":
      return { tone: "unknown", mark: "?", text: "不知道开没开" };
    case "reported":
      return { tone: "alert", mark: "!", text: "有人说门关着" };
  }
}

/** Which of what was looked for is there: 热水、饮水. */
export function hasWords({ has }: AroundPlace): string {
  return has.map((kind) => AMENITIES[kind].label).join("、");
}

const SERVICE_TONES = { now: "open", later: "shut", unknown: "unknown" } as const;

/** Whether a service is there on arrival, or when it begins. */
export function aroundServiceWords(service: AroundService, now: EpochMs): OpeningWords {
  const { startsAt, until, onArrival, isDoorKnown } = service;
  const time = { onArrival, isDoorKnown, startsAt: instantOf(startsAt), until: instantOf(until) };
  const { tone, mark, text } = serviceWords(time, now);
  return { tone: SERVICE_TONES[tone], mark, text };
}

export function classWords({ startsAt, seatsLeft }: AroundClass, now: EpochMs): OpeningWords {
  const text = `${startWords(Date.parse(startsAt), now)} 开始，${seatsLeft} 个座`;
  return { tone: "shut", mark: "○", text };
}

/** When the first thing that was said here stops being true; what is past already says nothing. */
export function goodUntil(
  { parts, services, classes }: { parts: AroundPart[]; services: AroundService[]; classes: AroundClass[] | null },
  asOf: EpochMs,
): EpochMs {
  const turns = [
    ...parts.flatMap(({ places }) => places.flatMap(({ until, opensAt }) => [until, opensAt])),
    ...services.flatMap(({ startsAt, until }) => [startsAt, until]),
    ...(classes ?? []).map(({ startsAt }) => startsAt),
  ].map(instantOf);
  return Math.min(...turns.filter((turn) => turn !== null && turn > asOf).map(Number), asOf + FRESH_MS);
}

/** Seats go, and doors are shut by people. */
const FRESH_MS = 5 * 60_000;

function instantOf(text: string | null): EpochMs | null {
  return text === null ? null : Date.parse(text);
}
