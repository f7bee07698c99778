import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

export interface TextSealer {
  /** Encrypts a text that belongs to one record: under another record's id it does not open. */
  seal: (text: string, recordId: string) => string;
  /** Throws when the text was changed, belongs to another record, or was sealed under another key. */
  open: (sealed: string, recordId: string) => string;
  /** 32 hex characters that are the same for the same text, from which nobody without the key finds the text. */
  fingerprint: (text: string) => string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FINGERPRINT_CHARACTERS = 32;

/**
 * Encrypts personal data with AES-256-GCM, bound to the record it belongs to. Each purpose has a key of its own, derived
 * from the installation's.
 *
 * @param encryptionKey 32 bytes in base64
 */
export function createTextSealer(encryptionKey: string): TextSealer {
  const derived = (purpose: string) =>
    Buffer.from(hkdfSync("sha256", Buffer.from(encryptionKey, "base64"), "", `yizhan ${purpose}`, 32));
  const sealingKey = derived("seal");
  const fingerprintKey = derived("fingerprint");
  return {
    seal: (text, recordId) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", sealingKey, nonce).setAAD(Buffer.from(recordId));
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
    },
    open: (sealed, recordId) => {
      const bytes = Buffer.from(sealed.slice("v1.".length), "base64url");
      const tagEnd = NONCE_BYTES + TAG_BYTES;
      const decipher = createDecipheriv("aes-256-gcm", sealingKey, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(recordId))
        .setAuthTag(bytes.subarray(NONCE_BYTES, tagEnd));
      return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]).toString("utf8");
    },
    fingerprint: (text) =>
      createHmac("sha256", fingerprintKey).update(text).digest("hex").slice(0, FINGERPRINT_CHARACTERS),
  };
}
