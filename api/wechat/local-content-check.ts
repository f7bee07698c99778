import { type ContentCheck, LONGEST_CHECKED_TEXT } from "./content-check.js";

/** Ways to reach a person or a page, and words nobody should read about themselves. */
const FOR_A_PERSON_TO_LOOK_AT = [
  /1[3-9]\d(?:[\s-]?\d){8}/,
  /0\d{2,3}[\s-]?\d{7,8}/,
  /https?:|www\.|[a-z0-9-]+\.(?:com|cn|net|top|xyz|cc)\b/i,
  /(?:加|私)(?:我|个)?(?:微信|薇信|vx|qq)|(?:微信|vx|qq)号?[:：\s]*[a-z0-9_-]{5,}/i,
  /傻[逼比叉]|[操草]你|他妈的|妈的|王八|混蛋|滚蛋|去死|废物|畜生|骗子/,
];

/**
 * The demo's check of words, which asks nobody: ordinary words pass, telephone numbers, links and insults are for a
 * person to look at. It stands in for WeChat's check and is no replacement of it.
 */
export const localContentCheck: ContentCheck = {
  checkText: async ({ text }) => {
    if ([...text].length > LONGEST_CHECKED_TEXT) return "review";
    return FOR_A_PERSON_TO_LOOK_AT.some((pattern) => pattern.test(text)) ? "review" : "pass";
  },
};
