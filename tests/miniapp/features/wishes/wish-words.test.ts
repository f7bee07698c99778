import { describe, expect, it } from "vitest";
import { dueWords } from "../../../../miniapp/src/features/wishes/wish-desk-words.js";
import {
  historyWords,
  maskedName,
  maskedPhone,
  nextStepWords,
  saidWords,
  WISH_STATE_WORDS,
  type WishStanding,
} from "../../../../miniapp/src/features/wishes/wish-words.js";
import { WISH_STATES, type WishStep } from "../../../../shared/wishes/wish-states.js";
import { cst, cstText } from "../../support/given.js";

const NOW = cst("2026-11-18T10:00");
function next(standing: Partial<WishStanding>): string {
  return nextStepWords({ state: "claimed", due: null, pickup: null, referredTo: null, ...standing }, NOW);
}

describe("the next step of a wish", () => {
  it.each([
    ["submitted", "2026-11-20T10:00", "工会最迟 11月20日 看完，给你回话"],
    ["approved", "2026-11-25T10:00", "工会同意了，最迟 11月25日 有人认领"],
    ["need_info", "2026-12-02T10:00", "你答了，工会才好接着办。12月2日 前没回话，就先收起来"],
    ["claimed", "2026-12-03T10:00", "已认领，工会最迟 12月3日 给你准备好"],
    ["delivered", "2026-12-10T10:00", "拿到了就点一下；12月10日 前没说不对，就算办好了"],
    // An instant is a day in Beijing, also where the phone is elsewhere.
    ["claimed", "2026-12-03T00:30", "已认领，工会最迟 12月3日 给你准备好"],
  ] as const)("%s by %s: %s", (state, due, words) => {
    expect(next({ state, due: cstText(due) })).toBe(words);
  });

  it.each(["submitted", "approved", "claimed"] as const)("never promises a day that is over: %s", (state) => {
    expect(next({ state, due: cstText("2026-11-18T10:00") })).not.toMatch(/最迟|月/);
  });

  it("says where and when to collect it", () => {
    const pickup = { stationName: "丽景街驿站", window: "9点到18点" };
    expect(next({ state: "ready", pickup })).toBe("带上取货码，到丽景街驿站拿：9点到18点");
    expect(next({ state: "ready", pickup: { ...pickup, window: null } })).toBe("带上取货码，到丽景街驿站拿");
  });

  it("has words for every state, none of them a failure without a way on", () => {
    for (const state of WISH_STATES) {
      expect(next({ state, due: cstText("2026-12-03T10:00") })).not.toMatch(/undefined|null|失败/);
      expect(WISH_STATE_WORDS[state].text).not.toBe("");
    }
  });
});

it.each<[WishStep, "worker" | "helper" | "keeper" | "handler" | "system", boolean, string]>([
  ["submit", "worker", true, "许了这个心愿"],
  ["submit", "helper", true, "你帮忙许了这个心愿"],
  ["submit", "helper", false, "驿站的人帮忙许了这个心愿"],
  ["deliver", "keeper", false, "站长对过取货码，交到手里了"],
  ["deliver", "handler", false, "工会说交到手里了"],
  ["lapse", "system", false, "到日子没办好，自动交回来了，等下一个人"],
])("tells %s by %s (mine: %s) as %s", (step, by, mine, words) => {
  expect(historyWords({ step, by, mine, to: "approved" })).toBe(words);
});

it("joins the reason and the words, and leaves out 其他，which says nothing", () => {
  expect(saidWords({ reason: "东西不对", words: "是左手的" })).toBe("东西不对：是左手的");
  expect(saidWords({ reason: "其他", words: "太远" })).toBe("太远");
  expect(saidWords({ reason: null, words: null })).toBeNull();
});

it("shows of a phone and a name only what one knows one's own by", () => {
  expect(maskedPhone("13895071234")).toBe("138****1234");
  expect(maskedPhone("12345")).toBe("****");
  expect(maskedName("马建国")).toBe("马**");
});

it.each([
  [null, false, null],
  ["2026-12-03T10:00", false, "最迟 12月3日"],
  ["2026-11-18T09:00", true, "! 超期了"],
  ["2026-11-15T09:00", true, "! 超期 3 天"],
] as const)("tells officers of a deadline %s (overdue: %s): %s", (due, isOverdue, words) => {
  expect(dueWords({ due: due && cstText(due), isOverdue, state: "claimed" }, NOW)).toBe(words);
});

it("promises officers' time for nothing that waits for its worker", () => {
  const due = cstText("2026-12-03T10:00");
  for (const state of ["need_info", "delivered"] as const) {
    expect(dueWords({ due, isOverdue: false, state }, NOW)).toBe("等到 12月3日");
  }
});
