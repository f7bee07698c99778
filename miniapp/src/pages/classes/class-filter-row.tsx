import { ScrollView, View } from "@tarojs/components";
import { CLASS_CATEGORY_LABELS, type ClassCategory } from "../../../../shared/classes/category";
import { accessible } from "../../accessibility/accessible";
import { Chip } from "../../components/chip";
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
  return (
    <ScrollView className="filters" scrollX enhanced showScrollbar={false}>
      <View className="filters-row" {...accessible({ role: "group", label: "筛选" })}>
        <Chip on={withSeats} onPress={() => onChange({ ...filters, withSeats: !withSeats })}>
          还有名额
        </Chip>
        {DAY_PARTS.map(([one, label]) => (
          <Chip key={one} on={part === one} onPress={() => onChange({ ...filters, part: part === one ? null : one })}>
            {label}
          </Chip>
        ))}
        {hasOrigin
          ? DISTANCES.map(([metres, label]) => (
              <Chip
                key={metres}
                on={withinMetres === metres}
                onPress={() => onChange({ ...filters, withinMetres: withinMetres === metres ? null : metres })}
              >
                {label}
              </Chip>
            ))
          : null}
        {categories.map((one) => (
          <Chip
            key={one}
            on={category === one}
            onPress={() => onChange({ ...filters, category: category === one ? null : one })}
          >
            {CLASS_CATEGORY_LABELS[one]}
          </Chip>
        ))}
      </View>
    </ScrollView>
  );
}
