import { readShortCode } from "../../../../shared/people/short-code";
import { scannedText } from "../../navigation/scanned-text";

/** The code with which a page was opened: by our own link, or by one that was scanned. */
export function codeFromParams(params: Partial<Record<string, string>>, length: number): string | null {
  const text = params.code || scannedText(params);
  return text ? readShortCode(text, length) : null;
}
