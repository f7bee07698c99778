import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useCallback, useState } from "react";
import type { HolidayStation, NextHoliday } from "../../../../shared/holidays/holiday-answer";
import { holidayStanding } from "../../../../shared/holidays/holiday-day";
import { holidayLines, holidayText, holidayWords } from "../../../../shared/holidays/holiday-words";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { openNearby, openStation } from "../../navigation/pages";
import { useSharing } from "../../navigation/use-sharing";
import { openHolidayPicture } from "../../platform/open-holiday-picture";
import { copyText } from "../../platform/settings/copy-text";
import { accessible } from "../../ui/accessible";
import { Heading } from "../../ui/heading";
import { Failure, Message } from "../../ui/message";
import { Notice } from "../../ui/notice";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

/** 假期开着的驿站: what somebody has said for the next holiday, and of whom nobody has. */
export default function HolidayPage() {
  // A shared page names what it is about as `id`.
  const { city = "", id = "" } = useRouter().params;
  const place = city || id;
  const load = useCallback(() => callApi("GET /holidays/next", { city: place }), [place]);
  const [list, reload] = useLoadable(load);
  useSharing({ title: "假期哪些驿站开着", page: "/visitor/holiday/index", id: place });
  if (list.status === "loading") return framed(<ListSkeleton rows={4} />);
  if (list.status === "failed") return framed(<Failure failure={list.failure} onRetry={reload} />);
  return framed(<HolidayList list={list.value} city={place} />);
}

function framed(content: JSX.Element) {
  return <PageFrame className="holiday">{content}</PageFrame>;
}

function HolidayList({ list, city }: { list: NextHoliday; city: string }) {
  const { holiday, stations } = list;
  const of = (standing: ReturnType<typeof holidayStanding>) =>
    stations.filter(({ days }) => holidayStanding(days) === standing);
  if (stations.length === 0) {
    return (
      <Message title="这里还没有驿站" advice="到「附近」看看别的地方">
        <Pressable className="button button-main" onPress={openNearby}>
          看附近的
        </Pressable>
      </Message>
    );
  }
  return (
    <>
      <Heading level={1} className="section-title">
        {holidayWords(holiday)}
      </Heading>
      <HandOn list={list} city={city} />
      <Group title={`开着 ${of("open").length} 个`} stations={of("open")} />
      {of("open").length === 0 ? <Notice>还没有驿站说开</Notice> : null}
      <Group title={`没人说 ${of("unknown").length} 个，去之前先打电话`} stations={of("unknown")} />
      <Group title={`不开 ${of("closed").length} 个`} stations={of("closed")} />
    </>
  );
}

/** A text for a chat, and a picture for whoever asks for one. */
function HandOn({ list, city }: { list: NextHoliday; city: string }) {
  const [isCopied, setCopied] = useState<boolean | null>(null);
  return (
    <>
      <View className="holiday-actions">
        <Pressable className="button button-main" onPress={() => void copyText(holidayText(list)).then(setCopied)}>
          复制名单
        </Pressable>
        <Pressable className="button button-plain" onPress={() => openHolidayPicture(city)}>
          出一张图
        </Pressable>
      </View>
      <View className="secondary" {...accessible({ role: "status", live: true })}>
        {isCopied === null ? "" : isCopied ? "复制好了，去微信群里粘贴" : "没复制成，再点一次"}
      </View>
    </>
  );
}

function Group({ title, stations }: { title: string; stations: readonly HolidayStation[] }) {
  if (stations.length === 0) return null;
  return (
    <>
      <Heading level={2} className="section-title">
        {title}
      </Heading>
      {stations.map(({ id, name, days }) => (
        <Pressable key={id} className="card holiday-station" onPress={() => openStation(id)}>
          <View className="holiday-name">{name}</View>
          {holidayLines(days).map((line) => (
            <View key={line} className={holidayStanding(days) === "open" ? "holiday-hours" : "secondary"}>
              {line}
            </View>
          ))}
        </Pressable>
      ))}
    </>
  );
}
