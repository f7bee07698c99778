import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** The installation's keys, each 32 bytes in base64. */
export interface KeyRing {
  /** Seals from now on. */
  current: string;
  /** Still open what was sealed under them, until a job has sealed it anew. */
  old: readonly string[];
  /** Ids of accounts and fingerprints come from it: it must never change. */
  identity: string;
}

export interface TextSealer {
  /** Encrypts a text that belongs to one record: under another record's id it does not open. */
  seal: (text: string, recordId: string) => string;
  /** Throws when the text was changed, belongs to another record, or was sealed under a key that is not in the ring. */
  open: (sealed: string, recordId: string) => string;
  /** Whether a text is sealed under the present key. */
  isCurrent: (sealed: string) => boolean;
  /** Names the present key without telling anything of it. */
  currentKeyId: string;
  /** Whether what was sealed under the key of this id can be opened. */
  holdsKey: (keyId: string) => boolean;
  /** 32 hex characters that are the same for the same text, from which nobody without the key finds the text. */
  fingerprint: (text: string) => string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FINGERPRINT_CHARACTERS = 32;
const KEY_ID_CHARACTERS = 8;
/** `v2.<id of the key>.<nonce, tag and ciphertext>`; the first version did not say under which key it was sealed. */
const FORMAT = /^(?:v1|v2\.([0-9a-f]+))\.([\w-]+)$/;

/**
 * Encrypts personal data with AES-256-GCM, bound to the record it belongs to. Each purpose has a key of its own, derived
 * from the installation's.
 */
export function createTextSealer({ current, old, identity }: KeyRing): TextSealer {
  const keyById = new Map([current, ...old].map(sealingKey).map((key) => [keyIdOf(key), key]));
  const currentKey = sealingKey(current);
  const currentKeyId = keyIdOf(currentKey);
  const fingerprintKey = derived(identity, "fingerprint");
  return {
    currentKeyId,
    seal: (text, recordId) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", currentKey, nonce).setAAD(Buffer.from(recordId));
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return `v2.${currentKeyId}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
    },
    open: (sealed, recordId) => {
      const [, keyId, body = ""] = FORMAT.exec(sealed) ?? [];
      const bytes = Buffer.from(body, "base64url");
      if (keyId !== undefined) {
        const key = keyById.get(keyId);
        if (key === undefined) throw new Error("sealed under a key that is not in the ring");
        return opened(bytes, recordId, key);
      }
      return openedByOneOf([...keyById.values()], bytes, recordId);
    },
    isCurrent: (sealed) => FORMAT.exec(sealed)?.[1] === currentKeyId,
    holdsKey: (keyId) => keyById.has(keyId),
    fingerprint: (text) =>
      createHmac("sha256", fingerprintKey).update(text).digest("hex").slice(0, FINGERPRINT_CHARACTERS),
  };
}

function derived(key: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", Buffer.from(key, "base64"), "", `yizhan ${purpose}`, 32));
}

function sealingKey(key: string): Buffer {
  return derived(key, "seal");
}

function keyIdOf(key: Buffer): string {
  return createHmac("sha256", key).update("yizhan key id").digest("hex").slice(0, KEY_ID_CHARACTERS);
}

function opened(bytes: Buffer, recordId: string, key: Buffer): string {
  const tagEnd = NONCE_BYTES + TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(recordId))
    .setAuthTag(bytes.subarray(NONCE_BYTES, tagEnd));
  return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]).toString("utf8");
}

function openedByOneOf(ring: readonly Buffer[], bytes: Buffer, recordId: string): string {
  for (const key of ring) {
    try {
      return opened(bytes, recordId, key);
    } catch {
      // Sealed under another key of the ring, or not ours at all: said below.
    }
  }
  throw new Error("opens under no key of the ring");
}
