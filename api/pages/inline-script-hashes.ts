import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";

const known = new Map<string, { readAt: number; hashes: string }>();

/**
 * The scripts written inside a page, as sources for a content security policy: `'sha256-…' 'sha256-…'`.
 *
 * Read again when the file changes; empty when there is none.
 */
export function inlineScriptHashes(pageFile: string): string {
  const changedAt = statSync(pageFile, { throwIfNoEntry: false })?.mtimeMs;
  if (changedAt === undefined) return "";
  const last = known.get(pageFile);
  if (last?.readAt === changedAt) return last.hashes;
  const hashes = hashScripts(readFileSync(pageFile, "utf8"));
  known.set(pageFile, { readAt: changedAt, hashes });
  return hashes;
}

function hashScripts(page: string): string {
  const scripts = page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi);
  return [...scripts]
    .map(([, content = ""]) => `'sha256-${createHash("sha256").update(content, "utf8").digest("base64")}'`)
    .join(" ");
}
