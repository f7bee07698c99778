import { createCipheriv, hkdfSync, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readEnv } from "../../../api/env.js";
import { createTextSealer } from "../../../api/people/sealed-text.js";

const first = Buffer.alloc(32, 1).toString("base64");
const second = Buffer.alloc(32, 2).toString("base64");
const installed = createTextSealer({ current: first, old: [], identity: first });
const rotated = createTextSealer({ current: second, old: [first], identity: first });
const finished = createTextSealer({ current: second, old: [], identity: first });

describe("sealed text", () => {
  it("opens under the record and the key it was sealed for, and under no other", () => {
    const sealed = installed.seal("13812345678", "ws_a|contact");
    expect(installed.open(sealed, "ws_a|contact")).toBe("13812345678");
    for (const elsewhere of ["ws_b|contact", "ws_a|text", "ws_a", ""]) {
      expect(() => installed.open(sealed, elsewhere)).toThrow();
    }
    expect(() => finished.open(sealed, "ws_a|contact")).toThrow();
  });

  it("does not open when a character was changed", () => {
    const sealed = installed.seal("想要手套", "ws_a|text");
    // Not the last one: of its six bits only some belong to the text.
    for (const at of [sealed.length - 2, sealed.length - 20, 14]) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
      expect(() => installed.open(changed, "ws_a|text")).toThrow();
    }
  });

  it("never looks the same twice", () => {
    expect(installed.seal("想要手套", "ws_a|text")).not.toBe(installed.seal("想要手套", "ws_a|text"));
  });

  it("opens under an old key while that is in the ring, and knows that it is not the present one", () => {
    const sealed = installed.seal("想要手套", "ws_a|text");
    expect(rotated.open(sealed, "ws_a|text")).toBe("想要手套");
    expect([installed.isCurrent(sealed), rotated.isCurrent(sealed)]).toEqual([true, false]);
    const anew = rotated.seal("想要手套", "ws_a|text");
    expect(finished.open(anew, "ws_a|text")).toBe("想要手套");
  });

  it("opens what the first version sealed, which named no key", () => {
    const key = Buffer.from(hkdfSync("sha256", Buffer.from(first, "base64"), "", "yizhan seal", 32));
    const nonce = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from("us_a"));
    const body = Buffer.concat([cipher.update("o-openid", "utf8"), cipher.final()]);
    const sealed = `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
    expect([installed.open(sealed, "us_a"), rotated.open(sealed, "us_a")]).toEqual(["o-openid", "o-openid"]);
    expect(installed.isCurrent(sealed)).toBe(false);
    expect(() => finished.open(sealed, "us_a")).toThrow();
  });

  it("takes fingerprints under the identity key, whatever key seals", () => {
    expect(rotated.fingerprint("wechat:o-x")).toBe(installed.fingerprint("wechat:o-x"));
    expect(finished.fingerprint("wechat:o-x")).toBe(installed.fingerprint("wechat:o-x"));
  });
});

describe("the keys in the environment", () => {
  const settings = { TOKEN_SECRET: "x".repeat(32), REDIS_URL: "redis://a", PUBLIC_URL: "https://yizhan.example" };

  it("are one key for everything, as installations had it", () => {
    expect(readEnv({ ...settings, ENCRYPTION_KEY: first }).keyRing).toEqual({
      current: first,
      old: [],
      identity: first,
    });
  });

  it("are rotated without anybody becoming somebody else", () => {
    const rotation = { ENCRYPTION_KEY: second, ENCRYPTION_KEYS_OLD: first };
    expect(() => readEnv({ ...settings, ...rotation })).toThrow("IDENTITY_KEY");
    const { keyRing } = readEnv({ ...settings, ...rotation, IDENTITY_KEY: first });
    expect(keyRing).toEqual({ current: second, old: [first], identity: first });
  });

  it("are refused when one is too short", () => {
    expect(() => readEnv({ ...settings, ENCRYPTION_KEY: first, ENCRYPTION_KEYS_OLD: `${second},c2hvcnQ=` })).toThrow(
      "ENCRYPTION_KEYS_OLD",
    );
  });
});
