import { View } from "@tarojs/components";
import { useCallback, useState } from "react";
import type { SessionDetail, SessionItem } from "../../../../../shared/classes/class-answer";
import { beijingDate, beijingDayNumber } from "../../../../../shared/common/time";
import { callApi } from "../../../http/call-api";
import { useLoadable } from "../../../http/use-loadable";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { Heading } from "../../../ui/heading";
import { Failure } from "../../../ui/message";
import { Pressable } from "../../../ui/pressable";
import { Sheet } from "../../../ui/sheet";
import { ListSkeleton } from "../../../ui/skeleton";
import { TaskFailure } from "../../../ui/task-failure";
import { sessionWhenWords, venueWords } from "../class-words";
import type { SessionDeskProps } from "./cancel-session";

/** Too few people: theirs and another session of the same kind become one, in the two weeks around. */
export function MergeSession({ session, onChanged }: SessionDeskProps) {
  const [isChoosing, setChoosing] = useState(false);
  const [into, setInto] = useState<SessionItem | null>(null);
  const [task, merge] = useAwaitedWrite("POST /classes/:id/merge", async () => {
    setInto(null);
    await onChanged();
  });
  const now = Date.parse(session.asOf);
  return (
    <>
      <Heading level={2} className="section-title">
        人太少，并到另一节
      </Heading>
      <View className="card form">
        {isChoosing ? (
          <OtherSessions session={session} onChoose={setInto} />
        ) : (
          <Pressable className="button button-plain" onPress={() => setChoosing(true)}>
            看看能并到哪一节
          </Pressable>
        )}
      </View>
      {into === null ? null : (
        <Sheet title="并到这一节？" onClose={() => setInto(null)} awayLabel="不并">
          <View>
            {into.title}，{sessionWhenWords(into, now)}，{venueWords(into.venue)}
          </View>
          <View className="sheet-text">这一节的人按先后并过去，坐不下的排队；这一节取消，大家都会收到通知。</View>
          <Pressable
            className="button button-main"
            disabled={task.status === "running"}
            onPress={() => merge({ id: session.id, into: into.id })}
          >
            并过去，通知大家
          </Pressable>
          <TaskFailure task={task} />
        </Sheet>
      )}
    </>
  );
}

interface OtherSessionsProps {
  session: SessionDetail;
  onChoose: (other: SessionItem) => void;
}

function OtherSessions({ session, onChoose }: OtherSessionsProps) {
  const load = useCallback(() => loadOthers(session), [session]);
  const [others, reload] = useLoadable(load);
  const now = Date.parse(session.asOf);
  if (others.status === "loading") return <ListSkeleton rows={2} />;
  if (others.status === "failed") return <Failure failure={others.failure} onRetry={() => void reload()} />;
  if (others.value.length === 0)
    return <View className="secondary">前后一周没有别的同类课。要么照常上，要么在下面取消这一节。</View>;
  return (
    <>
      {others.value.map((other) => (
        <Pressable key={other.id} className="choice-row" onPress={() => onChoose(other)}>
          <View>
            <View>{other.title}</View>
            <View className="secondary">
              {sessionWhenWords(other, now)} · {venueWords(other.venue)} · 空 {other.seatsLeft} 个
            </View>
          </View>
          <View className="choice-mark">›</View>
        </Pressable>
      ))}
    </>
  );
}

const DAYS_AROUND = 7;

/** Of the same kind, not started, within a week. */
async function loadOthers({ id, category, startsAt, asOf }: SessionDetail): Promise<SessionItem[]> {
  const day = beijingDayNumber(Date.parse(startsAt));
  const today = beijingDayNumber(Date.parse(asOf));
  const { sessions } = await callApi("GET /classes", {
    from: beijingDate(Math.max(today, day - DAYS_AROUND)),
    to: beijingDate(day + DAYS_AROUND),
    category,
  });
  return sessions.filter(
    (other) => other.id !== id && other.state === "scheduled" && Date.parse(other.startsAt) > Date.parse(asOf),
  );
}
