import { View } from "@tarojs/components";
import { useCallback, useState } from "react";
import type { TaskList } from "../../../../shared/trust/report-answer";
import { useSignIn } from "../../features/people/sign-in";
import { KeepersFailure } from "../../features/people/staff-failure";
import { KeeperLine } from "../../features/trust/keeper-line";
import { DismissFlood } from "../../features/trust/tasks/dismiss-flood";
import { TaskCard } from "../../features/trust/tasks/task-card";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { useTask } from "../../http/use-task";
import { accessible } from "../../ui/accessible";
import { Message } from "../../ui/message";
import { Notice } from "../../ui/notice";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import { TaskFailure } from "../../ui/task-failure";
import "./index.scss";

/** For keepers and officers: what passers-by reported, and what is being done about it. */
export default function TasksPage() {
  const [onlyOpen, setOnlyOpen] = useState(true);
  const load = useCallback(() => callApi("GET /tasks", asked(onlyOpen)), [onlyOpen]);
  const isOfficer = useSignIn()?.user.roles.includes("officer") ?? false;
  const [list, reload] = useLoadable(load);
  return (
    <PageFrame className="tasks">
      <KeeperLine />
      <View className="task-filters" {...accessible({ role: "group", label: "筛选" })}>
        <FilterChip name="没处理完的" on={onlyOpen} onPress={() => setOnlyOpen(true)} />
        <FilterChip name="全部" on={!onlyOpen} onPress={() => setOnlyOpen(false)} />
      </View>
      {list.status === "ready" && list.value.brakeSince !== null ? (
        <Notice>一小时里报门关着的太多，可能有人乱报。没登录够一个星期的人报的，现在只往后排，不算关门。</Notice>
      ) : null}
      {isOfficer ? <DismissFlood onChanged={reload} /> : null}
      {list.status === "loading" ? (
        <ListSkeleton rows={3} />
      ) : list.status === "failed" ? (
        <KeepersFailure failure={list.failure} onRetry={reload} />
      ) : list.value.tasks.length === 0 && list.value.nextCursor === null ? (
        <Message title="没有要处理的" advice="有人报了门关着、东西坏了，会排在这里" />
      ) : (
        <TaskPages key={list.value.asOf} first={list.value} onlyOpen={onlyOpen} onChanged={reload} />
      )}
    </PageFrame>
  );
}

interface TaskPagesProps {
  first: TaskList;
  onlyOpen: boolean;
  onChanged: () => Promise<void>;
}

/** The tasks, a page at a time. */
function TaskPages({ first, onlyOpen, onChanged }: TaskPagesProps) {
  const [{ tasks, nextCursor }, setShown] = useState(first);
  const [task, more] = useTask(async () => {
    if (nextCursor === null) return;
    const page = await callApi("GET /tasks", { ...asked(onlyOpen), cursor: nextCursor });
    setShown({ ...page, tasks: [...tasks, ...page.tasks] });
  });
  return (
    <>
      {tasks.map((one) => (
        <TaskCard key={one.id} task={one} onChanged={onChanged} />
      ))}
      {nextCursor === null ? null : (
        <Pressable className="button button-plain" disabled={task.status === "running"} onPress={more}>
          看后面的
        </Pressable>
      )}
      <TaskFailure task={task} />
    </>
  );
}

function asked(onlyOpen: boolean): { state?: "open" } {
  return onlyOpen ? { state: "open" } : {};
}

function FilterChip({ name, on, onPress }: { name: string; on: boolean; onPress: () => void }) {
  return (
    <Pressable className={on ? "chip chip-on" : "chip"} pressed={on} onPress={onPress}>
      {name}
    </Pressable>
  );
}
