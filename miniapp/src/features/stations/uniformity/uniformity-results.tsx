import { View } from "@tarojs/components";
import { useState } from "react";
import type { UniformityList } from "../../../../../shared/stations/uniformity-answer";
import { type ApiFailure, failureOf } from "../../../http/api-failure";
import { callApi } from "../../../http/call-api";
import { Heading } from "../../../ui/heading";
import { Failure, Message } from "../../../ui/message";
import { Pressable } from "../../../ui/pressable";
import { SORT_LABELS } from "../uniformity-words";
import { UniformityCard } from "./uniformity-card";
import type { UniformityFilter } from "./uniformity-filters";

interface UniformityResultsProps {
  first: UniformityList;
  filter: UniformityFilter;
}

/** The list, a page at a time. */
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
  if (first.total === 0) return <Message title="这里还没有驿站" advice="导入驿站名单以后，这里会列出每个站缺什么" />;
  if (shown.stations.length === 0)
    return <Message title="没有这样的驿站" advice="再点一下上面选中的，就看到别的驿站" />;
  return (
    <>
      <Heading level={1} className="section-title">
        {`${first.matching} 个驿站，${SORT_LABELS[filter.sort ?? "missing"]}的在前`}
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
