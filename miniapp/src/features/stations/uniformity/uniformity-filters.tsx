import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { districtQuery } from "../../../../../shared/stations/district";
import { CONFIRMATION_DAYS, UNIFORMITY_CHECKS, type UniformityCheck } from "../../../../../shared/stations/uniformity";
import type { UniformityList, UniformitySort } from "../../../../../shared/stations/uniformity-answer";
import { accessible } from "../../../ui/accessible";
import { Chip } from "../../../ui/chip";
import { CHECK_LABELS, SORT_LABELS } from "../uniformity-words";

export interface UniformityFilter {
  /** As `districtQuery` asks for it. */
  district?: string;
  missing?: UniformityCheck;
  overdue?: true;
  unconfirmedDays?: number;
  /** Without it, those that miss most come first. */
  sort?: UniformitySort;
}

interface UniformityFiltersProps {
  list: UniformityList;
  filter: UniformityFilter;
  onChange: (filter: UniformityFilter) => void;
}

/** How many stations each thing holds for; a tap shows those, another tap all again. And what comes first. */
export function UniformityFilters({ list, filter, onChange }: UniformityFiltersProps) {
  const { district, missing, overdue, unconfirmedDays, sort = "missing" } = filter;
  return (
    <View className="uniformity-filters">
      {list.districts.length > 1 ? (
        <Chips label="哪个区">
          {list.districts.map((one) => {
            const asked = districtQuery(one);
            return (
              <Chip
                key={asked}
                on={district === asked}
                onPress={() => onChange({ ...filter, district: district === asked ? undefined : asked })}
              >
                {`${one.text} ${one.total}`}
              </Chip>
            );
          })}
        </Chips>
      ) : null}
      <Chips label="只看">
        <Chip
          on={overdue === true}
          onPress={() => onChange({ ...filter, overdue: overdue === true ? undefined : true })}
        >
          {`任务超期 ${list.overdue}`}
        </Chip>
        <Chip
          on={unconfirmedDays !== undefined}
          onPress={() =>
            onChange({ ...filter, unconfirmedDays: unconfirmedDays === undefined ? CONFIRMATION_DAYS : undefined })
          }
        >
          {`${CONFIRMATION_DAYS} 天没人确认 ${list.unconfirmed}`}
        </Chip>
        {UNIFORMITY_CHECKS.map((check) => (
          <Chip
            key={check}
            on={missing === check}
            onPress={() => onChange({ ...filter, missing: missing === check ? undefined : check })}
          >
            {`缺${CHECK_LABELS[check]} ${list.missing[check]}`}
          </Chip>
        ))}
      </Chips>
      <Chips label="什么排在前面">
        {(Object.keys(SORT_LABELS) as UniformitySort[]).map((one) => (
          <Chip key={one} on={sort === one} onPress={() => onChange({ ...filter, sort: one })}>
            {`${SORT_LABELS[one]}的在前`}
          </Chip>
        ))}
      </Chips>
    </View>
  );
}

function Chips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View className="uniformity-chips" {...accessible({ role: "group", label })}>
      {children}
    </View>
  );
}
