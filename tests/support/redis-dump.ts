import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What a Redis is started with whose files are looked through. Compressed, nothing would be found, nor be hidden
 * either.
 */
export const UNCOMPRESSED_FILES = ["--appendonly", "yes", "--appendfsync", "always", "--rdbcompression", "no"];

/** Everything that a Redis has written, of which there must be both kinds of files. */
export function keptFiles(folder: string): Buffer[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const kind of [".rdb", ".aof"]) {
    if (!files.some((file) => file.endsWith(kind))) throw new Error(`no ${kind} file in ${folder}`);
  }
  return files.map((file) => readFileSync(file));
}

/** Whether a text stands in one of the files, in any spelling. */
export function isIn(haystacks: readonly Buffer[], text: string): boolean {
  return formsOf(text).some((form) => haystacks.some((haystack) => haystack.includes(form)));
}

const IPV4 = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/g;
/** Four groups and more, or two with a gap; a time of day has three at the most, of two digits each. */
const IPV6 = /(?<![\da-f:])(?:(?:[\da-f]{1,4}:){3,7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,6}:(?:[\da-f]{1,4}|\/\d))/gi;
/** Redis writes its own addresses and versions into no file; loopback is where the tests themselves call from. */
const OWN = new Set(["127.0.0.1"]);

/** Everything in the files that reads as a network address. */
export function addressesIn(haystacks: readonly Buffer[]): string[] {
  const found = haystacks.flatMap((haystack) => {
    const text = haystack.toString("latin1");
    return [...(text.match(IPV4) ?? []), ...(text.match(IPV6) ?? [])];
  });
  return [...new Set(found)].filter((address) => !OWN.has(address));
}

/** Every way in which a text could stand in a file without being encrypted. */
function formsOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text);
  const escaped = (upper: boolean) =>
    [...text]
      .map((character) => {
        const code = character.charCodeAt(0);
        const hex = code.toString(16).padStart(4, "0");
        return code < 128 ? character : `\\u${upper ? hex.toUpperCase() : hex}`;
      })
      .join("");
  // Base64 of a text depends on how many bytes stand before it; the ends depend on what stands beside it.
  const base64 = [0, 1, 2].flatMap((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), utf8]).toString("base64");
    const certain = encoded.slice(before === 0 ? 0 : 4, -4);
    return [certain, certain.replaceAll("+", "-").replaceAll("/", "_")];
  });
  return [
    utf8,
    Buffer.from(text, "utf16le"),
    Buffer.from(text, "utf16le").swap16(),
    Buffer.from(utf8.toString("hex")),
    Buffer.from(utf8.toString("hex").toUpperCase()),
    Buffer.from(encodeURIComponent(text)),
    ...[true, false].map((upper) => Buffer.from(escaped(upper))),
    ...base64.map((encoded) => Buffer.from(encoded)),
  ];
}
