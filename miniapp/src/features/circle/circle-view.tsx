import { View } from "@tarojs/components";
import type { EpochMs } from "../../../../shared/common/time";
import { openMissingStations, openNearby } from "../../navigation/pages";
import { Message } from "../../ui/message";
import { Notice } from "../../ui/notice";
import { Pressable } from "../../ui/pressable";
import { pastTimeWords } from "../../ui/words/clock-words";
import { ClassesCard, PlacesCard, ServicesCard } from "./circle-cards";
import type { CircleView } from "./load-circle";

interface CircleProps {
  view: CircleView;
  now: EpochMs;
  onReload: () => void;
}

/** Everything within 15 minutes, a card for each thing; where there is nothing at all, what to do then. */
export function Circle({ view: { answer, rememberedFrom }, now, onReload }: CircleProps) {
  const { parts, services, classes, staleSince } = answer;
  const since = rememberedFrom ?? (staleSince === undefined ? null : Date.parse(staleSince));
  const hasNothing = parts.every(({ places }) => places.length === 0) && services.length === 0;
  return (
    <>
      {since === null ? null : (
        <Notice tone="soon">
          <View>
            {rememberedFrom === null ? "新消息暂时传不过来。" : "没网。"}这是{pastTimeWords(since, now)}{" "}
            的情况，开没开可能变了。
          </View>
          <Pressable className="link" onPress={onReload}>
            再连一次
          </Pressable>
        </Notice>
      )}
      {hasNothing && (classes ?? []).length === 0 ? (
        <Message title="这一圈今天没有能用的" advice="看看再远一点的，或者告诉工会这里缺一个站">
          <Pressable className="button button-main" onPress={openNearby}>
            看再远一点的
          </Pressable>
          <Pressable className="button button-plain" onPress={openMissingStations}>
            这里该有个站
          </Pressable>
        </Message>
      ) : (
        <>
          {parts.map((part) => (
            <PlacesCard key={part.what} part={part} now={now} />
          ))}
          <ClassesCard classes={classes} now={now} />
          <ServicesCard services={services} now={now} />
        </>
      )}
    </>
  );
}
