import { View } from "@tarojs/components";
import type { WishView } from "../../../../../shared/wishes/wish-answer";
import { CLOSED_WISH_STATES } from "../../../../../shared/wishes/wish-states";
import type { Loadable } from "../../../http/use-loadable";
import { useServerNow } from "../../../http/use-server-now";
import { openSlip, openWishForm } from "../../../navigation/wish-pages";
import type { PendingWrite } from "../../../queue/pending-write";
import { Heading } from "../../../ui/heading";
import { Failure } from "../../../ui/message";
import { Notice } from "../../../ui/notice";
import { Pressable } from "../../../ui/pressable";
import { ListSkeleton } from "../../../ui/skeleton";
import { pastTimeWords } from "../../../ui/words/clock-words";
import type { MyWishesView } from "../load-mine";
import { isStarted, readDraft } from "../wish-draft";
import { WaitingWish } from "./waiting-wish";
import { WishCard } from "./wish-card";

/** So many of those that are over are shown. */
const MOST_OVER = 5;

interface MyWishesProps {
  /** Null: nobody is signed in. */
  mine: Loadable<MyWishesView> | null;
  /** Made here, and not with the server yet. */
  waiting: readonly PendingWrite[];
  onReload: () => void;
}

/** One's own wishes, the one that goes on first, and the way to make one. */
export function MyWishesSection({ mine, waiting, onReload }: MyWishesProps) {
  const now = useServerNow();
  const view = mine?.status === "ready" ? mine.value : null;
  const sorted = sortWishes(view?.wishes ?? []);
  const mayWish = (view?.mayWish ?? true) && !waiting.some(({ state }) => state !== "failed");
  return (
    <View className="my-wishes">
      {view?.rememberedFrom ? (
        <Notice tone="soon">{rememberedWords(view, pastTimeWords(view.rememberedFrom, now))}</Notice>
      ) : null}
      {waiting.map((write) => (
        <WaitingWish key={write.key} write={write} />
      ))}
      {mine?.status === "loading" ? <ListSkeleton rows={0} /> : null}
      {mine?.status === "failed" ? <Failure failure={mine.failure} onRetry={onReload} /> : null}
      {sorted.open.map((wish) => (
        <WishCard key={wish.id} wish={wish} now={now} />
      ))}
      {mayWish ? <Invitation isFirst={sorted.open.length === 0 && waiting.length === 0} /> : null}
      {!mayWish && sorted.open.length > 0 ? <View className="secondary">办完这一个，再许下一个。</View> : null}
      {sorted.over.length > 0 ? (
        <>
          <Heading level={2} className="section-title">
            以前的
          </Heading>
          {sorted.over.slice(0, MOST_OVER).map((wish) => (
            <WishCard key={wish.id} wish={wish} now={now} />
          ))}
        </>
      ) : null}
    </View>
  );
}

function rememberedWords({ wishes }: MyWishesView, when: string): string {
  if (wishes.length === 0) return "没网。也能先写下来，有网自动发出去";
  const hasCode = wishes.some(({ pickup }) => pickup?.code);
  return `没网。这是${when} 看到的${hasCode ? "，取货码照样能用" : ""}`;
}

/** What a wish is, for somebody who has none; the button for everybody who may make one. */
function Invitation({ isFirst }: { isFirst: boolean }) {
  const kept = readDraft();
  const draft = isStarted(kept) ? kept : null;
  return (
    <View className="card wish-invitation">
      {isFirst ? (
        <>
          <Heading level={1} className="answer-name">
            缺什么，写一句，工会来办
          </Heading>
          <View>一副防寒手套、一个头盔、孩子的书……不发钱，办好了到驿站拿。</View>
        </>
      ) : null}
      {draft === null ? null : (
        <View className="secondary">
          还有一个没写完{draft.text.trim() === "" ? "" : `：「${draft.text.trim()}」`}，没发出去。
        </View>
      )}
      <Pressable className="button button-main" onPress={openWishForm}>
        {draft === null ? "许个心愿" : "接着写"}
      </Pressable>
      <Pressable className="button button-quiet" onPress={openSlip}>
        有纸条？按纸条上的码查
      </Pressable>
    </View>
  );
}

/** What goes on, what needs the person first; and what is over, newest first. */
function sortWishes(wishes: readonly WishView[]): { open: WishView[]; over: WishView[] } {
  const isOver = ({ state, rating, parties }: WishView) =>
    CLOSED_WISH_STATES.includes(state) && !(state === "fulfilled" && rating === null && parties.includes("worker"));
  const needsMe = ({ state }: WishView) => state === "need_info" || state === "ready" || state === "delivered";
  const open = wishes.filter((wish) => !isOver(wish));
  return {
    open: [...open.filter(needsMe), ...open.filter((wish) => !needsMe(wish))],
    over: wishes.filter(isOver),
  };
}
