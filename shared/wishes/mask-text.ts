/** What stands in the place of a number or an address that only the handler may read. */
export const HIDDEN_NUMBER = "〔号码已隐藏〕";
export const HIDDEN_LINK = "〔链接已隐藏〕";

/** Fewer digits in a row are sizes, amounts and years; a landline without its area code has seven. */
const SHORTEST_NUMBER = 7;

/** Digits as people write them to get past a check: ASCII and full-width ones, Chinese ones, ringed ones. */
const DIGIT = "[0-9\\uFF10-\\uFF19零〇○一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖⓪①②③④⑤⑥⑦⑧⑨]";
/** What may stand between the digits of one number, in either width. */
const BETWEEN = "[\\s\\-—_.·,。、*/()+\\uFF08\\uFF09\\uFF0B\\uFF0C\\uFF0D\\uFF0E]{0,3}";
/** The letter O passes for a 0 between digits. */
const NUMBER = new RegExp(
  `[(+\\uFF08\\uFF0B]?${DIGIT}(?:${BETWEEN}[Oo]?${BETWEEN}${DIGIT}){${SHORTEST_NUMBER - 1},}`,
  "g",
);
/** 2026-11-24, 2026.11.24 and 2026/11/24 are days. */
const DAY = /^(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}$/;

/** Chinese punctuation ends an address, as a space does. */
const REST = "[^\\s。、」》〕\\uFF01\\uFF09\\uFF0C\\uFF1B\\uFF1F]";
const ENDINGS = "com|cn|net|org|top|xyz|cc|vip|shop|site|io|me|link|wang|club";
const LINKS = [
  `[a-z][a-z0-9+.-]*:\\/\\/${REST}+`,
  `\\bwww[.\\uFF0E]${REST}+`,
  "[a-z0-9_.+-]+@[a-z0-9-]+(?:\\.[a-z0-9-]+)+",
  `\\b[a-z0-9][a-z0-9-]*(?:[.\\uFF0E][a-z0-9-]+)*[.\\uFF0E](?:${ENDINGS})\\b(?:[/?:]${REST}*)?`,
].map((pattern) => new RegExp(pattern, "gi"));
/** A name in a messenger leads to a person as a number does. */
const ACCOUNT = /((?:微信|薇信|威信|wx|vx|weixin|wechat|qq|抖音|快手)(?:号|id)?[\s:\uFF1A是=]*)[a-z0-9_-]{5,}/gi;

/**
 * A text with telephone numbers, links and accounts hidden, for everybody but the assigned handler. It hides rather too
 * much than too little: what is hidden can be asked for.
 */
export function maskText(text: string): string {
  const withoutLinks = LINKS.reduce((masked, link) => masked.replace(link, HIDDEN_LINK), text);
  const withoutAccounts = withoutLinks.replace(ACCOUNT, (_, before: string) => `${before}${HIDDEN_NUMBER}`);
  return withoutAccounts.replace(NUMBER, (number) => (DAY.test(number) ? number : HIDDEN_NUMBER));
}

/** Whether a text leads to a person or a page: nothing of the kind may stand on a public card. */
export function leadsSomewhere(text: string): boolean {
  return maskText(text) !== text;
}
