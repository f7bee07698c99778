// @ts-check
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** Made by builds and installations, not sources. */
const MADE = new Set(["node_modules", "dist", "dist.fingerprint", ".swc"]);

/**
 * One value for everything a build is made of.
 * @param {string} root the repository's folder
 * @param {readonly string[]} sources files and folders, from the root
 * @param {readonly string[]} [settings] what else decides what is built
 */
export function sourceFingerprint(root, sources, settings = []) {
  const hash = createHash("sha256");
  for (const setting of settings) hash.update(`${setting}\0`);
  for (const source of sources) {
    for (const file of filesUnder(path.join(root, source))) {
      const content = readFileSync(file);
      hash.update(`${path.relative(root, file)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest("hex");
}

/**
 * @param {string} place a file or a folder
 * @returns {string[]} its files, in an order that is the same everywhere
 */
export function filesUnder(place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => !MADE.has(entry.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => filesUnder(path.join(place, entry.name)));
}
