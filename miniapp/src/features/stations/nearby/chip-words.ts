/** The chips that stand there wherever somebody is. */
export const OPEN_NOW = "现在能用";
export const ALL_DAY = "24 小时";
