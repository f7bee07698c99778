import { View } from "@tarojs/components";
import { useMemo } from "react";
import { spacedCode } from "../../../../shared/people/short-code";
import { useSignInCode } from "../../features/people/use-sign-in-code";
import { goBack } from "../../navigation/pages";
import { copyText } from "../../platform/settings/copy-text";
import { Failure, Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { QrCode } from "../../ui/qr-code";
import { ListSkeleton } from "../../ui/skeleton";
import "../../features/people/account.scss";

/** A screen in the hand, which cannot scan itself. */
function isPhone(): boolean {
  return typeof matchMedia === "function" && matchMedia("(pointer: coarse)").matches;
}

/**
 * Signing in outside WeChat: whoever is signed in there scans the code, or types it; on a phone it is typed, as it cannot scan
 * itself. There is no password.
 */
export default function ComputerPage() {
  const [state, renew] = useSignInCode();
  const isOnPhone = useMemo(isPhone, []);
  return (
    <PageFrame className="account-page">
      {state.status === "loading" ? (
        <ListSkeleton rows={2} />
      ) : state.status === "failed" ? (
        <Failure failure={state.failure} onRetry={renew} />
      ) : state.status === "ended" ? (
        <Message title="这个码过期了" advice="为了安全，一个码只能用五分钟">
          <Pressable className="button button-main" onPress={renew}>
            换一个码
          </Pressable>
        </Message>
      ) : state.status === "signed_in" ? (
        <Message title="✓ 登录好了" advice="用完记得退出">
          <Pressable className="button button-main" onPress={goBack}>
            好
          </Pressable>
        </Message>
      ) : (
        <View className="card account-card">
          {isOnPhone ? (
            <>
              <View>打开微信里的「驿站」小程序，到「我的」点「输入登录码」，写上这几个字：</View>
              <View className="short-code">{spacedCode(state.answer.code)}</View>
              <Pressable className="button button-main" onPress={() => void copyText(state.answer.code)}>
                复制登录码
              </Pressable>
              <View className="secondary">
                五分钟内有效。在微信里点了「是我在登录」，回到这里自己就好了。也可以就在微信的小程序里办，那里一点就登录。
              </View>
            </>
          ) : (
            <>
              <View>在手机上打开驿站小程序，到「我的」点「扫码登录电脑」，或者点「输入登录码」。</View>
              <QrCode text={state.answer.url} label={`登录码 ${state.answer.code}`} />
              <View className="short-code">{spacedCode(state.answer.code)}</View>
              <View className="secondary">五分钟内有效。手机上点了「是我在登录」，这里自己就好了。</View>
            </>
          )}
        </View>
      )}
    </PageFrame>
  );
}
