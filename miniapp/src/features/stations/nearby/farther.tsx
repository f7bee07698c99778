import { View } from "@tarojs/components";
import { useState } from "react";
import type { EpochMs } from "../../../../../shared/common/time";
import type { NearestItem } from "../../../../../shared/stations/station-answer";
import { Pressable } from "../../../ui/pressable";
import { usePrecision } from "../origin/origin-store";
import { StationRow } from "../station-line";
import { distanceWords, travelTime } from "../station-words";
import type { Nearby } from "./use-nearby";

interface FartherProps {
  stations: readonly NearestItem[];
  nearby: Nearby;
  now: EpochMs;
}

/** Where the list ends: what is beyond reach stands under one line, and comes out by a tap. */
export function Farther({ stations, nearby, now }: FartherProps) {
  const [isOut, setOut] = useState(false);
  const isRough = usePrecision() === "rough";
  const [first] = stations;
  if (first === undefined) return null;
  return (
    <>
      <Pressable className="card farther" expanded={isOut} onPress={() => setOut(!isOut)}>
        <View className="farther-words">再远的：最近 {nearestWords(first, isRough)}</View>
        <View className="farther-mark">{isOut ? "收起" : "看看"}</View>
      </Pressable>
      {isOut ? stations.map((station) => <StationRow key={station.id} station={station} now={now} />) : null}
      {isOut ? <More nearby={nearby} /> : null}
    </>
  );
}

/** Asks for a longer list, where there is one. */
export function More({ nearby }: { nearby: Nearby }) {
  if (nearby.view.status !== "ready" || !nearby.view.value.hasMore) return null;
  return (
    <Pressable className="button button-quiet" disabled={nearby.isAskingForMore} onPress={() => void nearby.more()}>
      {nearby.isAskingForMore ? "正在找更远的…" : "再看远一点的"}
    </Pressable>
  );
}

function nearestWords({ travelMinutes, distanceMetres }: NearestItem, isRough: boolean): string {
  const time = travelTime(travelMinutes, isRough);
  return time === null ? distanceWords(distanceMetres, isRough) : `${time.number} ${time.unit}`;
}
