import { CLASS_CATEGORY_LABELS, type ClassCategory } from "../../../../../shared/classes/class-category";
import { ChipRow } from "../../../ui/chip-row";
import type { ClassFilters, DayPart } from "./timetable-query";

const DAY_PARTS: [DayPart, string][] = [
  ["morning", "上午"],
  ["afternoon", "下午"],
  ["evening", "晚上"],
];
const DISTANCES: [number, string][] = [
  [1_000, "1 公里内"],
  [3_000, "3 公里内"],
];

interface ClassFilterRowProps {
  filters: ClassFilters;
  /** The kinds there are to choose from. */
  categories: readonly ClassCategory[];
  /** Whether the phone knows from where to measure. */
  hasOrigin: boolean;
  onChange: (filters: ClassFilters) => void;
}

/** Room, time of day, distance and kind; of the last three one each, and a second tap takes it away. */
export function ClassFilterRow({ filters, categories, hasOrigin, onChange }: ClassFilterRowProps) {
  const { withSeats, part, withinMetres, category } = filters;
  const chips = [
    { key: "seats", label: "还有名额", on: withSeats, press: () => onChange({ ...filters, withSeats: !withSeats }) },
    ...DAY_PARTS.map(([one, label]) => ({
      key: one,
      label,
      on: part === one,
      press: () => onChange({ ...filters, part: part === one ? null : one }),
    })),
    ...(hasOrigin ? DISTANCES : []).map(([metres, label]) => ({
      key: String(metres),
      label,
      on: withinMetres === metres,
      press: () => onChange({ ...filters, withinMetres: withinMetres === metres ? null : metres }),
    })),
    ...categories.map((one) => ({
      key: one,
      label: CLASS_CATEGORY_LABELS[one],
      on: category === one,
      press: () => onChange({ ...filters, category: category === one ? null : one }),
    })),
  ];
  return <ChipRow label="筛选" chips={chips} first={1} />;
}
