import { View } from "@tarojs/components";
import { useCallback } from "react";
import type { MapPoint } from "../../../../../shared/common/place";
import { districtQuery } from "../../../../../shared/stations/district";
import type { District, StationItem } from "../../../../../shared/stations/station-answer";
import { callApi } from "../../../http/call-api";
import { useLoadable } from "../../../http/use-loadable";
import { backFromPlaces } from "../../../navigation/pages";
import { Heading } from "../../../ui/heading";
import { Failure } from "../../../ui/message";
import { Pressable } from "../../../ui/pressable";
import { ListSkeleton } from "../../../ui/skeleton";
import { choosePlace } from "../origin/origin-store";

interface DistrictPlacesProps {
  district: District;
}

/** The places of one district that somebody who is there would know. */
export function DistrictPlaces({ district }: DistrictPlacesProps) {
  const load = useCallback(() => loadStations(district), [district]);
  const [stations, reload] = useLoadable(load);
  return (
    <>
      <View className="place-head">
        <Heading level={1} className="section-title">
          {district.text}
        </Heading>
      </View>
      <View className="secondary place-hint">你在哪一处附近？</View>
      {stations.status === "loading" ? (
        <ListSkeleton rows={5} />
      ) : stations.status === "failed" ? (
        <Failure failure={stations.failure} onRetry={reload} />
      ) : (
        <View className="card choices">
          <Choice
            name={`${district.text}中间`}
            detail="说不清的话选这个"
            onChoose={() => {
              choosePlace({ name: district.text, point: district.location, isMiddle: true });
              backFromPlaces();
            }}
          />
          {stations.value.map((station) => (
            <Choice
              key={station.id}
              name={station.name}
              detail={whereabouts(station)}
              onChoose={() => measureFrom(station.name, station.location)}
            />
          ))}
        </View>
      )}
    </>
  );
}

interface ChoiceProps {
  name: string;
  detail: string;
  onChoose: () => void;
}

function Choice({ name, detail, onChoose }: ChoiceProps) {
  return (
    <Pressable className="choice choice-tall" label={`${name}，${detail}`} onPress={onChoose}>
      <View className="choice-name">{name}</View>
      <View className="secondary">{detail}</View>
    </Pressable>
  );
}

/** What somebody who stands there would see: 农行旁边 · 丽景街 128 号. */
function whereabouts({ landmark, address }: StationItem): string {
  return landmark === null ? address : `${landmark} · ${address}`;
}

function measureFrom(name: string, point: MapPoint): void {
  choosePlace({ name, point });
  backFromPlaces();
}

/** More than anybody scrolls through, and an end to a server that never stops saying there is more. */
const MOST_PAGES = 10;

async function loadStations(district: District): Promise<StationItem[]> {
  const found: StationItem[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await callApi("GET /stations", { district: districtQuery(district), cursor });
    found.push(...answer.stations);
    if (answer.nextCursor === null) break;
    cursor = answer.nextCursor;
  }
  return found;
}
