import { hourWords } from "../stations/hours-words.js";
import type { NextStep } from "./next-steps.js";

const DAYS = { weekdays: "周一到周五", weekend: "周六、周日" } as const;
const STREET = /[\u4e00-\u9fff]{1,6}(?:大道|路|街|巷)(?!道)/g;
/** What stands before a street's name in an address. */
const BEFORE = /^.*[省市区县镇乡办]|^.*街道|^.*(?:与|和)/;
const MOST_STREETS = 3;

/** One step in a sentence: 谁、几点、哪几条街. */
export function stepSentence(step: NextStep, who: { name: string; near: string }, streets: readonly string[]): string {
  const where = streets.length === 0 ? "这一带" : `${streets.join("、")}一带`;
  const people = Math.round(step.gainPeople);
  const searched = people === 0 ? "" : `，每周约 ${people} 人次不再扑空`;
  const there = step.gainPersonHours === null ? "" : `，合 ${largeNumber(step.gainPersonHours)}人·小时`;
  const gain = `${where}每周多出 ${Math.round(step.gainCellHours)} 格·小时有门可进${there}${searched}`;
  if (step.kind === "hours") {
    const hours = `${hourWords(step.opens)} 到 ${hourWords(step.closes)}`;
    return `「${who.name}」${DAYS[step.days]} ${hours} 也开门，每周多开 ${step.stationHours} 小时，${gain}`;
  }
  if (step.kind === "mend") return `「${who.name}」把坏了的或没有的设施备好，${gain}`;
  return `在${who.near}设一个新站，${gain}`;
}

/** 3200 and 1.2 万, each with the space that stands before a unit. */
function largeNumber(number: number): string {
  const tenThousands = Math.round(number / 1_000) / 10;
  return tenThousands >= 1 ? `${tenThousands} 万` : `${Math.round(number)} `;
}

/** The streets that addresses name, those that are named most often first. */
export function streetsIn(addresses: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const address of addresses) {
    for (const [written] of address.matchAll(STREET)) {
      const street = written.replace(BEFORE, "");
      if (street.length >= 3) counts.set(street, (counts.get(street) ?? 0) + 1);
    }
  }
  return [...counts.entries()]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_STREETS)
    .map(([street]) => street);
}
