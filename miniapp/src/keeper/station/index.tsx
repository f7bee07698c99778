import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useCallback, useEffect, useState } from "react";
import type { EpochMs } from "../../../../shared/core/time";
import type { StationItem } from "../../../../shared/stations/station-answer";
import { Heading } from "../../components/heading";
import { Message } from "../../components/message";
import { Notice } from "../../components/notice";
import { PageFrame } from "../../components/page-frame";
import { Pressable } from "../../components/pressable";
import { ListSkeleton } from "../../components/skeleton";
import { KeepersFailure } from "../../components/staff-failure";
import { StatePill } from "../../components/state-pill";
import { StationName } from "../../components/station-name";
import { pastTimeWords } from "../../copy/clock-words";
import { openingWords } from "../../copy/opening-words";
import { useLoadable } from "../../http/use-loadable";
import { useServerNow } from "../../http/use-server-now";
import { onNetworkReturn } from "../../queue/network-return";
import { useLostWrites } from "../../queue/pending-writes";
import { KeeperView } from "./keeper-view";
import { loadKept } from "./load-kept";
import { LostWrites } from "./lost-writes";
import "./index.scss";

/** A keeper's desk: their station, or the choice of one where they keep several. */
export default function KeeperPage() {
  const { id = null } = useRouter().params;
  const [chosenId, setChosenId] = useState<string | null>(id);
  const load = useCallback(() => loadKept(chosenId), [chosenId]);
  const [kept, reload] = useLoadable(load);
  const now = useServerNow();
  const lost = useLostWrites();
  useEffect(() => onNetworkReturn(() => void reload()), [reload]);
  if (kept.status === "loading") return framed(<ListSkeleton rows={3} />);
  if (kept.status === "failed") {
    return framed(<KeepersFailure failure={kept.failure} onRetry={reload} />);
  }
  const { mine, station, isRemembered } = kept.value;
  // Those of the station on this page are told there; nobody else tells of a station that is not theirs any more.
  const strayed = lost.filter(({ recordId }) => recordId !== station?.id && !mine.some((one) => one.id === recordId));
  const told = <LostWrites writes={strayed} now={now} />;
  if (station === null) {
    return framed(
      <>
        {told}
        <Choice stations={mine} now={now} onChoose={setChosenId} />
      </>,
    );
  }
  const isKeeper = mine.some((one) => one.id === station.id);
  return framed(
    <>
      {isRemembered ? (
        <Notice>没网。这是 {pastTimeWords(Date.parse(station.asOf), now)} 看到的，照样能点，有网就发</Notice>
      ) : null}
      {told}
      <KeeperView key={station.id} station={station} isKeeper={isKeeper} now={now} onReload={reload} />
      {isKeeper && mine.length > 1 ? (
        <Pressable className="button button-quiet" onPress={() => setChosenId(null)}>
          换一个驿站
        </Pressable>
      ) : null}
    </>,
  );
}

function framed(content: JSX.Element) {
  return <PageFrame className="keeper">{content}</PageFrame>;
}

interface ChoiceProps {
  stations: readonly StationItem[];
  now: EpochMs;
  onChoose: (id: string) => void;
}

function Choice({ stations, now, onChoose }: ChoiceProps) {
  if (stations.length === 0) {
    return <Message title="你还没有管驿站" advice="请工会给你发一个邀请码，用它就能当站长" />;
  }
  return (
    <>
      <Heading level={1} className="section-title">
        看哪个驿站？
      </Heading>
      {stations.map((station) => (
        <Pressable key={station.id} className="card kept-station" onPress={() => onChoose(station.id)}>
          <View className="kept-station-name">
            <StationName station={station} />
          </View>
          <StatePill words={openingWords(station.opening, now)} />
        </Pressable>
      ))}
    </>
  );
}
