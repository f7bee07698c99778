import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import type { InvitationView } from "../../../../shared/people/invitation";
import { INVITATION_CODE_LENGTH, readShortCode } from "../../../../shared/people/short-code";
import { dayWords } from "../../features/people/account-words";
import { codeFromParams } from "../../features/people/code-from-params";
import { keepAccount, useSignIn } from "../../features/people/sign-in";
import { SignInHere } from "../../features/people/sign-in-here";
import { UnreadCode } from "../../features/people/unread-code";
import { callApi } from "../../http/call-api";
import { useTask } from "../../http/use-task";
import { openMe } from "../../navigation/pages";
import { Field } from "../../ui/field";
import { Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { TaskFailure } from "../../ui/task-failure";
import "../../features/people/account.scss";

/** Whoever got an invitation sees what it is for, and takes it on. */
export default function InvitationPage() {
  const [typed, setTyped] = useState(codeFromParams(useRouter().params, INVITATION_CODE_LENGTH) ?? "");
  const [view, setView] = useState<InvitationView | null>(null);
  const [isUnread, setIsUnread] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const code = readShortCode(typed, INVITATION_CODE_LENGTH);
  const [looking, look] = useTask(async (known: string) =>
    setView(await callApi("GET /invitations/:code", { code: known })),
  );
  const [accepting, accept] = useTask(async (known: string) => {
    keepAccount(await callApi("POST /invitations/:code/accept", { code: known }));
    setIsDone(true);
  });
  if (useSignIn() === null) {
    const goOn = () => (code === null ? undefined : look(code));
    return framed(<SignInHere title="先登录" advice="登录好了，这里接着看是什么邀请" onSignedIn={goOn} />);
  }
  if (isDone) return framed(<Accepted />);
  return framed(
    <View className="card account-card">
      <Field
        label="邀请码"
        type="text"
        value={typed}
        maxLength={200}
        onChange={(text) => {
          setTyped(text);
          setView(null);
        }}
      />
      {view === null ? (
        <Pressable
          className="button button-main"
          disabled={looking.status === "running"}
          onPress={() => {
            setIsUnread(code === null);
            if (code !== null) look(code);
          }}
        >
          看看是什么邀请
        </Pressable>
      ) : (
        <>
          <View className="invitation-view">{invitationWords(view)}</View>
          <View className="secondary">{dayWords(view.expiresAt)}以前有效，只能用一次。</View>
          <Pressable
            className="button button-main"
            disabled={code === null || accepting.status === "running"}
            onPress={() => code !== null && accept(code)}
          >
            接受
          </Pressable>
        </>
      )}
      {code === null && isUnread ? <UnreadCode length={INVITATION_CODE_LENGTH} /> : <TaskFailure task={looking} />}
      <TaskFailure task={accepting} />
    </View>,
  );
}

function Accepted() {
  return (
    <Message title="✓ 好了" advice="工作台在「我的」里">
      <Pressable className="button button-main" onPress={openMe}>
        去看看
      </Pressable>
    </Message>
  );
}

function invitationWords({ role, stations, reach }: InvitationView): string {
  if (role === "officer") return `请你做工会干部，管：${reach.join("、")}`;
  if (role === "viewer") return `请你看看板(在电脑上，只看不改)：${reach.join("、")}`;
  return `请你做站长，管：${stations.map(({ name }) => name).join("、")}`;
}

function framed(content: JSX.Element) {
  return <PageFrame className="account-page">{content}</PageFrame>;
}
