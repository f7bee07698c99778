import { Text } from "@tarojs/components";

/** Made up to show the product: never to be taken for the union's own list. */
export function DemoBadge() {
  return <Text className="demo-badge">示例</Text>;
}
