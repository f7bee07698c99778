import { ScrollView, View } from "@tarojs/components";
import { AMENITIES, type AmenityKind } from "../../../../shared/amenities/amenity";
import { accessible } from "../../accessibility/accessible";
import { Chip } from "../../components/chip";
import { FILTER_AMENITIES } from "../../copy/amenity-words";
import { TRAVEL_LABELS } from "../../copy/station-words";
import { changeSettings, useSettings } from "../../settings/settings";
import type { NearbyFilters } from "./nearby-query";

interface FilterRowProps {
  filters: NearbyFilters;
  onChange: (filters: NearbyFilters) => void;
}

/** Big chips in a row that scrolls sideways: what is on carries a mark and a dark ground. */
export function FilterRow({ filters, onChange }: FilterRowProps) {
  const { travel } = useSettings();
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
        <Chip
          on={travel === "ebike"}
          label="骑电动车去"
          onPress={() => changeSettings({ travel: travel === "ebike" ? "walk" : "ebike" })}
        >
          {TRAVEL_LABELS.ebike}
        </Chip>
        {FILTER_AMENITIES.map((kind) => (
          <Chip key={kind} on={filters.amenities.includes(kind)} onPress={() => toggle(kind)}>
            {AMENITIES[kind].label}
          </Chip>
        ))}
      </View>
    </ScrollView>
  );
}
