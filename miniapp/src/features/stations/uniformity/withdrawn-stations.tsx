import { View } from "@tarojs/components";
import { useCallback, useState } from "react";
import type { WithdrawnList } from "../../../../../shared/stations/station-answer";
import { type ApiFailure, failureOf } from "../../../http/api-failure";
import { callApi } from "../../../http/call-api";
import { useLoadable } from "../../../http/use-loadable";
import { useTask } from "../../../http/use-task";
import { openStation } from "../../../navigation/pages";
import { accessible } from "../../../ui/accessible";
import { Heading } from "../../../ui/heading";
import { Failure, Message } from "../../../ui/message";
import { Pressable } from "../../../ui/pressable";
import { ListSkeleton } from "../../../ui/skeleton";
import { TaskFailure } from "../../../ui/task-failure";
import { pastTimeWords } from "../../../ui/words/clock-words";
import { OfficersFailure } from "../../people/staff-failure";
import { StationName } from "../station-name";

/** The stations that were taken off the lists, each to be put back in one tap. */
export function WithdrawnStations() {
  const load = useCallback(() => callApi("GET /stations/withdrawn", {}), []);
  const [list, reload] = useLoadable(load);
  if (list.status === "loading") return <ListSkeleton rows={3} />;
  if (list.status === "failed") return <OfficersFailure failure={list.failure} onRetry={reload} />;
  return <Results first={list.value} />;
}

function Results({ first }: { first: WithdrawnList }) {
  const [shown, setShown] = useState(first);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const { stations, nextCursor } = shown;
  const more = async () => {
    if (nextCursor === null) return;
    setFailure(null);
    await callApi("GET /stations/withdrawn", { cursor: nextCursor }).then(
      (page) => setShown({ ...page, stations: [...stations, ...page.stations] }),
      (error: unknown) => setFailure(failureOf(error)),
    );
  };
  if (stations.length === 0) {
    return <Message title="没有撤下的驿站" advice="点上面的「在用的」，回去看别的驿站" />;
  }
  return (
    <>
      <Heading level={1} className="section-title">
        {`${first.total} 个撤下的驿站`}
      </Heading>
      <View className="uniformity-list">
        {stations.map((station) => (
          <WithdrawnCard key={station.id} station={station} now={Date.parse(shown.asOf)} />
        ))}
      </View>
      {failure ? (
        <Failure failure={failure} onRetry={() => void more()} />
      ) : nextCursor === null ? null : (
        <Pressable className="button button-plain" onPress={() => void more()}>
          看后面的
        </Pressable>
      )}
    </>
  );
}

function WithdrawnCard({ station, now }: { station: WithdrawnList["stations"][number]; now: number }) {
  const { id, code, name, address, district, withdrawnAt } = station;
  const [isBack, setIsBack] = useState(false);
  const [task, reinstate] = useTask(async () => {
    await callApi("POST /stations/:id/reinstate", { id });
    setIsBack(true);
  });
  const facts = [
    district.text,
    code === null ? null : `编号 ${code}`,
    `${pastTimeWords(Date.parse(withdrawnAt), now)} 撤下`,
  ].filter((fact) => fact !== null);
  return (
    <View className="card uniformity-card uniformity-facts">
      <Heading level={2} className="uniformity-name">
        <StationName station={station} />
      </Heading>
      <View className="secondary">{facts.join(" · ")}</View>
      <View className="secondary">{address}</View>
      {isBack ? (
        <>
          <View className="uniformity-complete" {...accessible({ role: "status", live: true })}>
            ✓ 恢复了，大家又能找到它
          </View>
          <Pressable className="button button-plain" label={`看驿站：${name}`} onPress={() => openStation(id)}>
            看驿站
          </Pressable>
        </>
      ) : (
        <>
          <Pressable
            className="button button-main"
            label={`恢复这个驿站：${name}`}
            disabled={task.status === "running"}
            onPress={reinstate}
          >
            恢复这个驿站
          </Pressable>
          <TaskFailure task={task} />
        </>
      )}
    </View>
  );
}
