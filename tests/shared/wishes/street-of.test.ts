import { describe, expect, it } from "vitest";
import { streetOf } from "../../../shared/wishes/street-of.js";

describe("the street of an address", () => {
  it.each([
    ["银川市兴庆区丽景街街道银虹社区", "丽景街街道"],
    ["宁夏回族自治区银川市兴庆区玉皇阁北街街道高台寺社区", "玉皇阁北街街道"],
    ["兴庆区 新华东街 12 号", "新华东街"],
    ["银川市兴庆区大新镇塔桥村", "大新镇"],
    ["北京东路公交站旁", "北京东路"],
    ["郑州市郑东新区商务大道 3 号", "商务大道"],
    ["丽景街 1 号", "丽景街"],
    ["银川市兴庆区第十中学旁，原垃圾中转站", "未写明"],
    ["", "未写明"],
  ])("%s is %s", (address, street) => {
    expect(streetOf(address)).toBe(street);
  });
});
