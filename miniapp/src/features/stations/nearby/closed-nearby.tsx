import { View } from "@tarojs/components";
import type { EpochMs } from "../../../../../shared/common/time";
import { Heading } from "../../../ui/heading";
import { Notice } from "../../../ui/notice";
import { Pressable } from "../../../ui/pressable";
import { comingTimeWords } from "../../../ui/words/clock-words";
import { AnswerCard } from "../answer-card";
import { StationRow } from "../station-line";
import type { NearbyFilters } from "./nearby-question";
import type { NearbyView } from "./nearby-view";

interface ClosedNearbyProps {
  view: NearbyView;
  now: EpochMs;
  filters: NearbyFilters;
  onChangeFilters: (filters: NearbyFilters) => void;
  onReload: () => void;
}

/** Nothing within reach can be used: what is nearest, when the first one opens, and what nobody is sure about. */
export function ClosedNearby({ view, now, filters, onChangeFilters, onReload }: ClosedNearbyProps) {
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
          {opensAt ? `，最早开门：${comingTimeWords(Date.parse(opensAt), now)}` : ""}。
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
          <StationRow station={first} now={now} wanted={filters.amenities} />
        </>
      ) : null}
      {others.length > 0 ? (
        <>
          <Heading level={2} className="list-title">
            没人说过几点开的
          </Heading>
          {others.map((station) => (
            <StationRow key={station.id} station={station} now={now} wanted={filters.amenities} />
          ))}
        </>
      ) : null}
    </>
  );
}
