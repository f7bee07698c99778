import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import type { Role } from "../../../../shared/people/roles";
import { isWechat } from "../../build-settings";
import { ApiFailure } from "../../http/api-failure";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { useTask } from "../../http/use-task";
import { openComputerSignIn } from "../../navigation/account-pages";
import { isSinglePage, sayGoToProgram } from "../../navigation/single-page";
import { Pressable } from "../../ui/pressable";
import { TaskFailure } from "../../ui/task-failure";
import { askToSubscribe } from "../messages/ask-to-subscribe";
import type { AskedAt } from "../messages/asked-at";
import { keepSignIn, useNextSignIn } from "./sign-in";

const loadMode = async () => (await callApi("GET /health", {})).mode;

const DEMO_PEOPLE: [Role, string][] = [
  ["worker", "示例职工"],
  ["keeper", "示例站长"],
  ["officer", "示例干部"],
];

interface SignInCardProps {
  /** What messages may come about afterwards; asked for in the tap, as WeChat asks nobody later. */
  askAt?: AskedAt | null;
  /** What goes on by itself then, also when they signed in on the page for computers. */
  onSignedIn?: () => void;
}

/** The ways to sign in: WeChat on the phone, the phone on a computer, and three made-up people in the demo. */
export function SignInCard({ askAt = null, onSignedIn = () => undefined }: SignInCardProps) {
  const [mode] = useLoadable(loadMode);
  useNextSignIn(onSignedIn);
  const isDemo = mode.status === "ready" && mode.value === "demo";
  return (
    <>
      <View className="secondary">找驿站、看课表、报门关着，都不用登录。</View>
      {isWechat ? <WechatSignIn askAt={askAt} /> : null}
      {isWechat ? null : (
        <Pressable className="button button-plain" onPress={openComputerSignIn}>
          用手机微信登录
        </Pressable>
      )}
      {isDemo ? <DemoSignIn /> : null}
    </>
  );
}

function WechatSignIn({ askAt }: { askAt: AskedAt | null }) {
  const [task, start] = useTask(signInByWechat);
  const press = () => {
    if (task.status === "running") return;
    if (isSinglePage()) return sayGoToProgram();
    if (askAt !== null) askToSubscribe(askAt);
    start();
  };
  return (
    <>
      <Pressable className="button button-main" disabled={task.status === "running"} onPress={press}>
        {task.status === "running" ? "正在登录…" : "微信登录"}
      </Pressable>
      <TaskFailure task={task} />
    </>
  );
}

async function signInByWechat(): Promise<void> {
  const { code } = await Taro.login().catch(() => ({ code: "" }));
  if (!code) throw new ApiFailure("wechat_unavailable");
  keepSignIn(await callApi("POST /sign-in/wechat", { code }));
}

function DemoSignIn() {
  const [task, start] = useTask(signInAs);
  return (
    <View className="demo-people">
      <View className="secondary">演示：点一下就变成他</View>
      {DEMO_PEOPLE.map(([role, name]) => (
        <Pressable
          key={role}
          className="button button-plain"
          disabled={task.status === "running"}
          onPress={() => start(role)}
        >
          {name}
        </Pressable>
      ))}
      <TaskFailure task={task} />
    </View>
  );
}

async function signInAs(role: Role): Promise<void> {
  const { token, user } = await callApi("POST /sign-in/demo", { as: role });
  keepSignIn({ token, user: { ...user, name: "", reach: [] } });
  keepSignIn({ token, user: await callApi("GET /me", {}) });
}
