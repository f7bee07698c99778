import { View } from "@tarojs/components";
import { useMemo, useState } from "react";
import type { EpochMs } from "../../../../shared/core/time";
import type { NearestItem } from "../../../../shared/stations/station-answer";
import { accessible } from "../../accessibility/accessible";
import { AnswerCard } from "../../components/answer-card";
import { Heading } from "../../components/heading";
import { Failure, Message } from "../../components/message";
import { Notice } from "../../components/notice";
import { Pressable } from "../../components/pressable";
import { ListSkeleton } from "../../components/skeleton";
import { StationRow } from "../../components/station-row";
import { comingTimeWords, pastTimeWords } from "../../copy/clock-words";
import { CALENDAR_UNKNOWN } from "../../copy/station-words";
import { useServerNow } from "../../http/use-server-now";
import { mapPointOf, type Origin } from "../../location/origin";
import { MapCard } from "../../map/map-card";
import { useWideScreen } from "../../map/use-wide-screen";
import { openPlacePicker } from "../../navigation/pages";
import { toldDoors } from "../../reports/told-doors";
import { FIRST_FILTERS, type NearbyFilters, type NearbyView } from "./nearby-query";
import type { Nearby } from "./use-nearby";

interface NearbyResultsProps {
  nearby: Nearby;
  origin: Origin;
  filters: NearbyFilters;
  showsMap: boolean;
  onChangeFilters: (filters: NearbyFilters) => void;
}

/** The list, or the map in its place; side by side where there is room. The list always stays for screen readers. */
export function NearbyResults({ nearby, origin, filters, showsMap, onChangeFilters }: NearbyResultsProps) {
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
        <Nothing view={view} filters={filters} onChangeFilters={onChangeFilters} />
      </View>
    );
  }
  const drawsMap = wide || showsMap;
  return (
    <View className={wide ? "results results-wide" : "results"}>
      {drawsMap ? <MapCard stations={all} here={mapPointOf(origin)} now={now} /> : null}
      <View
        className={drawsMap && !wide ? "list list-for-readers" : "list"}
        {...accessible({ role: "region", label: "驿站列表" })}
      >
        <Notices view={view} now={now} onReload={onReload} />
        {view.closedNearby ? (
          <ClosedNearby view={view} now={now} filters={filters} onChangeFilters={onChangeFilters} onReload={onReload} />
        ) : (
          <OpenList stations={view.stations} filters={filters} now={now} onReload={onReload} />
        )}
        {view.hasMore ? (
          <Pressable
            className="button button-quiet"
            disabled={nearby.isAskingForMore}
            onPress={() => void nearby.more()}
          >
            {nearby.isAskingForMore ? "正在找更远的…" : "再看远一点的"}
          </Pressable>
        ) : null}
      </View>
    </View>
  );
}

/** What the person said is shut is shut for them: it goes last, and the next door comes first. */
function toldLast(view: NearbyView, _turn: number): NearbyView {
  const told = toldDoors();
  const { closedNearby } = view;
  const passed = [closedNearby?.nearest, closedNearby?.opensFirst].filter(
    (station): station is NearestItem => station != null && told.has(station.id),
  );
  const known = view.stations.filter(({ id }) => !passed.some((station) => station.id === id));
  return {
    ...view,
    stations: [...known.filter(({ id }) => !told.has(id)), ...known.filter(({ id }) => told.has(id)), ...passed],
    closedNearby: closedNearby && {
      nearest: untold(closedNearby.nearest, told),
      opensFirst: untold(closedNearby.opensFirst, told),
    },
  };
}

function untold(station: NearestItem | null, told: ReadonlySet<string>): NearestItem | null {
  return station !== null && told.has(station.id) ? null : station;
}

function stationsIn({ stations, closedNearby }: NearbyView): NearestItem[] {
  const extra = [closedNearby?.nearest, closedNearby?.opensFirst].filter((station) => station != null);
  return [...new Map([...extra, ...stations].map((station) => [station.id, station])).values()];
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
      {others.map((station) => (
        <StationRow key={station.id} station={station} now={now} />
      ))}
    </>
  );
}

interface NoticesProps {
  view: NearbyView;
  now: EpochMs;
  onReload: () => void;
}

