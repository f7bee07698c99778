interface District {
  code: string | null;
  text: string;
}

const COUNTY_DIGITS = 6;

/** Whether a code is a county's or a district's own, and not that of the city in which a zone (高新区) lies. */
export function isCounty(code: string): boolean {
  return code.length === COUNTY_DIGITS;
}

/**
 * How a list asks for the stations of one district: by its code (640104), by its city and its words where only the city
 * has a code (4101|高新区), else by its words.
 */
export function districtQuery({ code, text }: District): string {
  if (code === null) return text;
  return isCounty(code) ? code : `${code}|${text}`;
}
