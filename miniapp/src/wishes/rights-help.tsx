import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { RIGHTS_LINE } from "../../../shared/wishes/rights-request";
import { Pressable } from "../components/pressable";

/** Calls the unions' line for rights of workers. */
export function CallRightsLine({ className }: { className: string }) {
  return (
    <Pressable
      className={`button ${className}`}
      onPress={() => void Taro.makePhoneCall({ phoneNumber: RIGHTS_LINE }).catch(() => undefined)}
    >
      打 {RIGHTS_LINE} 工会热线
    </Pressable>
  );
}

/** What can be asked of the line, before one calls. */
export function RightsHelp() {
  return (
    <View className="sheet-text">
      欠薪、工伤是你的权益,不用许愿等着。打 {RIGHTS_LINE},会有人帮你讨薪、申请工伤,也能免费找法律援助。
    </View>
  );
}
