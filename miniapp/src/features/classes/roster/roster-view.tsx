import { View } from "@tarojs/components";
import type { Roster } from "../../../../../shared/classes/class-answer";
import { useServerNow } from "../../../http/use-server-now";
import { openHallScreen } from "../../../navigation/class-pages";
import { accessible } from "../../../ui/accessible";
import { Heading } from "../../../ui/heading";
import { Notice } from "../../../ui/notice";
import { Pressable } from "../../../ui/pressable";
import { LostWrites } from "../../stations/keeper/lost-writes";
import { sessionWhenWords } from "../class-words";
import { SessionTitle } from "../session-title";
import "../../../keeper/station/index.scss";
import { rosterParts } from "./roster-entries";
import { RosterRow } from "./roster-row";
import { useRoster } from "./use-roster";
import { WaiveAll } from "./waive-all";
import { WalkIn } from "./walk-in";

interface RosterViewProps {
  loaded: Roster;
  onReload: () => Promise<void>;
}

/** How many are here, then everybody with a seat, somebody without a phone, and who waits. */
export function RosterView({ loaded, onReload }: RosterViewProps) {
  const { session } = loaded;
  const now = Math.max(useServerNow(), Date.parse(session.asOf));
  const { entries, lost, isOffline, checkIn, strike, waive } = useRoster(loaded, now);
  const { seated, waiting } = rosterParts(entries);
  const here = seated.filter(({ state }) => state === "attended").length;
  return (
    <>
      <View className="card roster-head">
        <View className="roster-when">{sessionWhenWords(session, now)}</View>
        <Heading level={1} className="session-title">
          <SessionTitle session={session} />
        </Heading>
        <View className="roster-count" {...accessible({ role: "status", live: true })}>
          到了 <View className="minutes minutes-large roster-here">{here}</View> 人，报了 {seated.length} 人
        </View>
        <Pressable className="button button-plain" onPress={() => openHallScreen(session.id)}>
          打开签到屏幕
        </Pressable>
      </View>
      {isOffline ? <Notice tone="soon">没网，点的先记下了，有网就发出去</Notice> : null}
      <LostWrites writes={lost} now={now} />
      <Heading level={2} className="section-title">
        有名额的 {seated.length} 人
      </Heading>
      <View className="card roster-list">
        {seated.length === 0 ? <View className="secondary">还没有人报</View> : null}
        {seated.map((entry) => (
          <RosterRow
            key={entry.bookingId}
            entry={entry}
            onCheckIn={() => checkIn(entry.bookingId)}
            onStrike={() => strike(entry.bookingId)}
            onWaive={() => waive(entry.bookingId)}
          />
        ))}
      </View>
      <WalkIn sessionId={session.id} onAdded={onReload} />
      <WaiveAll session={session} onWaived={onReload} />
      {waiting.length > 0 ? (
        <>
          <Heading level={2} className="section-title">
            在排队的 {waiting.length} 人
          </Heading>
          <View className="card roster-list">
            {waiting.map((entry, index) => (
              <View key={entry.bookingId} className="roster-row">
                <View className="roster-number">{entry.position ?? index + 1}</View>
                <View className="roster-who">
                  <View className="roster-name">{entry.calledBy}</View>
                  {entry.state === "offered" ? <View className="secondary">名额留给他，等他点</View> : null}
                </View>
              </View>
            ))}
          </View>
        </>
      ) : null}
    </>
  );
}
