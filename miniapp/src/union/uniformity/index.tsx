import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useCallback, useState } from "react";
import { OfficersFailure } from "../../features/people/staff-failure";
import { type UniformityFilter, UniformityFilters } from "../../features/stations/uniformity/uniformity-filters";
import { UniformityResults } from "../../features/stations/uniformity/uniformity-results";
import { WithdrawnStations } from "../../features/stations/uniformity/withdrawn-stations";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { openNewStation } from "../../navigation/union-pages";
import { accessible } from "../../ui/accessible";
import { Chip } from "../../ui/chip";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

/**
 * For officers: the stations of their reach by what they miss, with nothing to fill in; and those that were
 * withdrawn.
 */
export default function UniformityPage() {
  const { params } = useRouter();
  const [isWithdrawn, setIsWithdrawn] = useState(params.withdrawn === "1");
  return (
    <PageFrame className="uniformity">
      <View className="uniformity-chips" {...accessible({ role: "group", label: "在用的还是撤下的" })}>
        <Chip on={!isWithdrawn} onPress={() => setIsWithdrawn(false)}>
          在用的
        </Chip>
        <Chip on={isWithdrawn} onPress={() => setIsWithdrawn(true)}>
          已撤下
        </Chip>
      </View>
      {isWithdrawn ? <WithdrawnStations /> : <StationsInUse />}
    </PageFrame>
  );
}

function StationsInUse() {
  const [filter, setFilter] = useState<UniformityFilter>({});
  const load = useCallback(() => callApi("GET /uniformity", { ...filter }), [filter]);
  const [list, reload] = useLoadable(load);
  if (list.status === "loading") return <ListSkeleton rows={5} />;
  if (list.status === "failed") return <OfficersFailure failure={list.failure} onRetry={reload} />;
  return (
    <>
      <UniformityFilters list={list.value} filter={filter} onChange={setFilter} />
      <Pressable className="button button-plain uniformity-add" onPress={openNewStation}>
        加一个驿站
      </Pressable>
      <UniformityResults key={JSON.stringify(filter)} first={list.value} filter={filter} />
    </>
  );
}
