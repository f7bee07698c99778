import type { z } from "zod";
import { choiceSentence } from "./choice-words.js";

const EXPECTED: Partial<Record<string, string>> = {
  string: "要写成文字",
  number: "要是一个数",
  int: "要是一个整数",
  boolean: "要是“是”或“否”(true 或 false)",
  array: "要是一列",
  object: "写法不对",
};

/**
 * What is wrong with a field, as a person says it. A schema's own sentence goes before it; for what is not named here,
 * zod's own words stand.
 */
export const inputSentence: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined) return "还没填";
  switch (issue.code) {
    case "invalid_type":
      return EXPECTED[issue.expected];
    case "invalid_value":
      return choiceSentence(issue.values, issue.path ?? []);
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) return "还没填";
      return issue.inclusive ? `${subject(issue.origin)}少于 ${issue.minimum}` : `要大于 ${issue.minimum}`;
    case "too_big":
      return issue.inclusive ? `${subject(issue.origin)}多于 ${issue.maximum}` : `要小于 ${issue.maximum}`;
    case "invalid_union":
      return "options" in issue && Array.isArray(issue.options)
        ? choiceSentence(issue.options, issue.path ?? [])
        : "写法不对";
    case "invalid_format":
    case "invalid_key":
    case "invalid_element":
      return "写法不对";
    default:
      return undefined;
  }
};

function subject(origin: string): string {
  if (origin === "string") return "字数不能";
  return origin === "array" || origin === "set" ? "项数不能" : "不能";
}
