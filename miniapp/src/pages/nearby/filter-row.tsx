import { ScrollView, View } from "@tarojs/components";
import { AMENITIES, type AmenityKind } from "../../../../shared/amenities/amenity";
import { accessible } from "../../accessibility/accessible";
import { Chip } from "../../components/chip";
import type { NearbyFilters } from "./nearby-query";

interface FilterRowProps {
  filters: NearbyFilters;
  /** What some station within reach has, most common first. */
  offered: readonly AmenityKind[];
  onChange: (filters: NearbyFilters) => void;
}

/** Big chips in a row that scrolls sideways: what is on carries a mark and a dark ground. */
export function FilterRow({ filters, offered, onChange }: FilterRowProps) {
  // What is on stays, to be turned off again.
  const kinds = [...offered, ...filters.amenities.filter((kind) => !offered.includes(kind))];
  const toggle = (kind: AmenityKind) => {
    const amenities = filters.amenities.includes(kind)
      ? filters.amenities.filter((other) => other !== kind)
      : [...filters.amenities, kind];
    onChange({ ...filters, amenities });
  };
  return (
    <ScrollView className="filters" scrollX enhanced showScrollbar={false}>
      <View className="filters-row" {...accessible({ role: "group", label: "筛选" })}>
        <Chip on={filters.openOnly} onPress={() => onChange({ ...filters, openOnly: !filters.openOnly })}>
          现在能用
        </Chip>
        <Chip on={filters.allDay} onPress={() => onChange({ ...filters, allDay: !filters.allDay })}>
          24 小时
        </Chip>
        {kinds.map((kind) => (
          <Chip key={kind} on={filters.amenities.includes(kind)} onPress={() => toggle(kind)}>
            {AMENITIES[kind].label}
          </Chip>
        ))}
      </View>
    </ScrollView>
  );
}
