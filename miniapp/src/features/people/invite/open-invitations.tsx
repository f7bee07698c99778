import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useCallback, useState } from "react";
import type { OpenInvitation } from "../../../../../shared/people/invitation";
import { spacedCode } from "../../../../../shared/people/short-code";
import { callApi } from "../../../http/call-api";
import { useLoadable } from "../../../http/use-loadable";
import { useTask } from "../../../http/use-task";
import { Heading } from "../../../ui/heading";
import { Failure } from "../../../ui/message";
import { Pressable } from "../../../ui/pressable";
import { ListSkeleton } from "../../../ui/skeleton";
import { TaskFailure } from "../../../ui/task-failure";
import { dayWords, roleWords } from "../account-words";

/** So that what is out does not push the form off the screen. */
const SHOWN_AT_FIRST = 2;

/** The invitations that nobody has used yet, each to be taken back; nothing where there are none. */
export function OpenInvitations() {
  const load = useCallback(loadNewestFirst, []);
  const [open, reload] = useLoadable(load);
  const [isWhole, setIsWhole] = useState(false);
  if (open.status === "ready" && open.value.length === 0) return null;
  return (
    <View className="open-invitations">
      <Heading level={2} className="section-title">
        发出去还没人用的
      </Heading>
      {open.status === "loading" ? (
        <ListSkeleton rows={2} />
      ) : open.status === "failed" ? (
        <Failure failure={open.failure} onRetry={reload} />
      ) : (
        open.value
          .slice(0, isWhole ? open.value.length : SHOWN_AT_FIRST)
          .map((invitation) => <OpenOne key={invitation.code} invitation={invitation} onTakenBack={reload} />)
      )}
      {open.status === "ready" && !isWhole && open.value.length > SHOWN_AT_FIRST ? (
        <Pressable className="button button-quiet" onPress={() => setIsWhole(true)}>
          {`全部 ${open.value.length} 个`}
        </Pressable>
      ) : null}
    </View>
  );
}

/** Who sent a wrong one looks for it at once. All live equally long: what ends last was sent last. */
async function loadNewestFirst(): Promise<OpenInvitation[]> {
  return (await callApi("GET /invitations", {})).invitations.reverse();
}

interface OpenOneProps {
  invitation: OpenInvitation;
  onTakenBack: () => Promise<void>;
}

function OpenOne({ invitation, onTakenBack }: OpenOneProps) {
  const { code, role, name, stations, reach, expiresAt } = invitation;
  const [task, takeBack] = useTask(async () => {
    const { confirm } = await Taro.showModal({
      title: "收回这个邀请码？",
      content: `${spacedCode(code)} 马上就不能用了，要请的话得再发一个。`,
      confirmText: "收回",
      cancelText: "不收回",
    });
    if (!confirm) return;
    await callApi("DELETE /invitations/:code", { code });
    await onTakenBack();
  });
  const where = role === "keeper" ? stations.map((station) => station.name) : reach;
  return (
    <View className="card account-card holder">
      <View className="account-name">
        {name ?? "没写称呼"} · {roleWords([role])}
      </View>
      <View className="secondary">
        {where.join("、")} · 邀请码 {spacedCode(code)} · {dayWords(expiresAt)}以前有效
      </View>
      <Pressable
        className="button button-quiet"
        label={`收回邀请码 ${code}`}
        disabled={task.status === "running"}
        onPress={takeBack}
      >
        收回
      </Pressable>
      <TaskFailure task={task} />
    </View>
  );
}
