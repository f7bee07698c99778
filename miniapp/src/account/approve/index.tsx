import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { readShortCode, SIGN_IN_CODE_LENGTH, spacedCode } from "../../../../shared/people/short-code";
import { codeFromParams } from "../../features/people/code-from-params";
import { useSignIn } from "../../features/people/sign-in";
import { SignInHere } from "../../features/people/sign-in-here";
import { UnreadCode } from "../../features/people/unread-code";
import { callApi } from "../../http/call-api";
import { useTask } from "../../http/use-task";
import { goBack } from "../../navigation/pages";
import { Field } from "../../ui/field";
import { Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { TaskFailure } from "../../ui/task-failure";
import "../../features/people/account.scss";

/** A signed-in person lets the computer in front of them sign in as themselves, by the code it shows. */
export default function ApprovePage() {
  const scanned = codeFromParams(useRouter().params, SIGN_IN_CODE_LENGTH);
  const [typed, setTyped] = useState("");
  const [isUnread, setIsUnread] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const [task, approve] = useTask(async (code: string) => {
    await callApi("POST /sign-in/codes/:code/approve", { code });
    setIsDone(true);
  });
  const signIn = useSignIn();
  const code = scanned ?? readShortCode(typed, SIGN_IN_CODE_LENGTH);
  if (signIn === null) {
    return framed(<SignInHere title="先在这台手机上登录" advice="登录好了，这里接着让那边登录" />);
  }
  if (isDone) {
    return framed(
      <Message title="✓ 那边登录好了" advice="用完记得在那边退出">
        <Pressable className="button button-main" onPress={goBack}>
          好
        </Pressable>
      </Message>,
    );
  }
  return framed(
    <View className="card account-card">
      {scanned === null ? (
        <Field label="电脑或浏览器上显示的登录码" type="text" value={typed} maxLength={20} onChange={setTyped} />
      ) : (
        <View className="short-code">{spacedCode(scanned)}</View>
      )}
      <View className="warning">
        点下去，那台电脑、那个浏览器就能用你的身份办事。只有你自己正在那里登录，才点；别人发来的码不要点。
      </View>
      <Pressable
        className="button button-main"
        disabled={task.status === "running"}
        onPress={() => {
          setIsUnread(code === null);
          if (code !== null) approve(code);
        }}
      >
        是我在登录
      </Pressable>
      <Pressable className="button button-quiet" onPress={goBack}>
        不是我
      </Pressable>
      {code === null && isUnread ? <UnreadCode length={SIGN_IN_CODE_LENGTH} /> : <TaskFailure task={task} />}
    </View>,
  );
}

function framed(content: JSX.Element) {
  return <PageFrame className="account-page">{content}</PageFrame>;
}
