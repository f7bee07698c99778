import { useRouter } from "@tarojs/taro";
import { useCallback, useState } from "react";
import type { MyBookings } from "../../../../shared/classes/class-answer";
import type { EpochMs } from "../../../../shared/core/time";
import { Failure, Message } from "../../components/message";
import { PageFrame } from "../../components/page-frame";
import { Pressable } from "../../components/pressable";
import { SignInCard } from "../../components/sign-in-card";
import { ListSkeleton } from "../../components/skeleton";
import { callApi } from "../../http/call-api";
import { useSignIn } from "../../http/sign-in";
import { useLoadable } from "../../http/use-loadable";
import { useServerNow } from "../../http/use-server-now";
import { openTimetable } from "../../navigation/class-pages";
import { CheckInForm } from "./check-in-form";
import { readCheckInLink } from "./check-in-link";
import "./index.scss";

/** Signing in at the hall, by the code on its screen: scanned, or typed. */
export default function CheckInPage() {
  const link = readCheckInLink(useRouter().params);
  const userId = useSignIn()?.user.id ?? null;
  const load = useCallback(() => loadMine(userId), [userId]);
  const [mine, reload] = useLoadable(userId === null ? null : load);
  const now = useServerNow();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <PageFrame className="check-in">
      {userId === null ? (
        <>
          <Message title="先登录,再签到" advice="登录好了,这里接着签" />
          <SignInCard />
        </>
      ) : mine.status === "loading" ? (
        <ListSkeleton rows={1} />
      ) : mine.status === "failed" ? (
        <Failure failure={mine.failure} onRetry={() => void reload()} />
      ) : (
        <CheckIn
          mine={mine.value}
          now={now}
          sessionId={link.sessionId ?? chosen}
          code={link.code}
          onChoose={setChosen}
        />
      )}
    </PageFrame>
  );
}

/** The token that goes with the request names the person. */
function loadMine(_userId: string | null) {
  return callApi("GET /bookings/mine", {});
}

interface CheckInProps {
  mine: MyBookings;
  now: EpochMs;
  sessionId: string | null;
  code: string | null;
  onChoose: (sessionId: string) => void;
}

function CheckIn({ mine, now, sessionId, code, onChoose }: CheckInProps) {
  const held = mine.bookings.filter(
    ({ state, session }) => state === "confirmed" && session.state === "scheduled" && Date.parse(session.endsAt) > now,
  );
  const booking = mine.bookings.find(({ session }) => session.id === sessionId) ?? (held.length === 1 ? held[0] : null);
  if (booking) return <CheckInForm booking={booking} now={now} code={code} />;
  if (held.length === 0 || sessionId !== null) {
    return (
      <Message title="你没报这节课" advice="还有空位的话,开课后找站长,当场就能上">
        <Pressable className="button button-main" onPress={openTimetable}>
          看课表
        </Pressable>
      </Message>
    );
  }
  return (
    <Message title="签哪一节?" advice="你报了这几节">
      {held.map(({ session }) => (
        <Pressable key={session.id} className="button button-plain" onPress={() => onChoose(session.id)}>
          {session.title}
        </Pressable>
      ))}
    </Message>
  );
}
