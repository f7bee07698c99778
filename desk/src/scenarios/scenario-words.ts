import { AMENITIES } from "../../../shared/amenities/amenity";
import type { NextStepsAnswer, StepAnswer } from "../../../shared/circle/steps-answer";
import type { Question } from "./scenario-search";

export const DAYS_WORDS = [
  ["week", "一周七天"],
  ["weekdays", "周一到周五"],
  ["weekend", "周六、周日"],
] as const;

export const WEIGHT_WORDS = [
  ["demand", "查了没有的多算"],
  ["equal", "每一格一样"],
  ["people", "有多少人(人口表)"],
] as const;

export const TRAVEL_WORDS = [
  ["walk", "走路"],
  ["ebike", "骑电动车"],
] as const;

export type Mark = "fixed" | "wished" | "forbidden";

export const MARK_WORDS: readonly (readonly [Mark, string])[] = [
  ["fixed", "已经定了的新站"],
  ["wished", "想设站的地方"],
  ["forbidden", "不能设站的地方"],
];

/** 每周 40 站时、新建 3 个，走路 15 分钟，一周七天. */
export function questionWords(question: Question): string {
  const { hours, sites, mends, minutes, travel, days, amenities, weights } = question;
  const mended = mends === 0 ? "" : `、修好 ${mends} 处`;
  const marked = MARK_WORDS.flatMap(([mark, words]) =>
    question[mark].length === 0 ? [] : [`${words} ${question[mark].length} 处`],
  );
  return [
    `每周 ${hours} 站时、新建 ${sites} 个${mended}`,
    `${wordOf(TRAVEL_WORDS, travel)} ${minutes} 分钟`,
    wordOf(DAYS_WORDS, days),
    amenities.length === 0 ? "所有的门" : `有${amenities.map((kind) => AMENITIES[kind].label).join("、")}的`,
    wordOf(WEIGHT_WORDS, weights),
    ...marked,
  ].join("，");
}

function wordOf<Key extends string>(words: readonly (readonly [Key, string])[], key: Key): string {
  return words.find(([one]) => one === key)?.[1] ?? key;
}

/** 33,526 */
export function countWords(count: number): string {
  return Math.round(count).toLocaleString("en-US");
}

/** What all steps gain together. */
export function gainsOf({ steps }: Pick<NextStepsAnswer, "steps">) {
  const sum = (of: (step: StepAnswer) => number) => steps.reduce((total, step) => total + of(step), 0);
  return {
    cellHours: sum(({ gainCellHours }) => gainCellHours),
    people: sum(({ gainPeople }) => gainPeople),
    personHours: steps.some(({ gainPersonHours }) => gainPersonHours === null)
      ? null
      : sum(({ gainPersonHours }) => gainPersonHours ?? 0),
  };
}

/** The share of cell-hours with an open door, in percent: now, with what is decided upon, and with the steps. */
export function shareWords(answer: NextStepsAnswer): { now: string; decided: string; after: string } {
  const { allCellHours, coveredCellHours, fixedCellHours } = answer;
  const percent = (cellHours: number) => `${(allCellHours === 0 ? 0 : (cellHours / allCellHours) * 100).toFixed(1)}%`;
  const decided = coveredCellHours + fixedCellHours;
  return {
    now: percent(coveredCellHours),
    decided: percent(decided),
    after: percent(decided + gainsOf(answer).cellHours),
  };
}

/** The same for the same step of two plans. */
export function stepKey({ kind, station, site, hours }: StepAnswer): string {
  return [kind, station?.id ?? site?.cell, hours?.days, hours?.opens, hours?.closes].join(" ");
}
