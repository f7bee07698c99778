import { View } from "@tarojs/components";
import type { EpochMs } from "../../../../../shared/common/time";
import type { WishView } from "../../../../../shared/wishes/wish-answer";
import { openWishDesk } from "../../../navigation/wish-pages";
import { Chip } from "../../../ui/chip";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { StatePill } from "../../stations/state-pill";
import { DESK_STATE_WORDS, dueWords } from "../wish-desk-words";

interface OpenWishCardProps {
  wish: WishView;
  now: EpochMs;
  isPicked: boolean;
  onPick: () => void;
}

/** One wish of the queue: what, where, until when, and who has it. */
export function OpenWishCard({ wish, now, isPicked, onPick }: OpenWishCardProps) {
  const { id, state, categoryLabel, station, text, isDemo, needsCheck, wasDisputed, isHelped, claim, isOverdue } = wish;
  const due = dueWords(wish, now);
  const marks = [
    needsCheck ? "内容要人看过" : null,
    wasDisputed ? "本人说过不对" : null,
    isHelped ? "驿站代许" : null,
    claim === null ? null : claim.isMine ? "你认领的" : `${claim.by}认领`,
  ].filter((mark) => mark !== null);
  return (
    <View className={`card open-wish-card ${isOverdue ? "open-wish-card-late" : ""}`}>
      <Heading level={3} className="open-wish-card-title">
        {isDemo ? "示例 · " : ""}
        {categoryLabel} · {station.name}
      </Heading>
      <StatePill words={DESK_STATE_WORDS[state]} />
      {due === null ? null : <View className={isOverdue ? "open-wish-late" : "secondary"}>{due}</View>}
      <View>{text === null ? "写的话到期删掉了" : text}</View>
      {marks.length === 0 ? null : <View className="secondary">{marks.join(" · ")}</View>}
      <View className="open-wish-card-actions">
        {state === "submitted" ? (
          <Chip on={isPicked} label={`选上：${categoryLabel} · ${text ?? ""}`} onPress={onPick}>
            选上
          </Chip>
        ) : null}
        <Pressable
          className="link open-wish-link"
          label={`看和办：${categoryLabel} · ${text ?? ""}`}
          onPress={() => openWishDesk(id)}
        >
          看和办
        </Pressable>
      </View>
    </View>
  );
}
