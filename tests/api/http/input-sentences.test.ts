import { describe, expect, it } from "vitest";
import { z } from "zod";
import { inputSentence } from "../../../api/http/input-sentences.js";
import { AMENITY_KINDS } from "../../../shared/amenities/amenity.js";

const Input = z.strictObject({
  name: z.string().min(1).max(3),
  kind: z.enum(["a", "b"]),
  state: z.enum(["working", "open"]),
  amenities: z.array(z.enum(AMENITY_KINDS)),
  invited: z.discriminatedUnion("role", [
    z.object({ role: z.literal("keeper") }),
    z.object({ role: z.literal("officer") }),
  ]),
  seats: z.number().positive().max(9),
  days: z.array(z.int()).max(1),
  on: z.iso.date(),
  at: z.union([z.literal("home"), z.object({ street: z.string() })]),
});
const right = {
  name: "王",
  kind: "a",
  state: "open",
  amenities: [],
  invited: { role: "keeper" },
  seats: 1,
  days: [],
  on: "2026-11-23",
  at: "home",
};

/** What is said of one field that is wrong. */
function said(field: string, value: unknown): string | undefined {
  return Input.safeParse({ ...right, [field]: value }, { error: inputSentence }).error?.issues[0]?.message;
}

describe("what people read about a field", () => {
  it("is nothing where all is right", () => {
    expect(said("name", "王")).toBeUndefined();
  });

  it.each([
    ["name", undefined, "还没填"],
    ["name", "", "还没填"],
    ["name", 7, "要写成文字"],
    ["name", "王小二三", "字数不能多于 3"],
    ["kind", undefined, "还没填"],
    ["kind", "c", "只能选：a、b"],
    ["state", "sleeping", "只能选：好的(working)、还没办完的(open)"],
    ["invited", { role: "king" }, "只能选：站长(keeper)、工会干部(officer)"],
    ["seats", "7", "要是一个数"],
    ["seats", 0, "要大于 0"],
    ["seats", 10, "不能多于 9"],
    ["days", [1, 2], "项数不能多于 1"],
    ["days", [1.5], "要是一个整数"],
    ["on", "下周一", "写法不对"],
    ["at", undefined, "还没填"],
    ["at", "work", "写法不对"],
  ])("%s: %j is answered %s", (field, value, sentence) => {
    expect(said(field, value)).toBe(sentence);
  });

  it("names a dozen of many choices, and how many there are", () => {
    expect(said("amenities", ["piano"])).toMatch(/^只能选：桌椅\(seat\)、.*……一共 \d+ 种$/);
  });

  it("leaves a schema's own sentence as it is", () => {
    const Code = z.string().regex(/^x/, { error: "要以 x 开头" });
    expect(Code.safeParse("y", { error: inputSentence }).error?.issues[0]?.message).toBe("要以 x 开头");
  });
});
