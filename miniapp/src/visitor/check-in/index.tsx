import { useRouter } from "@tarojs/taro";
import { useCallback, useState } from "react";
import type { SessionItem } from "../../../../shared/classes/class-answer";
import { CheckInForm } from "../../features/classes/check-in/check-in-form";
import { readCheckInLink } from "../../features/classes/check-in/check-in-link";
import { useSignIn } from "../../features/people/sign-in";
import { SignInCard } from "../../features/people/sign-in-card";
import { callApi } from "../../http/call-api";
import { serverClock } from "../../http/server-clock";
import { useLoadable } from "../../http/use-loadable";
import { openTimetable } from "../../navigation/class-pages";
import { Failure, Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

/** Signing in at the hall, by the code on its screen: scanned, or typed. */
export default function CheckInPage() {
  const link = readCheckInLink(useRouter().params);
  const userId = useSignIn()?.user.id ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  const sessionId = link.sessionId ?? chosen;
  const load = useCallback(() => loadSessions(sessionId, userId), [sessionId, userId]);
  const [found, reload] = useLoadable(userId === null ? null : load);
  return (
    <PageFrame className="check-in">
      {userId === null ? (
        <>
          <Message title="先登录，再签到" advice="登录好了，这里接着签" />
          <SignInCard />
        </>
      ) : found.status === "loading" ? (
        <ListSkeleton rows={1} />
      ) : found.status === "failed" ? (
        <Failure failure={found.failure} onRetry={() => void reload()} />
      ) : (
        <CheckIn sessions={found.value} code={link.code} onChoose={setChosen} />
      )}
    </PageFrame>
  );
}

/** The class that the link names, else those that the person holds and that are not over. */
async function loadSessions(sessionId: string | null, _userId: string | null): Promise<SessionItem[]> {
  if (sessionId !== null) return [await callApi("GET /classes/:id", { id: sessionId })];
  const { bookings } = await callApi("GET /bookings/mine", {});
  return bookings
    .filter(({ state, session }) => state === "confirmed" && session.state === "scheduled")
    .filter(({ session }) => Date.parse(session.endsAt) > serverClock.now())
    .map(({ session, ...mine }) => ({ ...session, mine }));
}

interface CheckInProps {
  sessions: readonly SessionItem[];
  code: string | null;
  onChoose: (sessionId: string) => void;
}

function CheckIn({ sessions, code, onChoose }: CheckInProps) {
  const [first, ...others] = sessions;
  if (first === undefined) {
    return (
      <Message title="你没有要签到的课" advice="到了教室，扫屏幕上的码也能签；开课后还有空位，没报名也能上">
        <Pressable className="button button-main" onPress={openTimetable}>
          看课表
        </Pressable>
      </Message>
    );
  }
  if (others.length === 0) return <CheckInForm session={first} code={code} />;
  return (
    <Message title="签哪一节？" advice="你报了这几节">
      {sessions.map(({ id, title }) => (
        <Pressable key={id} className="button button-plain" onPress={() => onChoose(id)}>
          {title}
        </Pressable>
      ))}
    </Message>
  );
}
