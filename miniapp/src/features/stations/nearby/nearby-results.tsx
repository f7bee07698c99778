import { View } from "@tarojs/components";
import { useEffect, useMemo, useState } from "react";
import type { EpochMs } from "../../../../../shared/common/time";
import type { NearestItem } from "../../../../../shared/stations/station-answer";
import { useServerNow } from "../../../http/use-server-now";
import { openCircle, openMissingStations, openPlacePicker } from "../../../navigation/pages";
import { useWideScreen } from "../../../platform/use-wide-screen";
import { accessible } from "../../../ui/accessible";
import { Failure, Message } from "../../../ui/message";
import { Pressable } from "../../../ui/pressable";
import { ListSkeleton } from "../../../ui/skeleton";
import { AnswerCard } from "../answer-card";
import { MapCard } from "../map/map-card";
import { mapPointOf, type Origin } from "../origin/origin";
import { noteSeen } from "../seen-stations";
import { StationRow } from "../station-line";
import { distanceWords } from "../station-words";
import { ClosedNearby } from "./closed-nearby";
import { Farther, More } from "./farther";
import type { NearbyFilters } from "./nearby-question";
import type { NearbyView } from "./nearby-view";
import { Notices } from "./notices";
import { toldLast } from "./told-last";
import type { Nearby } from "./use-nearby";

interface NearbyResultsProps {
  nearby: Nearby;
  origin: Origin;
  filters: NearbyFilters;
  showsMap: boolean;
  onHideMap: () => void;
  onChangeFilters: (filters: NearbyFilters) => void;
}

/** The list, or the map in its place; side by side where there is room. The list always stays for screen readers. */
export function NearbyResults({ nearby, origin, filters, showsMap, onHideMap, onChangeFilters }: NearbyResultsProps) {
  const wide = useWideScreen();
  const now = useServerNow();
  const [looksOn, setLooksOn] = useState(0);
  const onReload = () => {
    // A door told of goes last at once, and not before: what became of the tap stands on its card.
    setLooksOn(looksOn + 1);
    void nearby.reload();
  };
  const ready = nearby.view.status === "ready" ? nearby.view.value : null;
  const view = useMemo(() => (ready === null ? null : toldLast(ready, looksOn)), [ready, looksOn]);
  useEffect(() => {
    if (ready !== null) noteSeen(stationsIn(ready));
  }, [ready]);
  if (nearby.view.status === "loading") {
    return (
      <View className="results">
        <ListSkeleton rows={4} />
      </View>
    );
  }
  if (nearby.view.status === "failed") {
    return (
      <View className="results">
        <Failure failure={nearby.view.failure} onRetry={onReload} />
      </View>
    );
  }
  if (view === null) return null;
  const all = stationsIn(view);
  if (all.length === 0) {
    return (
      <View className="results">
        <NothingAround nearest={view.nothingAround?.nearest ?? null} />
      </View>
    );
  }
  const drawsMap = wide || showsMap;
  const shared = { view, now, filters, onChangeFilters, onReload };
  return (
    <View className={wide ? "results results-wide" : "results"}>
      <View
        className={drawsMap && !wide ? "list list-for-readers" : "list"}
        {...accessible({ role: "region", label: "驿站列表" })}
      >
        <Notices {...shared} />
        {view.closedNearby ? (
          <>
            <ClosedNearby {...shared} />
            {CIRCLE_LINK}
          </>
        ) : (
          <OpenList stations={view.stations} filters={filters} now={now} onReload={onReload} />
        )}
        {view.farther.length > 0 ? (
          <Farther stations={view.farther} nearby={nearby} now={now} />
        ) : (
          <More nearby={nearby} />
        )}
        {view.closedNearby ? <MissingHere /> : null}
      </View>
      {drawsMap ? (
        <MapCard stations={all} here={mapPointOf(origin)} now={now} onLeave={wide ? undefined : onHideMap} />
      ) : null}
    </View>
  );
}

function stationsIn({ stations, farther, closedNearby }: NearbyView): NearestItem[] {
  const extra = [closedNearby?.nearest, closedNearby?.opensFirst].filter((station) => station != null);
  return [...new Map([...extra, ...stations, ...farther].map((station) => [station.id, station])).values()];
}

interface OpenListProps {
  stations: readonly NearestItem[];
  filters: NearbyFilters;
  now: EpochMs;
  onReload: () => void;
}

function OpenList({ stations, filters, now, onReload }: OpenListProps) {
  const [answer, ...others] = stations;
  return (
    <>
      {answer ? (
        <AnswerCard key={answer.id} station={answer} wanted={filters.amenities} now={now} onLookOn={onReload} />
      ) : null}
      {CIRCLE_LINK}
      {others.map((station) => (
        <StationRow key={station.id} station={station} now={now} wanted={filters.amenities} />
      ))}
    </>
  );
}

/** Under the first card, or under what is shut: what else lies within 15 minutes. */
const CIRCLE_LINK = (
  <Pressable className="button button-quiet" onPress={openCircle}>
    我的15分钟圈：厕所、热水…
  </Pressable>
);

/** From an empty list, or one where nothing is open. */
function MissingHere() {
  return (
    <Pressable className="button button-plain" onPress={openMissingStations}>
      这里该有个站
    </Pressable>
  );
}

/** No station far and wide: how far the nearest is, and another place to look from. */
function NothingAround({ nearest }: { nearest: NearestItem | null }) {
  const advice = nearest ? `最近的在 ${distanceWords(nearest.distanceMetres)}外：${nearest.name}` : "换个地方找找看";
  return (
    <Message title="这一带还没有驿站" advice={advice}>
      <Pressable className="button button-main" onPress={openPlacePicker}>
        换地点
      </Pressable>
      <MissingHere />
    </Message>
  );
}
