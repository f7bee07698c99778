import { CLASS_CATEGORIES, CLASS_CATEGORY_LABELS, type ClassCategory } from "./class-category.js";

interface SubjectFacts {
  label: string;
  /** Words of a course's title by which it may be this one. */
  words: readonly string[];
}

/** What workers ask to learn besides what halls teach already. */
const TRADES = {
  ebike_repair: { label: "电动车维修", words: ["电动车", "电瓶车"] },
  electrician: { label: "电工焊工考证", words: ["电工", "焊工"] },
  driving: { label: "学车考驾照", words: ["驾照", "学车", "驾驶"] },
  cooking: { label: "做饭面点", words: ["面点", "烹饪", "做饭", "厨"] },
  haircut: { label: "理发", words: ["理发", "美发"] },
  computer: { label: "电脑", words: ["电脑", "办公软件"] },
  video: { label: "拍短视频", words: ["短视频", "直播"] },
  english: { label: "英语", words: ["英语"] },
  first_aid: { label: "急救", words: ["急救", "心肺复苏"] },
  labour_law: { label: "劳动维权知识", words: ["维权", "劳动法", "法律"] },
} as const satisfies Record<string, SubjectFacts>;

type Taught = Exclude<ClassCategory, "other">;
export type WantedSubject = Taught | keyof typeof TRADES;

const TAUGHT = CLASS_CATEGORIES.filter((category): category is Taught => category !== "other");

/** What may be voted for, in the order in which it is offered. */
export const WANTED_SUBJECTS = [...(Object.keys(TRADES) as (keyof typeof TRADES)[]), ...TAUGHT] as [
  WantedSubject,
  ...WantedSubject[],
];

/** So many subjects one person wants to learn at a time. */
export const MOST_WANTED = 10;

export function subjectLabel(subject: WantedSubject): string {
  return isTrade(subject) ? TRADES[subject].label : CLASS_CATEGORY_LABELS[subject];
}

/** Whether a course may be what was wanted: of its category, or by its title. An officer has the last word. */
export function mayBeWanted({ title, category }: { title: string; category: ClassCategory }, subject: WantedSubject) {
  if (!isTrade(subject)) return category === subject || title.includes(CLASS_CATEGORY_LABELS[subject]);
  return TRADES[subject].words.some((word) => title.includes(word));
}

function isTrade(subject: WantedSubject): subject is keyof typeof TRADES {
  return subject in TRADES;
}
