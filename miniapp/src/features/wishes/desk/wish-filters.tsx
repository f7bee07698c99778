import { ScrollView, View } from "@tarojs/components";
import { isCounty } from "../../../../../shared/stations/district";
import { WISH_CATEGORIES } from "../../../../../shared/wishes/wish-category";
import type { WishFilter } from "../../../../../shared/wishes/wish-filter";
import type { WishState } from "../../../../../shared/wishes/wish-states";
import { callApi } from "../../../http/call-api";
import { useLoadable } from "../../../http/use-loadable";
import { accessible } from "../../../ui/accessible";
import { Chip } from "../../../ui/chip";
import { useSignIn } from "../../people/sign-in";
import { DESK_STATE_WORDS } from "../wish-desk-words";

const STATES: readonly WishState[] = [
  "submitted",
  "need_info",
  "approved",
  "claimed",
  "ready",
  "delivered",
  "fulfilled",
];

const loadDistricts = () => callApi("GET /districts", {});

interface WishFiltersProps {
  filter: WishFilter;
  onChange: (filter: WishFilter) => void;
}

/** State, district and kind, one each; a second tap takes it away. */
export function WishFilters({ filter, onChange }: WishFiltersProps) {
  const reach = useSignIn()?.user.reach ?? [];
  const [districts] = useLoadable(loadDistricts);
  const mine =
    districts.status === "ready"
      ? districts.value.districts.filter(
          ({ code }) => code !== null && isCounty(code) && reach.some((prefix) => code.startsWith(prefix)),
        )
      : [];
  const toggle = <Key extends keyof WishFilter>(key: Key, value: WishFilter[Key]) =>
    onChange({ ...filter, figure: undefined, [key]: filter[key] === value ? undefined : value });
  return (
    <ScrollView className="filters" scrollX enhanced showScrollbar={false}>
      <View className="filters-row" {...accessible({ role: "group", label: "筛选" })}>
        {STATES.map((state) => (
          <Chip key={state} on={filter.state === state} onPress={() => toggle("state", state)}>
            {DESK_STATE_WORDS[state].text}
          </Chip>
        ))}
        {mine.length > 1
          ? mine.map(({ code, text }) => (
              <Chip key={code} on={filter.district === code} onPress={() => toggle("district", code ?? undefined)}>
                {text}
              </Chip>
            ))
          : null}
        {WISH_CATEGORIES.map(({ key, label }) => (
          <Chip key={key} on={filter.category === key} onPress={() => toggle("category", key)}>
            {label}
          </Chip>
        ))}
      </View>
    </ScrollView>
  );
}
