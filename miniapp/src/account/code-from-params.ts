import { readShortCode } from "../../../shared/people/short-code";

/**
 * The code with which a page was opened: by our own link, or by WeChat from a scanned address, which it hands over whole
 * and encoded as `q`.
 */
export function codeFromParams(params: Partial<Record<string, string>>, length: number): string | null {
  const { code, q } = params;
  if (code) return readShortCode(code, length);
  return q ? readShortCode(decodeURIComponent(q), length) : null;
}
