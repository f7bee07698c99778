import { View } from "@tarojs/components";
import { useCallback, useState } from "react";
import type { EpochMs } from "../../../../../shared/common/time";
import type { WishView } from "../../../../../shared/wishes/wish-answer";
import { callApi } from "../../../http/call-api";
import { useLoadable } from "../../../http/use-loadable";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { Sheet } from "../../../ui/sheet";
import { StatePill } from "../../stations/state-pill";
import { MoveFailure } from "../move-failure";
import { DESK_STATE_WORDS, dueWords } from "../wish-desk-words";

interface SimilarWishesProps {
  wish: WishView;
  now: EpochMs;
  onMerged: () => Promise<void>;
}

/** Wishes that may be the same one, to be answered together; nothing where there is none. */
export function SimilarWishes({ wish: { id, version }, now, onMerged }: SimilarWishesProps) {
  const load = useCallback(() => callApi("GET /wishes/:id/similar", { id }), [id]);
  const [similar] = useLoadable(load);
  const [into, setInto] = useState<WishView | null>(null);
  const [task, merge] = useAwaitedWrite("POST /wishes/:id/merge", async () => {
    setInto(null);
    await onMerged();
  });
  if (similar.status !== "ready" || similar.value.wishes.length === 0) return null;
  return (
    <>
      <Heading level={2} className="section-title">
        有没有一样的？
      </Heading>
      <View className="list">
        {similar.value.wishes.map(({ wish, samePerson }) => (
          <View key={wish.id} className="card wish-record">
            <StatePill words={DESK_STATE_WORDS[wish.state]} />
            <View>「{wish.text}」</View>
            <View className="secondary">
              {[samePerson ? "同一个人" : "像是一样的", wish.station.name, dueWords(wish, now)]
                .filter((part) => part !== null)
                .join(" · ")}
            </View>
            <Pressable
              className="button button-plain"
              label={`并到这个一起办：${wish.text ?? ""}`}
              onPress={() => setInto(wish)}
            >
              并到这个一起办
            </Pressable>
          </View>
        ))}
      </View>
      {into === null ? null : (
        <Sheet title="并到这一个一起办？" onClose={() => setInto(null)} awayLabel="先不并">
          <View className="wish-record-text">「{into.text}」</View>
          <View className="sheet-text">正在看的这一个就此结束，许愿的人会收到通知，不能再分开。</View>
          <Pressable
            className="button button-main"
            disabled={task.status === "running"}
            onPress={() => merge({ id, version, into: into.id })}
          >
            并过去，一起办
          </Pressable>
          <MoveFailure task={task} />
        </Sheet>
      )}
    </>
  );
}
