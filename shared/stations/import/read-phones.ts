/** One number: a mobile, a line with or without its area's code and an extension, a short one as 12351. */
const ONE_PHONE =
  /^(\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4}|(\(?0\d{2,3}\)?[- ]?)?\d{7,8}|[48]00[- ]?\d{3}[- ]?\d{4}|1\d{4}|9\d{4,5})(\s*[-转]\s*\d{1,6})?$/;
const MOBILE = "1[3-9]\\d{9}";
const LINE = "(?:0\\d{2,3}-?)?[2-8]\\d{6,7}";
/** Two numbers with nothing or a blank between them: one of them is a mobile, which has eleven digits. */
const GLUED = [
  `(${MOBILE})\\s*(${MOBILE})`,
  `(${LINE})\\s*(${MOBILE})`,
  `(${MOBILE})\\s*(${LINE})`,
  `(${LINE})\\s+(${LINE})`,
].map((pattern) => new RegExp(`^${pattern}$`));

/** The numbers of a cell; null: it holds something else. */
export function readPhones(text: string): { numbers: string[] | null; wereGlued: boolean } {
  const numbers: string[] = [];
  let wereGlued = false;
  for (const part of text.split(/[、,;/|]|\s*或\s*/).map((one) => one.trim())) {
    if (part === "") continue;
    const glued = GLUED.map((pattern) => part.match(pattern)).find((match) => match !== null);
    if (ONE_PHONE.test(part)) numbers.push(part);
    else if (glued) {
      numbers.push(...glued.slice(1, 3));
      wereGlued = true;
    } else return { numbers: null, wereGlued };
  }
  return { numbers: numbers.length === 0 ? null : numbers, wereGlued };
}
