import { createHash } from "node:crypto";

/** Of all that this program names: never to be changed, since ids that others keep come from it. */
const NAMESPACE = Buffer.from("6f0f7f0c8a1d5c1e9a5b6f2c40d1b7e3", "hex");

/** A name-based UUID (RFC 9562, version 5): the same name gives the same id, on every installation. */
export function uuidV5(name: string): string {
  const bytes = createHash("sha1").update(NAMESPACE).update(name, "utf8").digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
