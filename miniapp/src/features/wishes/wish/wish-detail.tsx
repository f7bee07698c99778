import { View } from "@tarojs/components";
import type { EpochMs } from "../../../../../shared/common/time";
import type { WishView } from "../../../../../shared/wishes/wish-answer";
import { categorySaid } from "../../../../../shared/wishes/wish-category";
import { wishNumber } from "../../../../../shared/wishes/wish-number";
import { CLOSED_WISH_STATES } from "../../../../../shared/wishes/wish-states";
import { openWishEdit } from "../../../navigation/wish-pages";
import { Heading } from "../../../ui/heading";
import { Notice } from "../../../ui/notice";
import { Pressable } from "../../../ui/pressable";
import { pastTimeWords } from "../../../ui/words/clock-words";
import { StatePill } from "../../stations/state-pill";
import { PickupCode } from "../pickup-code";
import { CallRightsLine, RightsHelp } from "../rights-help";
import { WishTimeline } from "../wish-timeline";
import { maskedName, maskedPhone, nextStepWords, standingOf, WISH_STATE_WORDS } from "../wish-words";
import { AnswerQuestion } from "./answer-question";
import { Arrived } from "./arrived";
import { NewSlip } from "./new-slip";
import { RateWish } from "./rate-wish";
import { WithdrawWish } from "./withdraw-wish";

interface WishDetailProps {
  wish: WishView;
  rememberedFrom: EpochMs | null;
  now: EpochMs;
  onChanged: () => Promise<void>;
}

/** How far it is and what to do about it first; then what happened, what was written, and who looked. */
export function WishDetail({ wish, rememberedFrom, now, onChanged }: WishDetailProps) {
  const { state, category, pickup, history, parties, isDemo, moves } = wish;
  const next = nextStepWords(standingOf(wish), now);
  const isOver = CLOSED_WISH_STATES.includes(state);
  return (
    <>
      {rememberedFrom === null ? null : (
        <Notice tone="soon">
          没网。这是{pastTimeWords(rememberedFrom, now)} 看到的{pickup?.code ? "，取货码照样能用" : ""}
        </Notice>
      )}
      <View className="card wish-head">
        <Heading level={1} className="wish-category">
          {isDemo ? "示例 · " : ""}
          {parties.includes("worker") ? "" : "帮别人许的 · "}
          {categorySaid(category)}
          {parties.includes("worker") ? "" : ` · 编号 ${wishNumber(wish.id)}`}
        </Heading>
        <StatePill words={WISH_STATE_WORDS[state]} />
        <View className="wish-next-step">{next}</View>
        {pickup?.code ? <PickupCode code={pickup.code} number={wishNumber(wish.id)} /> : null}
        {state === "referred" ? (
          <>
            <RightsHelp />
            <CallRightsLine className="button-main" />
          </>
        ) : null}
        {moves.includes("answer") ? <AnswerQuestion wish={wish} onChanged={onChanged} /> : null}
        {state === "delivered" ? <Arrived wish={wish} onChanged={onChanged} /> : null}
        {moves.includes("rate") ? <RateWish wish={wish} onChanged={onChanged} /> : null}
      </View>
      <Heading level={2} className="section-title">
        办到哪一步了
      </Heading>
      <View className="card">
        <WishTimeline history={history} next={isOver ? null : next} now={now} />
      </View>
      <Written wish={wish} mayChange={wish.canEdit && rememberedFrom === null} />
      <Lookers wish={wish} now={now} />
      {wish.canRenewSlip && rememberedFrom === null ? <NewSlip wish={wish} /> : null}
      {moves.includes("withdraw") ? <WithdrawWish wish={wish} onChanged={onChanged} /> : null}
    </>
  );
}

/** What is kept of what was written. Contact data is shown masked: somebody may look over one's shoulder. */
function Written({ wish, mayChange }: { wish: WishView; mayChange: boolean }) {
  const { id, text, station, pickup, contact, hasContact, isErased, public: isPublic } = wish;
  return (
    <>
      <Heading level={2} className="section-title">
        写了什么
      </Heading>
      <View className="card wish-written">
        <View>{text === null ? "写的话到期删掉了" : `「${text}」`}</View>
        <View className="secondary">到{(pickup?.station ?? station).name}拿</View>
        {contact === null ? (
          <View className="secondary">
            {hasContact ? "联系方式加密存着" : isErased ? "联系方式到期删掉了" : "没留联系方式"}
          </View>
        ) : (
          <View className="secondary">
            {maskedName(contact.name)}
            {contact.phone === undefined ? "" : ` · ${maskedPhone(contact.phone)}`}
            {contact.address === undefined ? "" : " · 留了住址"}
          </View>
        )}
        <View className="secondary">{isPublic ? "办好了可以贴到墙上，不写名字" : "不贴到墙上"}</View>
        {mayChange ? (
          <Pressable className="button button-plain" onPress={() => openWishEdit(id)}>
            改一改(没人认领前都能改)
          </Pressable>
        ) : null}
      </View>
    </>
  );
}

/** Every look at how to reach the worker; nothing where there was nothing to look at. */
function Lookers({ wish: { hasContact, views }, now }: { wish: WishView; now: EpochMs }) {
  if (!hasContact && views.length === 0) return null;
  return (
    <>
      <Heading level={2} className="section-title">
        谁看过联系方式
      </Heading>
      <View className="card wish-written">
        {views.length === 0 ? <View>还没有人看过。</View> : null}
        {views.map(({ at, by }) => (
          <View key={`${at} ${by}`}>
            {by} · {pastTimeWords(Date.parse(at), now)}
          </View>
        ))}
      </View>
    </>
  );
}
