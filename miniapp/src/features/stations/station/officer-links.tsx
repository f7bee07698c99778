import Taro from "@tarojs/taro";
import { officerReaches } from "../../../../../shared/people/roles";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { callApi } from "../../../http/call-api";
import { useTask } from "../../../http/use-task";
import { openAudit } from "../../../navigation/union-pages";
import { Pressable } from "../../../ui/pressable";
import { TaskFailure } from "../../../ui/task-failure";
import { useSignIn } from "../../people/sign-in";

interface OfficerLinksProps {
  station: Pick<StationDetail, "id" | "name" | "district">;
  onWithdrawn: () => void;
}

/** For officers who answer for this station; nobody else sees it. */
export function OfficerLinks({ station, onWithdrawn }: OfficerLinksProps) {
  const signIn = useSignIn();
  const [task, withdraw] = useTask(async () => {
    const { confirm } = await Taro.showModal({
      title: "撤下这个驿站？",
      content: `大家就找不到「${station.name}」了。记录都留着，以后可以在「工会工作台」的「已撤下」里恢复。`,
      confirmText: "撤下",
      cancelText: "不撤下",
    });
    if (!confirm) return;
    await callApi("POST /stations/:id/withdraw", { id: station.id });
    onWithdrawn();
  });
  if (signIn === null || !officerReaches(signIn.user, station.district.code)) return null;
  return (
    <>
      <Pressable className="button button-plain" onPress={() => openAudit(station)}>
        谁改过什么
      </Pressable>
      <Pressable className="button button-quiet" disabled={task.status === "running"} onPress={withdraw}>
        撤下这个驿站
      </Pressable>
      <TaskFailure task={task} />
    </>
  );
}
