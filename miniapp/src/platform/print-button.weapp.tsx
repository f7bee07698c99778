import { View } from "@tarojs/components";

/** WeChat prints nothing: the code is copied by hand or photographed. */
export function PrintButton() {
  return <View>没有打印机？把上面的码抄在纸上给他。</View>;
}
