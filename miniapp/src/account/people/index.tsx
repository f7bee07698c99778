import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import type { RoleHolder } from "../../../../shared/people/invitation";
import { roleWords } from "../../features/people/account-words";
import { OfficersFailure } from "../../features/people/staff-failure";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { useTask } from "../../http/use-task";
import { Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import { TaskFailure } from "../../ui/task-failure";
import "../../features/people/account.scss";

/** For officers: who keeps which stations and who else is an officer, within reach; a role is taken away here. */
export default function PeoplePage() {
  const [people, reload] = useLoadable(loadPeople);
  return (
    <PageFrame className="account-page">
      {people.status === "loading" ? (
        <ListSkeleton rows={4} />
      ) : people.status === "failed" ? (
        <OfficersFailure failure={people.failure} onRetry={reload} />
      ) : people.value.length === 0 ? (
        <Message title="还没有人" advice="在「我的」里发一个邀请码" />
      ) : (
        people.value.flatMap((person) =>
          person.roles.map((role) => <Holder key={person.id + role} person={person} role={role} onDone={reload} />),
        )
      )}
    </PageFrame>
  );
}

/** The list comes a page at a time. */
async function loadPeople(): Promise<RoleHolder[]> {
  const people: RoleHolder[] = [];
  let cursor: string | undefined;
  do {
    const page = await callApi("GET /people", { cursor });
    people.push(...page.people);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return people;
}

interface HolderProps {
  person: RoleHolder;
  role: RoleHolder["roles"][number];
  onDone: () => Promise<void>;
}

function Holder({ person: { id, name, stations, reach }, role, onDone }: HolderProps) {
  const [task, revoke] = useTask(async () => {
    const { confirm } = await Taro.showModal({
      title: `撤销 ${name} 的身份？`,
      content: `${roleWords([role])}的权限马上就没有了，要恢复得重新邀请。`,
      confirmText: "撤销",
      cancelText: "不撤销",
    });
    if (!confirm) return;
    await callApi("DELETE /people/:id/roles/:role", { id, role });
    await onDone();
  });
  const where = role === "keeper" ? stations.map((station) => station.name) : reach;
  return (
    <View className="card account-card holder">
      <View className="account-name">
        {name} · {roleWords([role])}
      </View>
      <View className="secondary">{where.join("、")}</View>
      <Pressable className="button button-quiet" disabled={task.status === "running"} onPress={revoke}>
        撤销
      </Pressable>
      <TaskFailure task={task} />
    </View>
  );
}
