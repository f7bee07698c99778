import { View } from "@tarojs/components";
import Taro, { usePullDownRefresh, useReachBottom } from "@tarojs/taro";
import { useEffect, useState } from "react";
import { TabNotices } from "../../features/people/tab-notices";
import { AskPosition } from "../../features/stations/nearby/ask-position";
import { FilterRow } from "../../features/stations/nearby/filter-row";
import { FIRST_FILTERS } from "../../features/stations/nearby/nearby-question";
import { NearbyResults } from "../../features/stations/nearby/nearby-results";
import { PlaceRow } from "../../features/stations/nearby/place-row";
import { useNearby } from "../../features/stations/nearby/use-nearby";
import { useOffered } from "../../features/stations/nearby/use-offered";
import { precisionOf } from "../../features/stations/origin/origin";
import { mayLocateUnasked, takePosition, useOriginState } from "../../features/stations/origin/origin-store";
import { openPlacePicker } from "../../navigation/pages";
import { useSharing } from "../../navigation/use-sharing";
import { Notice } from "../../ui/notice";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import "./index.scss";

/** 附近: the nearest door that will be open, in one glance and one tap. */
export default function NearbyPage() {
  const originState = useOriginState();
  const [filters, setFilters] = useState(FIRST_FILTERS);
  const [showsMap, showMap] = useState(false);
  const origin = originState.status === "known" ? originState.origin : null;
  const nearby = useNearby(origin, filters);
  const offered = useOffered(nearby, filters);

  useSharing({ title: "歇脚、喝水、充电：看看附近哪家驿站现在开着", page: "/pages/nearby/index" });
  useEffect(() => {
    if (mayLocateUnasked()) void takePosition();
  }, []);
  usePullDownRefresh(() => {
    void nearby.reload().finally(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => {
    if (nearby.view.status !== "ready") return;
    // The list ends where reach does; what lies beyond is asked for by a tap.
    const { hasMore, farther } = nearby.view.value;
    if (hasMore && farther.length === 0) void nearby.more();
  });

  return (
    <PageFrame className={showsMap ? "nearby shows-map" : "nearby"}>
      <TabNotices />
      {origin === null ? (
        <AskPosition state={originState} />
      ) : (
        <>
          <PlaceRow origin={origin} showsMap={showsMap} onShowMap={showMap} />
          {precisionOf(origin) !== "exact" ? (
            <Notice>
              <View>只知道你大概在哪，远近说不准。</View>
              <Pressable className="link" onPress={openPlacePicker}>
                选街道或地标
              </Pressable>
            </Notice>
          ) : null}
          <FilterRow filters={filters} offered={offered} onChange={setFilters} />
          <NearbyResults
            nearby={nearby}
            origin={origin}
            filters={filters}
            showsMap={showsMap}
            onHideMap={() => showMap(false)}
            onChangeFilters={setFilters}
          />
        </>
      )}
    </PageFrame>
  );
}
