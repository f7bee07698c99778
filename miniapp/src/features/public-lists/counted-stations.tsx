import { View } from "@tarojs/components";
import { useCallback, useEffect, useState } from "react";
import type { PublicStations } from "../../../../shared/public-lists/public-lists";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { useTask } from "../../http/use-task";
import { openStation } from "../../navigation/pages";
import { Failure } from "../../ui/message";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import { TaskFailure } from "../../ui/task-failure";
import { StationName } from "../stations/station-name";

interface CountedStationsProps {
  district: string | undefined;
  /** Absent: all stations. */
  fact?: string;
}

/** The stations that a number counts, each with its hours. */
export function CountedStations({ district, fact }: CountedStationsProps) {
  const load = useCallback(() => callApi("GET /public-lists/stations", { district, fact }), [district, fact]);
  const [first, reload] = useLoadable(load);
  if (first.status === "loading") return <ListSkeleton rows={2} />;
  if (first.status === "failed") return <Failure failure={first.failure} onRetry={() => void reload()} />;
  return (
    <Pages first={first.value} more={(cursor) => callApi("GET /public-lists/stations", { district, fact, cursor })} />
  );
}

interface PagesProps {
  first: PublicStations;
  more: (cursor: string) => Promise<PublicStations>;
}

function Pages({ first, more }: PagesProps) {
  const [shown, setShown] = useState(first);
  useEffect(() => setShown(first), [first]);
  const { stations, nextCursor } = shown;
  const [task, next] = useTask(async (cursor: string) => {
    const page = await more(cursor);
    setShown({ ...page, stations: [...stations, ...page.stations] });
  });
  if (stations.length === 0) return <View className="secondary">一个也没有</View>;
  return (
    <>
      {stations.map(({ id, name, address, hours, isDemo }) => (
        <Pressable key={id} className="number-part" onPress={() => openStation(id)}>
          <View className="number-part-name">
            <StationName station={{ name, isDemo }} />
          </View>
          <View>{hours}</View>
          <View className="secondary">{address}</View>
        </Pressable>
      ))}
      {nextCursor === null ? null : (
        <Pressable
          className="button button-plain"
          disabled={task.status === "running"}
          onPress={() => next(nextCursor)}
        >
          再看几个
        </Pressable>
      )}
      <TaskFailure task={task} />
    </>
  );
}
