import { beforeEach, expect, it } from "vitest";
import { inputOf } from "../../../../miniapp/src/features/wishes/desk/desk-moves.js";
import {
  EMPTY_DRAFT,
  keepDraftOf,
  missingOf,
  readDraft,
  type WishDraft,
  wishOf,
} from "../../../../miniapp/src/features/wishes/wish-draft.js";
import { newPhone } from "../../support/taro.js";

const WRITTEN: WishDraft = {
  ...EMPTY_DRAFT,
  category: "health",
  text: " 想要一副老花镜 ",
  station: { id: "st_given", name: "丽景街驿站" },
};

beforeEach(newPhone);

it.each<[Partial<WishDraft>, boolean, string | null]>([
  [{}, false, null],
  [{ category: null }, false, "点一下想要哪一类"],
  [{ text: "  " }, false, "写一句想要什么"],
  [{ station: null }, false, "选一个到哪里拿"],
  [{ category: "station", station: null }, false, "选一下是哪个驿站"],
  [{ name: "马师傅" }, false, "写上电话，不然找不到你"],
  [{ phone: "13895071234" }, false, "写上怎么称呼你"],
  [{ name: "马师傅", phone: "138" }, false, "电话号码不对，看看是不是少了一位"],
  [{ name: "马师傅", phone: "138 9507-1234" }, false, null],
  [{}, true, "写上他怎么称呼"],
  [{ name: "老纳" }, true, null],
])("says what is missing: %j (for somebody else: %s): %s", (changed, forOther, words) => {
  expect(missingOf({ ...WRITTEN, ...changed }, forOther)?.words ?? null).toBe(words);
});

it("names the field in which something is missing", () => {
  const at = (changed: Partial<WishDraft>) => missingOf({ ...WRITTEN, ...changed }, false)?.field;
  expect([at({ category: null }), at({ text: "" }), at({ station: null }), at({ name: "马师傅" })]).toEqual([
    "category",
    "text",
    "station",
    "phone",
  ]);
});

it("sends what was written, and nothing that was left empty", () => {
  expect(wishOf(WRITTEN, { forOther: false, insist: false })).toEqual({
    category: "health",
    text: "想要一副老花镜",
    stationId: "st_given",
    public: false,
    forOther: false,
  });
  const reached = { ...WRITTEN, name: "马师傅", phone: "13895071234", isPublic: true };
  expect(wishOf(reached, { forOther: false, insist: true })).toMatchObject({
    contact: { name: "马师傅", phone: "13895071234" },
    public: true,
    insist: true,
  });
  expect(wishOf({ ...WRITTEN, station: null }, { forOther: false, insist: false })).toBeNull();
});

it("turns what the server would not take into a draft again", () => {
  keepDraftOf({ category: "health", text: "想要", stationId: "st_given", contact: { name: "马师傅" }, public: true });
  expect(readDraft()).toEqual({ ...EMPTY_DRAFT, category: "health", text: "想要", name: "马师傅", isPublic: true });
});

it("asks of an officer's move what it cannot do without, and sends only what belongs to it", () => {
  expect(inputOf("reject", { words: "太贵" })).toBeNull();
  expect(inputOf("reject", { reason: "over_cap", words: " " })).toMatchObject({ reason: "over_cap", words: undefined });
  expect(inputOf("refer", { reason: "legal_aid" })).toMatchObject({ where: "legal_aid" });
  expect(inputOf("approve", { cost: "不知道" })).toBeNull();
  expect(inputOf("approve", { cost: "90", code: "ABC346" })).toEqual({ costYuan: 90 });
  expect(inputOf("ask", { question: "" })).toBeNull();
});
