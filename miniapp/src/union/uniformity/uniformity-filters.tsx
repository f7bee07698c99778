import { Text, View } from "@tarojs/components";
import { UNIFORMITY_CHECKS, type UniformityCheck } from "../../../../shared/stations/uniformity";
import type { UniformityList } from "../../../../shared/stations/uniformity-answer";
import { accessible } from "../../accessibility/accessible";
import { Pressable } from "../../components/pressable";
import { CHECK_LABELS } from "../../copy/uniformity-words";

export interface UniformityFilter {
  /** A district's code, or its text where it has none. */
  district?: string;
  missing?: UniformityCheck;
}

interface UniformityFiltersProps {
  list: UniformityList;
  filter: UniformityFilter;
  onChange: (filter: UniformityFilter) => void;
}

/** How many miss what; a tap shows those, another tap all again. */
export function UniformityFilters({ list, filter, onChange }: UniformityFiltersProps) {
  const { district, missing } = filter;
  return (
    <View className="uniformity-filters">
      {list.districts.length > 1 ? (
        <View className="uniformity-chips" {...accessible({ role: "group", label: "哪个区" })}>
          {list.districts.map(({ code, text, total }) => {
            const asked = code ?? text;
            return (
              <Chip
                key={asked}
                on={district === asked}
                onPress={() => onChange({ ...filter, district: district === asked ? undefined : asked })}
              >
                {`${text} ${total}`}
              </Chip>
            );
          })}
        </View>
      ) : null}
      <View className="uniformity-chips" {...accessible({ role: "group", label: "缺什么" })}>
        {UNIFORMITY_CHECKS.map((check) => (
          <Chip
            key={check}
            on={missing === check}
            onPress={() => onChange({ ...filter, missing: missing === check ? undefined : check })}
          >
            {`缺${CHECK_LABELS[check]} ${list.missing[check]}`}
          </Chip>
        ))}
      </View>
    </View>
  );
}

interface ChipProps {
  on: boolean;
  onPress: () => void;
  children: string;
}

function Chip({ on, onPress, children }: ChipProps) {
  return (
    <Pressable className={`chip ${on ? "chip-on" : ""}`} label={children} pressed={on} onPress={onPress}>
      {on ? <Text className="chip-mark">✓</Text> : null}
      {children}
    </Pressable>
  );
}
