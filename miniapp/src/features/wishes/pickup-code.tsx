import { View } from "@tarojs/components";
import { PICKUP_CODE_LENGTH, spacedCode } from "../../../../shared/people/short-code";
import { accessible } from "../../ui/accessible";
import "./pickup-code.scss";

/** The code against which a wish is handed over, large enough to be read across a counter. */
export function PickupCode({ code, number }: { code: string; number: string }) {
  return (
    <View className="pickup-code">
      <View className="secondary">取货码，给站长看({PICKUP_CODE_LENGTH} 个字，只能用一次)</View>
      <View className="pickup-code-letters" {...accessible({ role: "img", label: `取货码 ${[...code].join(" ")}` })}>
        {spacedCode(code)}
      </View>
      <View>东西的编号 {number}</View>
    </View>
  );
}
