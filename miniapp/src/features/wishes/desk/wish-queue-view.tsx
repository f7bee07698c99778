import { View } from "@tarojs/components";
import { useEffect, useState } from "react";
import type { WishQueue, WishView } from "../../../../../shared/wishes/wish-answer";
import type { WishFilter } from "../../../../../shared/wishes/wish-filter";
import { WISH_STATE_NAMES } from "../../../../../shared/wishes/wish-state-names";
import type { WishState } from "../../../../../shared/wishes/wish-states";
import { callApi } from "../../../http/call-api";
import { useTask } from "../../../http/use-task";
import { useWideScreen } from "../../../platform/use-wide-screen";
import { accessible } from "../../../ui/accessible";
import { Heading } from "../../../ui/heading";
import { Message } from "../../../ui/message";
import { Pressable } from "../../../ui/pressable";
import { TaskFailure } from "../../../ui/task-failure";
import { BulkReview } from "./bulk-review";
import { QueueCard } from "./queue-card";

/** What a wide screen puts side by side. */
const COLUMNS: readonly { title: string; states: readonly WishState[] }[] = [
  { title: WISH_STATE_NAMES.submitted.officer, states: ["submitted", "need_info"] },
  { title: WISH_STATE_NAMES.approved.officer, states: ["approved"] },
  { title: WISH_STATE_NAMES.claimed.officer, states: ["claimed"] },
  { title: "等人来拿、等确认", states: ["ready", "delivered"] },
];

interface WishQueueViewProps {
  first: WishQueue;
  filter: WishFilter;
  onChanged: () => Promise<void>;
}

/** The wishes, on a phone in one list, on a wide screen as a board; several can be decided on at once. */
export function WishQueueView({ first, filter, onChanged }: WishQueueViewProps) {
  const [shown, setShown] = useState(first);
  const [picked, setPicked] = useState<readonly string[]>([]);
  useEffect(() => setShown(first), [first]);
  const isWide = useWideScreen();
  const { wishes, total, overdue, nextCursor, asOf } = shown;
  const now = Date.parse(asOf);
  const [task, more] = useTask(async (cursor: string) => {
    const page = await callApi("GET /wishes/queue", { ...filter, cursor });
    setShown({ ...page, wishes: [...wishes, ...page.wishes] });
  });
  if (wishes.length === 0) return <Message title="现在没有要办的" advice="有人许了心愿，会排在这里" />;
  const draw = (wish: WishView) => (
    <QueueCard
      key={wish.id}
      wish={wish}
      now={now}
      isPicked={picked.includes(wish.id)}
      onPick={() => setPicked(picked.includes(wish.id) ? picked.filter((id) => id !== wish.id) : [...picked, wish.id])}
    />
  );
  const isBoard = isWide && wishes.some(({ state }) => COLUMNS.some(({ states }) => states.includes(state)));
  const columns = COLUMNS.map(({ title, states }) => ({
    title,
    inColumn: wishes.filter(({ state }) => states.includes(state)),
  }));
  const others = wishes.filter(({ state }) => !COLUMNS.some(({ states }) => states.includes(state)));
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
      {isBoard ? (
        <View className="wish-board">
          {columns.map(({ title, inColumn }) => (
            <View key={title} className="wish-column" {...accessible({ role: "region", label: title })}>
              <Heading level={2} className="wish-column-title">
                {title} · {inColumn.length}
              </Heading>
              <View className="list">{inColumn.map(draw)}</View>
            </View>
          ))}
        </View>
      ) : null}
      <View className="list wish-queue-list">{(isBoard ? others : wishes).map(draw)}</View>
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
