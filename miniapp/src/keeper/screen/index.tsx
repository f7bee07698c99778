import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useCallback, useEffect } from "react";
import type { SessionDetail } from "../../../../shared/classes/class-answer";
import { beijingMinuteOfDay, MINUTE_MS } from "../../../../shared/common/time";
import { hourWords } from "../../../../shared/stations/hours-words";
import { type ShownCode, useCheckInCode } from "../../features/classes/check-in/use-check-in-code";
import { sessionTimes, venueWords } from "../../features/classes/class-words";
import { HallClassesView } from "../../features/classes/hall-classes";
import { SessionTitle } from "../../features/classes/session-title";
import { KeepersFailure } from "../../features/people/staff-failure";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { keepScreenOn } from "../../platform/keep-screen-on";
import { accessible } from "../../ui/accessible";
import { Heading } from "../../ui/heading";
import { PageFrame } from "../../ui/page-frame";
import { QrCode } from "../../ui/qr-code";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

/** What hangs in the hall for one class; opened without one, the classes of one's own halls, to choose from. */
export default function HallScreenPage() {
  const { id } = useRouter().params;
  return id ? <HallScreen id={id} /> : <HallClassesView />;
}

/** The code of this half minute, large enough to be read from the last row. */
function HallScreen({ id }: { id: string }) {
  const load = useCallback(() => callApi("GET /classes/:id", { id }), [id]);
  const [session] = useLoadable(load);
  const [shown, retry] = useCheckInCode(id);
  useEffect(keepScreenOn, []);
  return (
    <PageFrame className="hall-screen">
      {session.status === "ready" ? (
        <View className="hall-screen-head">
          <Heading level={1} className="hall-screen-title">
            <SessionTitle session={session.value} />
          </Heading>
          <View>
            {sessionTimes(session.value).join("–")} · {venueWords(session.value.venue)}
          </View>
          <View className="hall-screen-when">{checkInHours(session.value)} 签到</View>
        </View>
      ) : null}
      <Code shown={shown} onRetry={retry} />
    </PageFrame>
  );
}

/** 18:30–19:15: when the code is taken. */
function checkInHours({ startsAt, rules }: SessionDetail): string {
  const from = Date.parse(startsAt) - rules.checkInBeforeMinutes * MINUTE_MS;
  const until = Date.parse(startsAt) + rules.checkInAfterMinutes * MINUTE_MS;
  return [from, until].map((instant) => hourWords(beijingMinuteOfDay(instant))).join("–");
}

interface CodeProps {
  shown: ShownCode;
  onRetry: () => void;
}

function Code({ shown, onRetry }: CodeProps) {
  if (shown.status === "loading") return <ListSkeleton rows={1} />;
  if (shown.status === "failed") return <KeepersFailure failure={shown.failure} onRetry={onRetry} />;
  const { answer, secondsLeft } = shown;
  return (
    <View className="hall-screen-code">
      <View className="hall-screen-scan">
        <QrCode text={answer.url} label="签到二维码" />
        <View>微信扫一扫签到</View>
      </View>
      <View className="hall-screen-type">
        <View>或者在手机上输入</View>
        <View
          className={`hall-screen-digits ${secondsLeft === 0 ? "hall-screen-old" : ""}`}
          {...accessible({ label: answer.code })}
        >
          {answer.code}
        </View>
        <View className="hall-screen-left">
          {secondsLeft === 0 ? "正在换新的…没网的话，找站长点名" : `${secondsLeft} 秒后换新的`}
        </View>
        <View className="secondary">打开「课程」里你报的这节课，点「去签到」</View>
      </View>
    </View>
  );
}