function Notices({ view, now, onReload }: NoticesProps) {
  const calendarUnknown = stationsIn(view).some(({ opening }) => !opening.calendarKnown);
  return (
    <>
      {view.rememberedFrom === null ? null : (
        <Notice tone="soon">
          <View>没网。这是{pastTimeWords(view.rememberedFrom, now)} 看到的,开没开可能变了;「带我去」还能用。</View>
          <Pressable className="link" onPress={onReload}>
            再连一次
          </Pressable>
        </Notice>
      )}
      {view.staleSince === null ? null : (
        <Notice tone="soon">
          <View>新消息暂时传不过来。这是{pastTimeWords(view.staleSince, now)} 的情况,开没开可能变了。</View>
          <Pressable className="link" onPress={onReload}>
            再问一次
          </Pressable>
        </Notice>
      )}
      {calendarUnknown ? <Notice>{CALENDAR_UNKNOWN}</Notice> : null}
    </>
  );
}

interface ClosedNearbyProps {
  view: NearbyView;
  now: EpochMs;
  filters: NearbyFilters;
  onChangeFilters: (filters: NearbyFilters) => void;
  onReload: () => void;
}

/** Nothing within reach is open: what is nearest, when the first one opens, and what nobody is sure about. */
function ClosedNearby({ view, now, filters, onChangeFilters, onReload }: ClosedNearbyProps) {
  const { nearest, opensFirst } = view.closedNearby ?? { nearest: null, opensFirst: null };
  const opensAt = opensFirst?.opening.opensAt;
  const first = opensFirst && opensFirst.id !== nearest?.id ? opensFirst : null;
  const shown = new Set([nearest?.id, first?.id]);
  const others = view.stations.filter(({ id }) => !shown.has(id));
  return (
    <>
      <Notice tone="soon">
        <View>
          附近现在没有开着的
          {opensAt ? `,最早开门:${comingTimeWords(Date.parse(opensAt), now)}` : ""}。
        </View>
        <Pressable className="link" onPress={() => onChangeFilters({ ...filters, openOnly: false })}>
          看全部
        </Pressable>
      </Notice>
      {nearest ? (
        <>
          <Heading level={2} className="list-title">
            离你最近的
          </Heading>
          <AnswerCard key={nearest.id} station={nearest} wanted={filters.amenities} now={now} onLookOn={onReload} />
        </>
      ) : null}
      {first ? (
        <>
          <Heading level={2} className="list-title">
            最早开门的
          </Heading>
          <StationRow station={first} now={now} />
        </>
      ) : null}
      {others.length > 0 ? (
        <>
          <Heading level={2} className="list-title">
            远一点的,或没人说过几点开的
          </Heading>
          {others.map((station) => (
            <StationRow key={station.id} station={station} now={now} />
          ))}
        </>
      ) : null}
    </>
  );
}

interface NothingProps {
  view: NearbyView;
  filters: NearbyFilters;
  onChangeFilters: (filters: NearbyFilters) => void;
}

/** Nothing at all: because of the chips, or because no station is within 500 km. */
function Nothing({ view, filters, onChangeFilters }: NothingProps) {
  const sifted = filters.allDay || filters.amenities.length > 0;
  if (sifted) {
    return (
      <Message title="没有样样都合的驿站" advice="少选一样试试:没人登记过的设施,也会被筛掉">
        <Pressable className="button button-main" onPress={() => onChangeFilters(FIRST_FILTERS)}>
          不筛了,全都看看
        </Pressable>
      </Message>
    );
  }
  // Without network nobody has been asked about the closed ones; with it they were, and there are none.
  if (filters.openOnly && view.closedNearby === null) {
    return (
      <Message title="附近现在没有开着的" advice="看看关着的几点开,或者换个地方找">
        <Pressable className="button button-main" onPress={() => onChangeFilters({ ...filters, openOnly: false })}>
          看全部
        </Pressable>
        <Pressable className="button button-plain" onPress={openPlacePicker}>
          换地点
        </Pressable>
      </Message>
    );
  }
  return (
    <Message title="这一带还没有驿站" advice="换个地方找找看">
      <Pressable className="button button-main" onPress={openPlacePicker}>
        换地点
      </Pressable>
    </Message>
  );
}
