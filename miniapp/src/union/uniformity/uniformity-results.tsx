import { View } from "@tarojs/components";
import { useState } from "react";
import type { UniformityList } from "../../../../shared/stations/uniformity-answer";
import { Heading } from "../../components/heading";
import { Failure, Message } from "../../components/message";
import { Pressable } from "../../components/pressable";
import { type ApiFailure, failureOf } from "../../http/api-failure";
import { callApi } from "../../http/call-api";
import { UniformityCard } from "./uniformity-card";
import type { UniformityFilter } from "./uniformity-filters";

interface UniformityResultsProps {
  first: UniformityList;
  filter: UniformityFilter;
}

/** The list, a page at a time: those that miss most first. */
export function UniformityResults({ first, filter }: UniformityResultsProps) {
  const [shown, setShown] = useState({ stations: first.stations, nextCursor: first.nextCursor });
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const { nextCursor } = shown;
  const more = async () => {
    if (nextCursor === null) return;
    setFailure(null);
    await callApi("GET /uniformity", { ...filter, cursor: nextCursor }).then(
      (page) => setShown({ stations: [...shown.stations, ...page.stations], nextCursor: page.nextCursor }),
      (error: unknown) => setFailure(failureOf(error)),
    );
  };
  if (first.total === 0) return <Message title="这里还没有驿站" advice="导入驿站名单以后,这里会列出每个站缺什么" />;
  if (shown.stations.length === 0) return <Message title="都齐了" advice="没有驿站缺这一项" />;
  return (
    <>
      <Heading level={1} className="section-title">
        {filter.missing === undefined
          ? `${first.total} 个驿站,缺得多的在前`
          : `${first.missing[filter.missing]} 个驿站缺这一项`}
      </Heading>
      <View className="uniformity-list">
        {shown.stations.map((station) => (
          <UniformityCard key={station.id} station={station} />
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
