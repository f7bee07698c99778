import { expect, it } from "vitest";
import { serviceWords } from "../../../../../miniapp/src/features/stations/services/service-words.js";
import { cst } from "../../../support/given.js";

// 2026-03-03 is a Tuesday.
const NOW = cst("2026-03-03T13:50");
const time = { onArrival: false, until: null, startsAt: null, isDoorKnown: true } as const;

it.each([
  [{ ...time, onArrival: true, until: cst("2026-03-03T16:00") }, "now", "现在有，到 16:00"],
  [
    { ...time, onArrival: true, startsAt: cst("2026-03-03T14:00"), until: cst("2026-03-03T16:00") },
    "now",
    "14:00 开始，到了正好，到 16:00",
  ],
  [{ ...time, onArrival: true, until: cst("2026-03-04T00:00") }, "now", "现在有，到 24:00"],
  [{ ...time, startsAt: cst("2026-03-03T14:00") }, "later", "今天 14:00 开始"],
  [{ ...time, startsAt: cst("2026-03-06T14:00") }, "later", "周五 14:00 开始"],
  [{ ...time, startsAt: cst("2026-03-10T14:00") }, "later", "3月10日 14:00 开始"],
  [{ ...time, startsAt: cst("2026-03-03T14:00"), isDoorKnown: false }, "later", "今天 14:00 开始，到时门开没开不知道"],
  [{ ...time, onArrival: null, isDoorKnown: false }, "unknown", "门开没开不知道，先问问"],
  [{ ...time, onArrival: null }, "unknown", "这会儿有没有，不知道"],
  [time, "later", "最近两周没有"],
])("says of %j: %s", (given, tone, text) => {
  expect(serviceWords(given, NOW)).toMatchObject({ tone, text });
});
