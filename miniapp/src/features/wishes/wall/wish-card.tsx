import { View } from "@tarojs/components";
import type { EpochMs } from "../../../../../shared/common/time";
import type { WishView } from "../../../../../shared/wishes/wish-answer";
import { categorySaid } from "../../../../../shared/wishes/wish-category";
import { wishNumber } from "../../../../../shared/wishes/wish-number";
import { CLOSED_WISH_STATES, type WishState } from "../../../../../shared/wishes/wish-states";
import { openWish } from "../../../navigation/wish-pages";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { StatePill } from "../../stations/state-pill";
import { PickupCode } from "../pickup-code";
import { CallRightsLine } from "../rights-help";
import { WishTimeline } from "../wish-timeline";
import { nextStepWords, standingOf, WISH_STATE_WORDS } from "../wish-words";

/** What the button to the wish is called where there is something to do there. */
const TO_DO: Partial<Record<WishState, string>> = {
  need_info: "回工会的话",
  delivered: "说说拿到没有",
  fulfilled: "说说好不好",
};

/** So much of what happened stands on the card; all of it is one tap away. */
const LATEST_STEPS = 3;

interface WishCardProps {
  wish: WishView;
  now: EpochMs;
}

/** One wish: how far it is, what comes next and when, and the code when it can be collected. */
export function WishCard({ wish, now }: WishCardProps) {
  const { id, state, text, category, pickup, history, rating, isDemo, parties } = wish;
  const isHelper = !parties.includes("worker");
  const isOver = CLOSED_WISH_STATES.includes(state);
  const next = nextStepWords(standingOf(wish), now);
  const asks = state === "fulfilled" && (rating !== null || isHelper) ? undefined : TO_DO[state];
  return (
    <View className="card wish-card">
      <Heading level={2} className="wish-title">
        {isDemo ? "示例 · " : ""}
        {isHelper ? "帮别人许的 · " : ""}
        {categorySaid(category)}
        {isHelper ? ` · 编号 ${wishNumber(id)}` : ""}
      </Heading>
      <StatePill words={WISH_STATE_WORDS[state]} />
      <View className="wish-next">{next}</View>
      {pickup?.code ? <PickupCode code={pickup.code} number={wishNumber(id)} /> : null}
      {state === "referred" ? <CallRightsLine className="button-main" /> : null}
      {text === null ? null : <View className="wish-text">「{text}」</View>}
      {isOver ? null : <WishTimeline history={history.slice(-LATEST_STEPS)} next={null} now={now} />}
      <Pressable
        className={`button ${asks === undefined ? "button-plain" : "button-main"}`}
        label={`${asks ?? "看详细"}：${categorySaid(category)}`}
        onPress={() => openWish(id)}
      >
        {asks ?? "看详细"}
      </Pressable>
    </View>
  );
}
