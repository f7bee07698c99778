import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { LEGAL_AID_LINE, RIGHTS_LINE } from "../../../../shared/wishes/rights-request";
import { Pressable } from "../../ui/pressable";

/** Calls the unions' line for rights of workers. */
export function CallRightsLine({ className }: { className: string }) {
  return (
    <Pressable className={`button ${className}`} onPress={() => call(RIGHTS_LINE)}>
      打 {RIGHTS_LINE} 工会热线
    </Pressable>
  );
}

/** Calls the line that gives legal aid for nothing. */
export function CallLegalAid() {
  return (
    <Pressable className="button button-plain" onPress={() => call(LEGAL_AID_LINE)}>
      打 {LEGAL_AID_LINE} 法律援助
    </Pressable>
  );
}

function call(phoneNumber: string): void {
  void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
}

/** What can be asked of the line, before one calls. */
export function RightsHelp() {
  return (
    <View className="sheet-text">
      欠工资、受了工伤，是你的权益，不用许愿等着。打 {RIGHTS_LINE}，会有人帮你讨工资、申请工伤，也能免费找法律援助。
    </View>
  );
}
