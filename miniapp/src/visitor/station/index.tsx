import { useRouter, useShareAppMessage } from "@tarojs/taro";
import { useCallback } from "react";
import { Failure, Message } from "../../components/message";
import { PageFrame } from "../../components/page-frame";
import { Pressable } from "../../components/pressable";
import { ListSkeleton } from "../../components/skeleton";
import { type FailureWords, failureWords } from "../../copy/failure-words";
import { useLoadable } from "../../http/use-loadable";
import { useServerNow } from "../../http/use-server-now";
import { goBack } from "../../navigation/pages";
import { loadStation } from "./load-station";
import { stationIdOf } from "./station-id-of";
import { StationView } from "./station-view";
import "./index.scss";

/** Everything a person may see of one station. */
export default function StationPage() {
  const id = stationIdOf(useRouter().params);
  const load = useCallback(() => loadStation(id), [id]);
  const [station, reload] = useLoadable(load);
  const now = useServerNow();
  useShareAppMessage(() => ({
    title: station.status === "ready" ? station.value.name : "附近的驿站",
    path: `/visitor/station/index?id=${encodeURIComponent(id)}`,
  }));
  return (
    <PageFrame className="station">
      {station.status === "loading" ? (
        <ListSkeleton rows={3} />
      ) : station.status === "failed" && station.failure.code === "not_found" ? (
        <Gone {...failureWords("not_found")} />
      ) : station.status === "failed" ? (
        <Failure failure={station.failure} onRetry={reload} />
      ) : station.value.isWithdrawn ? (
        <Gone title="这个驿站已经撤下" advice={`${station.value.name}不再开放,看看附近别的吧`} />
      ) : (
        <StationView station={station.value} now={now} />
      )}
    </PageFrame>
  );
}

/** A link to a station outlives the station; asking again would not bring it back. */
function Gone(words: FailureWords) {
  return (
    <Message {...words}>
      <Pressable className="button button-main" onPress={goBack}>
        看附近的
      </Pressable>
    </Message>
  );
}
