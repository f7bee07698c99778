/** What is taught, in the order of the filter. The words people read are {@link CLASS_CATEGORY_LABELS}. */
export const CLASS_CATEGORIES = [
  "dance",
  "yoga",
  "vocal",
  "painting",
  "calligraphy",
  "hulusi",
  "taichi",
  "handicraft",
  "phone_skills",
  "other",
] as const;
export type ClassCategory = (typeof CLASS_CATEGORIES)[number];

export const CLASS_CATEGORY_LABELS: Record<ClassCategory, string> = {
  dance: "舞蹈",
  yoga: "瑜伽",
  vocal: "声乐",
  painting: "绘画",
  calligraphy: "书法",
  hulusi: "葫芦丝",
  taichi: "太极拳",
  handicraft: "手工",
  phone_skills: "手机使用",
  other: "其他",
};
