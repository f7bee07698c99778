import { View } from "@tarojs/components";
import { useEffect, useState } from "react";
import type { OpenWishes, WishView } from "../../../../../shared/wishes/wish-answer";
import type { WishFilter } from "../../../../../shared/wishes/wish-filter";
import { callApi } from "../../../http/call-api";
import { useTask } from "../../../http/use-task";
import { Heading } from "../../../ui/heading";
import { Message } from "../../../ui/message";
import { Pressable } from "../../../ui/pressable";
import { TaskFailure } from "../../../ui/task-failure";
import { BulkReview } from "./bulk-review";
import { OpenWishCard } from "./open-wish-card";

interface OpenWishesViewProps {
  first: OpenWishes;
  filter: WishFilter;
  onChanged: () => Promise<void>;
}

/** The wishes in one list; several can be decided on at once. */
export function OpenWishesView({ first, filter, onChanged }: OpenWishesViewProps) {
  const [shown, setShown] = useState(first);
  const [picked, setPicked] = useState<readonly string[]>([]);
  useEffect(() => setShown(first), [first]);
  const { wishes, total, overdue, nextCursor, asOf } = shown;
  const now = Date.parse(asOf);
  const [task, more] = useTask(async (cursor: string) => {
    const page = await callApi("GET /wishes/open", { ...filter, cursor });
    setShown({ ...page, wishes: [...wishes, ...page.wishes] });
  });
  if (wishes.length === 0) return <Message title="现在没有要办的" advice="有人许了心愿，会排在这里" />;
  const draw = (wish: WishView) => (
    <OpenWishCard
      key={wish.id}
      wish={wish}
      now={now}
      isPicked={picked.includes(wish.id)}
      onPick={() => setPicked(picked.includes(wish.id) ? picked.filter((id) => id !== wish.id) : [...picked, wish.id])}
    />
  );
  return (
    <>
      <Heading level={1} className="list-title">
        {total} 个{overdue > 0 ? `，超期 ${overdue} 个` : ""}
      </Heading>
      <BulkReview
        ids={picked}
        onDone={async () => {
          setPicked([]);
          await onChanged();
        }}
      />
      <View className="list">{wishes.map(draw)}</View>
      {nextCursor === null ? null : (
        <Pressable
          className="button button-plain"
          disabled={task.status === "running"}
          onPress={() => more(nextCursor)}
        >
          看后面的
        </Pressable>
      )}
      <TaskFailure task={task} />
    </>
  );
}
