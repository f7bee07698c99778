import Taro from "@tarojs/taro";
import type { SessionDetail } from "../../../../../shared/classes/class-answer";
import { Pressable } from "../../../ui/pressable";
import { venueWords } from "../class-words";

/** Before the class, in seconds, the calendar rings. */
const ALARM_BEFORE_SECONDS = 7_200;

/** WeChat writes into the phone's calendar, after asking the person by itself. Its instants are seconds. */
export function AddToCalendar({ session }: { session: SessionDetail }) {
  const add = () =>
    Taro.addPhoneCalendar({
      title: session.title,
      startTime: Date.parse(session.startsAt) / 1_000,
      endTime: String(Date.parse(session.endsAt) / 1_000),
      location: `${venueWords(session.venue)}，${session.venue.address}`,
      description: session.bring === null ? "" : `要带：${session.bring}`,
      alarm: true,
      alarmOffset: ALARM_BEFORE_SECONDS,
    }).then(
      () => Taro.showToast({ title: "记到日历了", icon: "success" }),
      () => Taro.showToast({ title: "没记上，在微信设置里允许日历，再点一次", icon: "none" }),
    );
  return (
    <Pressable className="button button-plain class-extra" onPress={() => void add()}>
      记到手机日历
    </Pressable>
  );
}
