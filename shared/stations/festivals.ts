/** The holidays that the State Council announces: all the days off that a year has under the name. */
export const FESTIVALS = [
  "new_year",
  "spring_festival",
  "qingming",
  "labour_day",
  "dragon_boat",
  "mid_autumn",
  "national_day",
] as const;
export type Festival = (typeof FESTIVALS)[number];
