import { View } from "@tarojs/components";
import type { EpochMs } from "../../../../../shared/common/time";
import type { WishView } from "../../../../../shared/wishes/wish-answer";
import { wishNumber } from "../../../../../shared/wishes/wish-number";
import { HANDLED_WISH_STATES } from "../../../../../shared/wishes/wish-states";
import { openWishDesk } from "../../../navigation/wish-pages";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { StatePill } from "../../stations/state-pill";
import { DESK_STATE_WORDS, dueWords } from "../wish-desk-words";
import { WishTimeline } from "../wish-timeline";
import { wishDayWords } from "../wish-words";
import { ContactReveal } from "./contact-reveal";

/** The wish as an officer may read it: numbers and links are hidden from all but its handler. */
export function WishRecord({ wish, now }: { wish: WishView; now: EpochMs }) {
  const {
    state,
    categoryLabel,
    station,
    text,
    isTextMasked,
    hasContact,
    claim,
    isDemo,
    isOverdue,
    history,
    mergedInto,
  } = wish;
  const due = dueWords(wish, now);
  const mayReveal = hasContact && claim?.isMine === true && HANDLED_WISH_STATES.includes(state);
  const facts: [string, string | null][] = [
    ["到哪拿", wish.pickup?.station.name ?? station.name],
    ["编号", `${wishNumber(wish.id)}，写在要发的东西上`],
    ["几点拿", wish.pickup?.window ?? null],
    ["许愿", `${wishDayWords(wish.createdAt)}${wish.isHelped ? "，驿站代许" : ""}`],
    ["认领", claim === null ? null : `${claim.by}，${wishDayWords(claim.at)}`],
    ["花费", wish.costYuan === null ? null : `${wish.costYuan} 元`],
    ["评价", wish.rating === null ? null : `${wish.rating} 分(满分 5)`],
    ["转给", wish.referredTo],
    ["内容", wish.needsCheck ? "没自动通过检查，同意前请细看" : null],
  ];
  return (
    <>
      <View className="card wish-record">
        <Heading level={1} className="answer-name">
          {isDemo ? "示例 · " : ""}
          {categoryLabel}
        </Heading>
        <StatePill words={DESK_STATE_WORDS[state]} />
        {due === null ? null : <View className={isOverdue ? "wish-record-late" : ""}>{due}</View>}
        <View className="wish-record-text">{text === null ? "写的话到期删掉了" : `「${text}」`}</View>
        {isTextMasked ? <View className="secondary">电话、链接已隐藏，认领的人才看得到。</View> : null}
        {facts.map(([title, fact]) =>
          fact === null ? null : (
            <View key={title} className="wish-fact">
              <View className="wish-fact-title">{title}</View>
              <View className="wish-fact-text">{fact}</View>
            </View>
          ),
        )}
        {mergedInto === null ? null : (
          <Pressable className="button button-plain" onPress={() => openWishDesk(mergedInto)}>
            看一起办的那一个
          </Pressable>
        )}
        {mayReveal ? <ContactReveal id={wish.id} /> : null}
        {hasContact && !mayReveal ? <View className="secondary">留了联系方式，认领的人才看得到。</View> : null}
      </View>
      <Heading level={2} className="section-title">
        办到哪一步了
      </Heading>
      <View className="card">
        <WishTimeline history={history} next={null} now={now} />
      </View>
    </>
  );
}
