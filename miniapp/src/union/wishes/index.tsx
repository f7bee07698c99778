import { View } from "@tarojs/components";
import Taro, { usePullDownRefresh, useRouter } from "@tarojs/taro";
import { useCallback, useState } from "react";
import type { WishFilter } from "../../../../shared/wishes/wish-filter";
import { OfficersFailure } from "../../features/people/staff-failure";
import { OpenWishesView } from "../../features/wishes/desk/open-wishes-view";
import { filterFromParams, givenWords } from "../../features/wishes/desk/wish-filter";
import { WishFilters } from "../../features/wishes/desk/wish-filters";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { useReturn } from "../../navigation/use-return";
import { openWishFigures } from "../../navigation/wish-pages";
import { Notice } from "../../ui/notice";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

/** So many at once: a board of one district, and enough for its phones. */
const PAGE_SIZE = 60;

/** For officers: what there is to do, by deadline, overdue first. */
export default function OpenWishesPage() {
  const { params } = useRouter();
  const [filter, setFilter] = useState<WishFilter>(() => filterFromParams(params));
  const load = useCallback(() => callApi("GET /wishes/open", { ...filter, limit: PAGE_SIZE }), [filter]);
  const [queue, reload] = useLoadable(load);
  useReturn(() => void reload());
  usePullDownRefresh(() => {
    void reload().finally(() => Taro.stopPullDownRefresh());
  });
  const given = givenWords(filter);
  return (
    <PageFrame className="open-wishes">
      <WishFilters filter={filter} onChange={setFilter} />
      <View className="results">
        <View className="open-wishes-head">
          {given === null ? null : (
            <Notice>
              <View>看的是：{given}</View>
              <Pressable className="link" onPress={() => setFilter({})}>
                看全部要办的
              </Pressable>
            </Notice>
          )}
          <Pressable className="link" onPress={openWishFigures}>
            看数字、导出报表
          </Pressable>
        </View>
        {queue.status === "loading" ? (
          <ListSkeleton rows={4} />
        ) : queue.status === "failed" ? (
          <OfficersFailure failure={queue.failure} onRetry={reload} />
        ) : (
          <OpenWishesView key={JSON.stringify(filter)} first={queue.value} filter={filter} onChanged={reload} />
        )}
      </View>
    </PageFrame>
  );
}
