import { gzipSync } from "node:zlib";

/** Below it nothing is won: it is one packet anyway. */
const LEAST_BYTES = 1_024;
/** What is larger would hold up everybody else, and is compressed as a stream, in a thread of its own. */
const MOST_CHARACTERS = 64 * 1_024;
/** A window and tables of an answer's size: making the usual ones takes longer than filling them. */
const FAST = { level: 1, windowBits: 14, memLevel: 7 } as const;

/**
 * Compressed at one go, for an answer that is asked for often: a stream of its own takes five times as long.
 *
 * @returns null where that is not worth it, or would take too long
 */
export function gzipped(text: string): Buffer | null {
  if (text.length > MOST_CHARACTERS) return null;
  const bytes = Buffer.from(text);
  return bytes.length < LEAST_BYTES ? null : gzipSync(bytes, FAST);
}

/** Whether somebody who sends this `Accept-Encoding` takes a coding: named, or any, and not with a weight of nothing. */
export function takes(coding: "gzip" | "br", acceptEncoding: string | undefined): boolean {
  if (acceptEncoding === undefined) return false;
  const weights = new Map(acceptEncoding.split(",").map(weightOf));
  return (weights.get(coding) ?? weights.get("*") ?? 0) > 0;
}

function weightOf(coding: string): [name: string, weight: number] {
  const [name = "", ...parameters] = coding.toLowerCase().split(";");
  const weight = parameters.map((parameter) => /^\s*q\s*=\s*([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
  return [name.trim(), weight === undefined ? 1 : Number(weight)];
}
