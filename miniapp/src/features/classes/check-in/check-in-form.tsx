import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useEffect, useRef, useState } from "react";
import type { SessionItem } from "../../../../../shared/classes/class-answer";
import { isWechat } from "../../../build-settings";
import { useServerNow } from "../../../http/use-server-now";
import { goBack } from "../../../navigation/pages";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { accessible } from "../../../ui/accessible";
import { Field } from "../../../ui/field";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { BookingFailure } from "../booking-failure";
import { sessionWhenWords, venueWords } from "../class-words";
import { SessionTitle } from "../session-title";
import { readCheckInAddress } from "./check-in-link";

/** As long as a code can be with a slip of the finger. */
const LONGEST_CODE = 12;

interface CheckInFormProps {
  session: SessionItem;
  /** Off the hall's screen, where the page was opened by its QR: sent at once, as it is new every half minute. */
  code: string | null;
}

/** The code, scanned or typed; then a large ✓ and the number to show. */
export function CheckInForm({ session, code }: CheckInFormProps) {
  const now = useServerNow();
  const [mine, setMine] = useState(session.mine);
  const isDone = mine?.state === "attended";
  const isBooked = mine?.state === "confirmed";
  const [typed, setTyped] = useState(code ?? "");
  const [task, send] = useAwaitedWrite("POST /classes/:id/check-in", setMine);
  const submit = (given: string) => send({ id: session.id, code: given.replace(/\s/g, "") });
  const isSent = useRef(isDone);
  useEffect(() => {
    if (code === null || isSent.current) return;
    isSent.current = true;
    send({ id: session.id, code });
  }, [code, send, session.id]);
  const scan = async () => {
    const scanned = await Taro.scanCode({ onlyFromCamera: true }).catch(() => null);
    const read = scanned === null ? null : readCheckInAddress(scanned.result).code;
    if (read !== null) submit(read);
  };
  const head = (
    <>
      <Heading level={1} className="session-title">
        <SessionTitle session={session} />
      </Heading>
      <View>{sessionWhenWords(session, now)}</View>
      <View>{venueWords(session.venue)}</View>
    </>
  );
  if (isDone) {
    return (
      <View className="card check-in-card" {...accessible({ role: "status", live: true })}>
        <View className="check-in-done">✓ 签到好了</View>
        <View className="check-in-number">{mine.number} 号</View>
        {head}
        <Pressable className="button button-main" onPress={goBack}>
          好
        </Pressable>
      </View>
    );
  }
  return (
    <View className="card check-in-card">
      {head}
      {isWechat ? (
        <Pressable className="button button-main" onPress={() => void scan()}>
          扫教室屏幕上的码
        </Pressable>
      ) : null}
      <View className="form">
        <Field label="输入教室屏幕上的数字" type="text" value={typed} maxLength={LONGEST_CODE} onChange={setTyped} />
      </View>
      <Pressable
        className={`button ${isWechat ? "button-plain" : "button-main"}`}
        disabled={typed.trim() === "" || task.status === "running"}
        onPress={() => submit(typed)}
      >
        {task.status === "running" ? "正在签…" : "签到"}
      </Pressable>
      <BookingFailure task={task} lost="没网，还没签上" onRetry={() => submit(typed)} />
      <View className="secondary">
        {isBooked
          ? `手机不好使？报你的号(${mine.number} 号)，让站长点名。`
          : "你没报这节课。开课后还有空位，签到就能上。"}
      </View>
    </View>
  );
}
