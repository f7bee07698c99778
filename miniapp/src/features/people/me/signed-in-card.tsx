import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import type { Account } from "../../../../../shared/people/user";
import { isWechat } from "../../../build-settings";
import { callApi } from "../../../http/call-api";
import { useTask } from "../../../http/use-task";
import {
  openApproval,
  openInvitation,
  openInviting,
  openPeople,
  scanComputerCode,
} from "../../../navigation/account-pages";
import { openAudit, openJobs, openWaitingPhotos } from "../../../navigation/union-pages";
import { Pressable } from "../../../ui/pressable";
import { TaskFailure } from "../../../ui/task-failure";
import { forgetDraft } from "../../wishes/wish-draft";
import { invitable, roleWords } from "../account-words";
import { forgetSignIn } from "../sign-in";
import { ExportButton } from "./export-button";

/** A person's own account, and what is done once in a while. */
export function SignedInCard({ user }: { user: Account }) {
  const [leaving, leave] = useTask(signOut);
  const [deleting, deleteMine] = useTask(deleteAccount);
  const isBusy = leaving.status === "running" || deleting.status === "running";
  return (
    <>
      <View className="account-name">{user.name || roleWords(user.roles)}</View>
      <View className="secondary">{roleWords(user.roles)}</View>
      {invitable(user).length > 0 ? <Row name="邀请站长、干部" onPress={openInviting} /> : null}
      {user.roles.includes("officer") ? (
        <>
          <Row name="看看谁有身份" onPress={openPeople} />
          <Row name="站长拍的照片" onPress={openWaitingPhotos} />
          <Row name="操作记录" onPress={() => openAudit(null)} />
          <Row name="运行情况" onPress={openJobs} />
          <View className="secondary">在电脑上办更快：用浏览器打开驿站网址后面加 /desk/</View>
        </>
      ) : null}
      {user.roles.includes("viewer") ? (
        <View className="secondary">看板在电脑上看：用浏览器打开驿站网址后面加 /desk/board</View>
      ) : null}
      <Row name="我收到了邀请码" onPress={openInvitation} />
      {isWechat ? <Row name="扫码登录电脑" onPress={() => void scanComputerCode()} /> : null}
      <Row name="输入登录码" onPress={() => openApproval(null)} />
      <ExportButton />
      <Pressable className="button button-plain" disabled={isBusy} onPress={leave}>
        退出登录
      </Pressable>
      <TaskFailure task={leaving} />
      <Pressable className="button button-quiet" disabled={isBusy} onPress={deleteMine}>
        注销账号
      </Pressable>
      <TaskFailure task={deleting} />
    </>
  );
}

function Row({ name, onPress }: { name: string; onPress: () => void }) {
  return (
    <Pressable className="setting" onPress={onPress}>
      <View className="setting-title">{name}</View>
      <View className="setting-action">去</View>
    </Pressable>
  );
}

/** Ends the sign-in on the server first: a token that was copied ends with it. */
async function signOut(): Promise<void> {
  await callApi("POST /sign-out", {});
  forgetSignIn();
  forgetDraft();
}

async function deleteAccount(): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: "注销账号？",
    content: "你的身份、登录和微信标识会马上删掉，找不回来。你报过的情况会留下，但不再和你有关。",
    confirmText: "注销",
    cancelText: "不注销",
  });
  if (!confirm) return;
  await callApi("DELETE /me", {});
  forgetSignIn();
  forgetDraft();
}
