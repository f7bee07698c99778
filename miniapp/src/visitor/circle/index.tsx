import { View } from "@tarojs/components";
import { useEffect, useMemo } from "react";
import { LOCATION } from "../../build-settings";
import { Circle } from "../../features/circle/circle-view";
import { goodUntil } from "../../features/circle/circle-words";
import { loadCircle } from "../../features/circle/load-circle";
import {
  ASK_BY_HAND,
  ASK_REFUSED,
  ASK_UNAVAILABLE,
  PICK_PLACE,
  USE_POSITION,
} from "../../features/stations/nearby/ask-words";
import { placeWords } from "../../features/stations/nearby/place-words";
import { type Origin, precisionOf } from "../../features/stations/origin/origin";
import {
  mayLocateUnasked,
  type OriginState,
  takePosition,
  useOriginState,
} from "../../features/stations/origin/origin-store";
import { TravelChoice } from "../../features/stations/travel-choice";
import { useLoadable } from "../../http/use-loadable";
import { useServerNow } from "../../http/use-server-now";
import { openPlacePicker } from "../../navigation/pages";
import { useSettings } from "../../platform/settings/settings";
import { Heading } from "../../ui/heading";
import { Failure, Message } from "../../ui/message";
import { Notice } from "../../ui/notice";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

/** 我的15分钟圈: what one gets to within 15 minutes, now and later today, on one screen. */
export default function CirclePage() {
  const state = useOriginState();
  useEffect(() => {
    if (mayLocateUnasked()) void takePosition();
  }, []);
  return (
    <PageFrame className="circle">
      {state.status === "known" ? <Around origin={state.origin} /> : <NoPlace state={state} />}
    </PageFrame>
  );
}

function Around({ origin }: { origin: Origin }) {
  const { travel } = useSettings();
  const [circle, reload] = useLoadable(useMemo(() => () => loadCircle(origin, travel), [origin, travel]));
  const now = useServerNow();
  const answer = circle.status === "ready" ? circle.value.answer : null;
  const isOld = answer !== null && now >= goodUntil(answer, Date.parse(answer.asOf));
  useEffect(() => {
    if (isOld) void reload();
  }, [isOld, reload]);
  return (
    <>
      <View className="circle-top">
        <Heading level={1} className="circle-place">
          {placeWords(origin)} 15 分钟
        </Heading>
        <TravelChoice />
      </View>
      {precisionOf(origin) === "exact" ? null : (
        <Notice>
          <View>只知道你大概在哪，远近说不准。</View>
          <Pressable className="link" onPress={openPlacePicker}>
            选街道或地标
          </Pressable>
        </Notice>
      )}
      {circle.status === "loading" ? <ListSkeleton rows={5} /> : null}
      {circle.status === "failed" ? <Failure failure={circle.failure} onRetry={reload} /> : null}
      {circle.status === "ready" ? <Circle view={circle.value} now={now} onReload={() => void reload()} /> : null}
    </>
  );
}

/** Nobody is left without a way on: by hand it works as well. */
function NoPlace({ state }: { state: Exclude<OriginState, { status: "known" }> }) {
  if (state.status === "locating") {
    return (
      <>
        <ListSkeleton rows={4} />
        <Pressable className="button button-quiet" onPress={openPlacePicker}>
          太慢？{PICK_PLACE}
        </Pressable>
      </>
    );
  }
  const isMissing = state.status === "missing";
  const words = !isMissing ? ASK_BY_HAND : state.reason === "refused" ? ASK_REFUSED : ASK_UNAVAILABLE;
  return (
    <Message title={isMissing ? words.title : "你在哪一带？"} advice={words.why}>
      <Pressable className="button button-main" onPress={openPlacePicker}>
        {PICK_PLACE}
      </Pressable>
      {LOCATION === "none" ? null : (
        <Pressable className="button button-plain" onPress={() => void takePosition()}>
          {isMissing ? "再试一次我的位置" : USE_POSITION}
        </Pressable>
      )}
    </Message>
  );
}
