import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import type { InvitationAnswer } from "../../../../../shared/people/invitation";
import { spacedCode } from "../../../../../shared/people/short-code";
import { isWechat } from "../../../build-settings";
import { copyText } from "../../../platform/settings/copy-text";
import { Pressable } from "../../../ui/pressable";
import { QrCode } from "../../../ui/qr-code";
import { dayWords } from "../account-words";

interface InvitationCardProps {
  invitation: InvitationAnswer;
  title: string;
  onNext: () => void;
}

async function copyCode(code: string): Promise<void> {
  const copied = await copyText(code);
  if (!copied) await Taro.showToast({ title: "没复制成，把码念给他", icon: "none" });
  else if (!isWechat) await Taro.showToast({ title: "复制好了", icon: "none" });
}

/** An invitation to show, to read out or to send on. */
export function InvitationCard({ invitation: { code, url, expiresAt }, title, onNext }: InvitationCardProps) {
  return (
    <View className="card account-card">
      <View className="account-name">{title}</View>
      <QrCode text={url} label={`邀请码 ${code}`} />
      <View className="short-code">{spacedCode(code)}</View>
      <View className="secondary">
        {dayWords(expiresAt)}以前有效，只能一个人用一次。对方登录后，在「我的」点「我收到了邀请码」。
      </View>
      <Pressable className="button button-plain" onPress={() => void copyCode(code)}>
        复制邀请码
      </Pressable>
      <Pressable className="button button-quiet" onPress={onNext}>
        再邀请一个
      </Pressable>
    </View>
  );
}
