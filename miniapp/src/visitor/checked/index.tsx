import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useCallback } from "react";
import type { OpenDoorRates } from "../../../../shared/checks/check-figures";
import { shareWords } from "../../../../shared/checks/share-words";
import type { Share } from "../../../../shared/checks/wilson";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { openNearby } from "../../navigation/pages";
import { useSharing } from "../../navigation/use-sharing";
import { Heading } from "../../ui/heading";
import { Failure, Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

/** How often doors of a city were found open that were said to be, where its office has that shown. */
export default function CheckedPage() {
  // A shared page names what it is about as `id`.
  const { city = "", id = "" } = useRouter().params;
  const place = city || id;
  const load = useCallback(() => callApi("GET /checks/public", { city: place }), [place]);
  const [figures, reload] = useLoadable(load);
  useSharing({ title: "说开的门，真开着多少", page: "/visitor/checked/index", id: place });
  if (figures.status === "loading") return framed(<ListSkeleton rows={3} />);
  if (figures.status === "failed") {
    if (figures.failure.code !== "not_found") return framed(<Failure failure={figures.failure} onRetry={reload} />);
    return framed(<Nothing title="这里没有公开检查结果" />);
  }
  const { all, months } = figures.value;
  if (all.checks === 0) return framed(<Nothing title="这一年还没有人查过" />);
  return framed(
    <>
      <Heading level={1} className="section-title">
        说开的门，真开着多少
      </Heading>
      <View>抽到的门，有人到门口看过，看之前不知道我们怎么说。</View>
      <Rates title="一年来" rates={all} />
      {months.map(({ month, ...rates }) => (
        <Rates key={month} title={monthWords(month)} rates={rates} />
      ))}
    </>,
  );
}

function framed(content: JSX.Element) {
  return <PageFrame className="checked">{content}</PageFrame>;
}

function Nothing({ title }: { title: string }) {
  return (
    <Message title={title} advice="到「附近」看哪个站开着">
      <Pressable className="button button-main" onPress={openNearby}>
        看附近的
      </Pressable>
    </Message>
  );
}

/** 2026-11 as 2026年11月. */
function monthWords(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return `${year}年${number}月`;
}

function Rates({ title, rates }: { title: string; rates: OpenDoorRates }) {
  return (
    <View className="card">
      <Heading level={2}>
        {title}，查了 {rates.checks} 次
      </Heading>
      <Line words="门上时间说开，真开着" share={rates.posted} />
      <Line words="我们说开，真开着" share={rates.answered} />
      <Line words="说能用的，真能用" share={rates.amenities} />
    </View>
  );
}

/** A rate is never without how often it was looked at, and how sure it is. */
function Line({ words, share }: { words: string; share: Share }) {
  const { rate, detail } = shareWords(share);
  return (
    <View className="checked-line">
      <View>
        {words} <View className="checked-rate">{rate}</View>
      </View>
      <View className="secondary">{detail}</View>
    </View>
  );
}
