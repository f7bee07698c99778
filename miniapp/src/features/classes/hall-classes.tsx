import { View } from "@tarojs/components";
import { useCallback } from "react";
import type { SessionItem } from "../../../../shared/classes/class-answer";
import type { EpochMs } from "../../../../shared/common/time";
import { mayAt } from "../../../../shared/people/permissions";
import type { Account } from "../../../../shared/people/user";
import { useLoadable } from "../../http/use-loadable";
import { useServerNow } from "../../http/use-server-now";
import { openHallScreen, openRoster } from "../../navigation/class-pages";
import { Heading } from "../../ui/heading";
import { Failure, Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import { useSignIn } from "../people/sign-in";
import { SignInHere } from "../people/sign-in-here";
import { KeeperLine } from "../trust/keeper-line";
import { sessionWhenWords, venueWords } from "./class-words";
import { loadDays } from "./load-days";
import { SessionTitle } from "./session-title";
import "./hall-classes.scss";

const DAYS_SHOWN = 7;

/** For keepers and officers: the classes of this week at their halls, each with its roster and its screen. */
export function HallClassesView() {
  const user = useSignIn()?.user ?? null;
  const [sessions, reload] = useLoadable(useCallback(loadWeek, []));
  const now = useServerNow();
  return (
    <PageFrame className="hall-classes">
      <KeeperLine />
      {user === null ? (
        <SignInHere title="这里给站长和工会干部用" advice="用站长或干部的身份登录，这里接着办" />
      ) : sessions.status === "loading" ? (
        <ListSkeleton rows={2} />
      ) : sessions.status === "failed" ? (
        <Failure failure={sessions.failure} onRetry={() => void reload()} />
      ) : (
        <HallClasses sessions={sessions.value.filter((session) => keepsRosterOf(user, session))} now={now} />
      )}
    </PageFrame>
  );
}

async function loadWeek(): Promise<SessionItem[]> {
  const { sessions } = await loadDays(DAYS_SHOWN);
  return sessions.filter(({ state }) => state === "scheduled");
}

function keepsRosterOf(user: Account, { venue }: SessionItem): boolean {
  return mayAt(user, "class:keep-roster", { id: venue.id, districtCode: venue.district.code });
}

function HallClasses({ sessions, now }: { sessions: readonly SessionItem[]; now: EpochMs }) {
  if (sessions.length === 0) return <Message title="这七天你这里没有课" advice="排了课，会出现在这里" />;
  return (
    <View className="list">
      {sessions.map((session) => (
        <View key={session.id} className="card hall-class">
          <View className="hall-class-when">{sessionWhenWords(session, now)}</View>
          <Heading level={2} className="session-title">
            <SessionTitle session={session} />
          </Heading>
          <View>{venueWords(session.venue)}</View>
          <View className="hall-class-actions">
            <Pressable
              className="button button-main"
              label={`点名：${session.title}`}
              onPress={() => openRoster(session.id)}
            >
              点名
            </Pressable>
            <Pressable
              className="button button-plain"
              label={`签到屏幕：${session.title}`}
              onPress={() => openHallScreen(session.id)}
            >
              签到屏幕
            </Pressable>
          </View>
        </View>
      ))}
    </View>
  );
}
