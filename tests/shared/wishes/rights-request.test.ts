import { describe, expect, it } from "vitest";
import { isRightsRequest } from "../../../shared/wishes/rights-request.js";
import { WISH_CATEGORIES } from "../../../shared/wishes/wish-category.js";
import { readReason } from "../../../shared/wishes/wish-reasons.js";

describe("a matter of rights", () => {
  it.each([
    "老板拖欠我三个月工资",
    "工资三个月没发了",
    "干了半年，血汗钱要不回来",
    "站点欠薪，找不到人",
    "送餐的时候摔伤了，没人管",
    "在工地干活砸伤了脚",
    "想问工伤怎么认定",
    "公司没签劳动合同",
  ])("is seen in: %s", (text) => {
    expect(isRightsRequest({ category: "groceries", text })).toBe(true);
  });

  it.each([
    "工资低，想要一副防寒手套",
    "想给女儿买一盏台灯",
    "电动车头盔摔坏了，想要一个新的",
    "冬天送餐手冻伤，想要护手霜",
    "想学理发，以后多挣点工资",
  ])("is not seen in: %s", (text) => {
    expect(isRightsRequest({ category: "warm_clothing", text })).toBe(false);
  });

  it("is every wish of that category", () => {
    expect(isRightsRequest({ category: "rights", text: "想请人帮忙" })).toBe(true);
  });
});

describe("the categories", () => {
  it("stand in the order they are offered in", () => {
    expect(WISH_CATEGORIES.map(({ label }) => label).join("·")).toBe(
      "防寒鞋服·小家电·粮油日用·车辆装备·孩子学习·健康·技能学习·家庭纪念·驿站改善·权益求助",
    );
  });
});

describe("a reason", () => {
  it("is one of the list, or words of one's own", () => {
    expect(readReason("reject", "cash")).toEqual({ key: "cash", words: null });
    expect(readReason("reject", "太贵了")).toEqual({ key: "other", words: "太贵了" });
    expect(readReason("refer", "12351")).toEqual({ key: "12351", words: null });
    expect(readReason("release", undefined)).toEqual({ key: null, words: null });
  });
});
