import { View } from "@tarojs/components";
import { useState } from "react";
import type { MapPoint } from "../../../../../shared/common/place";
import type { EpochMs } from "../../../../../shared/common/time";
import type { NearestItem } from "../../../../../shared/stations/station-answer";
import { openMissingStations } from "../../../navigation/pages";
import { useSettings } from "../../../platform/settings/settings";
import { TakeMeThere } from "../../../platform/take-me-there";
import { Pressable } from "../../../ui/pressable";
import { agedOpening, openingWords } from "../opening-words";
import { StationRow } from "../station-line";
import { useBackCloses } from "./back-closes";
import { StationMap } from "./station-map";

export interface MapCardProps {
  /** The answer first: it is the one that is shown until another is tapped. */
  stations: readonly NearestItem[];
  here: MapPoint;
  now: EpochMs;
  /** Ends the map in place of a list; undefined where both are there. */
  onLeave?: (() => void) | undefined;
}

/** The map, and under it the station that was tapped, with the way there; before that the first of the list. */
export function MapWithCard({ stations, here, now, onLeave }: MapCardProps) {
  useBackCloses(onLeave);
  const { travel } = useSettings();
  const [tappedId, tap] = useState<string | null>(null);
  const selected = stations.find(({ id }) => id === tappedId) ?? stations[0];
  const drawn = stations.map(({ id, name, location, opening }) => ({
    id,
    name,
    location,
    words: openingWords(agedOpening(opening, now), now),
  }));
  return (
    <View className="map-card">
      <Pressable className="link map-missing" onPress={openMissingStations}>
        这里该有个站
      </Pressable>
      <StationMap stations={drawn} here={here} selectedId={selected?.id ?? null} onSelect={tap} />
      {selected ? (
        <View className="map-selected">
          <StationRow station={selected} now={now} />
          <TakeMeThere key={selected.id} to={selected} travel={travel} />
        </View>
      ) : null}
    </View>
  );
}
