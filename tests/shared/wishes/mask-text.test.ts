import { describe, expect, it } from "vitest";
import { HIDDEN_LINK, HIDDEN_NUMBER, leadsSomewhere, maskText } from "../../../shared/wishes/mask-text.js";

describe("masking", () => {
  it.each([
    "13812345678",
    "138 1234 5678",
    "138-1234-5678",
    "+86 138 1234 5678",
    "(0951)6012345",
    "0951-6012345",
    "6012345",
    "\uFF11\uFF13\uFF18\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16\uFF17\uFF18",
    "一三八一二三四五六七八",
    "幺三八 幺二三四 五六七八",
    "1三8一2三4五6七8",
    "①③⑧①②③④⑤⑥⑦⑧",
    "1、3、8、1、2、3、4、5、6、7、8",
    "壹叁捌壹贰叁肆伍陆柒捌",
    "13812O45678",
  ])("hides the number %s", (number) => {
    expect(maskText(`打 ${number} 找我`)).toBe(`打 ${HIDDEN_NUMBER} 找我`);
  });

  it.each([
    "https://example.com/a?b=1",
    "http://1.2.3.4",
    "www.example.cn",
    "example.com",
    "m.tb.cn/h.abc",
    "a.b@qq.com",
  ])("hides the link %s", (link) => {
    expect(maskText(`看 ${link} 这个`)).toBe(`看 ${HIDDEN_LINK} 这个`);
  });

  it.each(["微信号：abc_12345", "加我微信 ma12345", "QQ 12345678"])("hides the account in %s", (text) => {
    expect(maskText(text)).toContain(HIDDEN_NUMBER);
  });

  it.each([
    "想要一副 42 码的防寒手套",
    "鞋 260 毫米，预算 100 到 200 元",
    "2026 年 11 月 24 日前要",
    "2026-11-24 前要",
    "孩子上 3 年级 2 班，要 1 盏台灯",
    "一家三口，两个孩子",
    "电动车 72V20AH，冬天只能跑 30 公里",
    "六点到八点有空",
  ])("leaves %s as it is", (text) => {
    expect(maskText(text)).toBe(text);
    expect(leadsSomewhere(text)).toBe(false);
  });
});
