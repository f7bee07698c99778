import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useCallback, useEffect, useState } from "react";
import type { EpochMs } from "../../../../shared/common/time";
import type { StationItem } from "../../../../shared/stations/station-answer";
import { KeepersFailure } from "../../features/people/staff-failure";
import { KeeperView } from "../../features/stations/keeper/keeper-view";
import { loadKept } from "../../features/stations/keeper/load-kept";
import { LostWrites } from "../../features/stations/keeper/lost-writes";
import { openingWords } from "../../features/stations/opening-words";
import { StatePill } from "../../features/stations/state-pill";
import { StationName } from "../../features/stations/station-name";
import { KeeperLine } from "../../features/trust/keeper-line";
import { useLoadable } from "../../http/use-loadable";
import { useServerNow } from "../../http/use-server-now";
import { onNetworkReturn } from "../../platform/network-return";
import { useLostWrites } from "../../queue/pending-writes";
import { Heading } from "../../ui/heading";
import { Message } from "../../ui/message";
import { Notice } from "../../ui/notice";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import { pastTimeWords } from "../../ui/words/clock-words";
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
  return (
    <PageFrame className="keeper">
      <KeeperLine />
      {content}
    </PageFrame>
  );
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
