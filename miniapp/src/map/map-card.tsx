import { View } from "@tarojs/components";
import { useState } from "react";
import type { MapPoint } from "../../../shared/core/place";
import type { EpochMs } from "../../../shared/core/time";
import type { NearestItem } from "../../../shared/stations/station-answer";
import { StationRow } from "../components/station-row";
import { agedOpening, openingWords } from "../copy/opening-words";
import { StationMap } from "./station-map";

interface MapCardProps {
  stations: readonly NearestItem[];
  here: MapPoint;
  now: EpochMs;
}

/** The map, and under it the line of the station that was tapped. */
export function MapCard({ stations, here, now }: MapCardProps) {
  const [selectedId, select] = useState<string | null>(null);
  const selected = stations.find(({ id }) => id === selectedId);
  const drawn = stations.map(({ id, name, location, opening }) => ({
    id,
    name,
    location,
    words: openingWords(agedOpening(opening, now), now),
  }));
  return (
    <View className="map-card">
      <StationMap stations={drawn} here={here} selectedId={selectedId} onSelect={select} />
      {selected ? (
        <StationRow station={selected} now={now} />
      ) : (
        <View className="map-hint">点一下地图上的标记,看是哪家</View>
      )}
    </View>
  );
}
