import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, inject, it } from "vitest";
import { barsOf } from "./support/bars.js";
import { FAR, ME, NEAR, NEARBY, STATION } from "./support/places.js";
import type { Program } from "./support/program.js";
import { Phone, testWechat } from "./support/wechat.js";

const wechat = testWechat();
let phone: Phone;

beforeEach(async () => {
  await wechat.test.store(NEAR, FAR);
  phone = new Phone();
  phone.privacyAgreed = true;
});

describe("WeChat's size of text", () => {
  const isLarge = (program: Program) => program.page.count("large-text") === 1;

  it.each([
    [16, false],
    [17, false],
    [18, true],
    [23, true],
  ])("of %i px: 大字 by itself is %s, on every page", async (fontSize, expected) => {
    phone.fontSize = fontSize;
    const program = wechat.open(phone);
    await program.shows("用我的位置");
    expect(isLarge(program)).toBe(expected);
    await program.openTab(ME);
    await program.shows("大字");
    expect(isLarge(program)).toBe(expected);
    expect(program.errors).toEqual([]);
  });

  it.each([
    [23, false],
    [17, true],
  ])("of %i px is outranked by what a person chose here, also after a restart", async (fontSize, chosen) => {
    phone.fontSize = fontSize;
    const program = wechat.open(phone, { path: ME });
    await program.tap(/^大字/);
    await program.until((page) => (page.count("large-text") === 1) === chosen, "the other size");
    const again = wechat.open(phone, { path: NEARBY });
    await again.shows("用我的位置");
    expect(isLarge(again)).toBe(chosen);
  });

  it("that is too small is made 大字 on the first screen, and small again", async () => {
    phone.fontSize = 17;
    const program = wechat.open(phone);
    await program.tap("字太小？换成大字");
    await program.until((page) => page.count("large-text") === 1, "大字");
    await program.tap("换回普通字");
    await program.until((page) => page.count("large-text") === 0, "the usual size");
    expect(program.errors).toEqual([]);
  });

  it("is followed anew at each start by somebody who chose nothing", async () => {
    phone.fontSize = 23;
    await wechat.open(phone).shows("用我的位置");
    phone.fontSize = 17;
    const again = wechat.open(phone);
    await again.shows("用我的位置");
    expect(isLarge(again)).toBe(false);
  });
});

describe("WeChat's theme", () => {
  it.each(["light", "dark"] as const)(
    "%s: the package has a colour and a picture for everything that is themed",
    (theme) => {
      const folder = inject("packages").precise;
      const { colours, pictures } = barsOf(folder, theme);
      for (const colour of Object.values(colours)) expect(colour).toMatch(/^(?:#[0-9A-F]{6}|black|white|dark|light)$/);
      expect(pictures).toHaveLength(8);
      for (const picture of pictures) expect(existsSync(join(folder, picture))).toBe(true);
    },
  );

  it("changes every colour and picture of the bars", () => {
    const folder = inject("packages").precise;
    const [light, dark] = [barsOf(folder, "light"), barsOf(folder, "dark")];
    for (const [name, colour] of Object.entries(light.colours))
      expect([name, dark.colours[name]]).not.toEqual([name, colour]);
    expect(dark.pictures.filter((picture) => light.pictures.includes(picture))).toEqual([]);
  });

  it("that changes while a page is open leaves the page as it was, and the program runs on", async () => {
    phone.theme = "dark";
    const program = wechat.open(phone);
    await program.tap("用我的位置");
    await program.shows(NEAR.name);
    program.setTheme("light");
    program.setTheme("dark");
    await program.tap(new RegExp(`^${FAR.name}`));
    await program.at(STATION);
    await program.shows("带我去");
    expect(program.errors).toEqual([]);
  });
});
