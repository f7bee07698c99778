import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useCallback } from "react";
import { sessionWhenWords, sessionWords, venueWords } from "../../features/classes/class-words";
import { CancelSession } from "../../features/classes/session/cancel-session";
import { MergeSession } from "../../features/classes/session/merge-session";
import { MoveSession } from "../../features/classes/session/move-session";
import { SessionTitle } from "../../features/classes/session-title";
import { OfficersFailure } from "../../features/people/staff-failure";
import { StatePill } from "../../features/stations/state-pill";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { openRoster, openSessionDesk } from "../../navigation/class-pages";
import { Heading } from "../../ui/heading";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import "../course/index.scss";
import "./index.scss";

/** For officers: one date of a course, to cancel, move or merge it. */
export default function SessionPage() {
  const { id = "" } = useRouter().params;
  const load = useCallback(() => callApi("GET /classes/:id", { id }), [id]);
  const [session, reload] = useLoadable(load);
  if (session.status !== "ready") {
    return (
      <PageFrame className="session">
        {session.status === "loading" ? (
          <ListSkeleton rows={2} />
        ) : (
          <OfficersFailure failure={session.failure} onRetry={reload} />
        )}
      </PageFrame>
    );
  }
  const { value } = session;
  const { mergedInto } = value;
  const now = Date.parse(value.asOf);
  const isAhead = value.state === "scheduled" && now < Date.parse(value.startsAt);
  return (
    <PageFrame className="session">
      <View className="card session-desk-head">
        <Heading level={1} className="session-title">
          <SessionTitle session={value} />
        </Heading>
        <View className="session-desk-when">{sessionWhenWords(value, now)}</View>
        <View>{venueWords(value.venue)}</View>
        {value.cancelledReason === null ? null : <View>取消原因：{value.cancelledReason}</View>}
        <StatePill words={sessionWords({ ...value, mine: undefined }, now)} />
        {mergedInto === null ? null : (
          <Pressable className="button button-main" onPress={() => openSessionDesk(mergedInto)}>
            看并到的那一节
          </Pressable>
        )}
        <Pressable className="button button-plain" onPress={() => openRoster(value.id)}>
          看名单、点名
        </Pressable>
      </View>
      {isAhead ? (
        <>
          <MoveSession session={value} onChanged={reload} />
          <MergeSession session={value} onChanged={reload} />
          <CancelSession session={value} onChanged={reload} />
        </>
      ) : null}
    </PageFrame>
  );
}
