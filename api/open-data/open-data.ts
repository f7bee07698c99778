/** Under which terms the stations may be used by others. */
export interface OpenData {
  /** As in `CC BY 4.0`. */
  license: string;
  licenseUrl: string | null;
  /** Who is to be named. */
  source: string;
}

export const DEFAULT_TERMS = { license: "CC BY 4.0", licenseUrl: "https://creativecommons.org/licenses/by/4.0/" };
export const DEFAULT_SOURCE = "工会驿站";
