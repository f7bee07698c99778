import { View } from "@tarojs/components";
import { Pressable } from "../../../ui/pressable";
import { CallLegalAid, CallRightsLine, RightsHelp } from "../rights-help";

/** Unpaid wages and injuries: who helps at once, with nothing to fill in and nobody to sign in. */
export function RightsCard({ onRecord }: { onRecord: () => void }) {
  return (
    <View className="card rights-card">
      <RightsHelp />
      <CallRightsLine className="button-main" />
      <CallLegalAid />
      <Pressable className="button button-quiet" onPress={onRecord}>
        也想留个记录，转给工会热线
      </Pressable>
    </View>
  );
}
