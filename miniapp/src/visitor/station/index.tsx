import { useRouter } from "@tarojs/taro";
import { useCallback, useState } from "react";
import { may } from "../../../../shared/people/permissions";
import { useSignIn } from "../../features/people/sign-in";
import { loadStation } from "../../features/stations/station/load-station";
import { stationIdOf } from "../../features/stations/station/station-id-of";
import { StationView } from "../../features/stations/station/station-view";
import { StationGlimpse } from "../../features/stations/station-glimpse";
import { useLoadable } from "../../http/use-loadable";
import { useServerNow } from "../../http/use-server-now";
import { goBack } from "../../navigation/pages";
import { openWithdrawn } from "../../navigation/union-pages";
import { useSharing } from "../../navigation/use-sharing";
import { Failure, Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import { type FailureWords, failureWords } from "../../ui/words/failure-words";
import "./index.scss";

/** Everything a person may see of one station. */
export default function StationPage() {
  const id = stationIdOf(useRouter().params);
  const load = useCallback(() => loadStation(id), [id]);
  const [station, reload] = useLoadable(load);
  const [isWithdrawn, setIsWithdrawn] = useState(false);
  const now = useServerNow();
  useSharing({
    title:
      station.status === "ready" ? `${station.value.name}：歇脚的地方，${station.value.address}` : "户外劳动者驿站",
    page: "/visitor/station/index",
    id,
  });
  return (
    <PageFrame className="station">
      {id === "" ? (
        <Gone title="不知道是哪个驿站" advice="这个码或链接里没有驿站，看看附近的吧" />
      ) : station.status === "loading" ? (
        <>
          <StationGlimpse />
          <ListSkeleton rows={3} />
        </>
      ) : station.status === "failed" && station.failure.code === "not_found" ? (
        <Gone {...failureWords({ code: "not_found", sentence: null })} />
      ) : station.status === "failed" ? (
        <Failure failure={station.failure} onRetry={reload} />
      ) : isWithdrawn || station.value.isWithdrawn ? (
        <Gone title="这个驿站已经撤下" advice={`${station.value.name}不再开放，看看附近别的吧`} />
      ) : (
        <StationView station={station.value} now={now} onWithdrawn={() => setIsWithdrawn(true)} />
      )}
    </PageFrame>
  );
}

/** A link to a station outlives the station; asking again would not bring it back, an officer can. */
function Gone(words: FailureWords) {
  const signIn = useSignIn();
  return (
    <Message {...words}>
      <Pressable className="button button-main" onPress={goBack}>
        看附近的
      </Pressable>
      {signIn !== null && may(signIn.user, "station:reinstate") ? (
        <Pressable className="button button-plain" onPress={openWithdrawn}>
          看撤下的驿站，可以恢复
        </Pressable>
      ) : null}
    </Message>
  );
}
