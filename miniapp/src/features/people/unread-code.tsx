import { View } from "@tarojs/components";
import { accessible } from "../../ui/accessible";

/** Below a code that cannot be one, once the person has tapped on: what a code looks like. */
export function UnreadCode({ length }: { length: number }) {
  return (
    <View className="task-failure" {...accessible({ role: "alert", live: true })}>
      {`这个码不对：要有 ${length} 个字母和数字，大写小写都行，照着再抄一遍`}
    </View>
  );
}
