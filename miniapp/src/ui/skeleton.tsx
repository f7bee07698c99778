import { View } from "@tarojs/components";
import { accessible } from "./accessible";

/** A list in the shape of what comes: one large card and some lines. */
export function ListSkeleton({ rows }: { rows: number }) {
  return (
    <View className="skeletons" {...accessible({ role: "status", label: "正在找，请稍等", live: true })}>
      <View className="card skeleton skeleton-card" {...accessible({ hidden: true })}>
        <View className="skeleton-bar skeleton-title" />
        <View className="skeleton-bar skeleton-pill" />
        <View className="skeleton-bar skeleton-line" />
        <View className="skeleton-bar skeleton-line" />
        <View className="skeleton-bar skeleton-button" />
      </View>
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((key) => (
        <View key={key} className="card skeleton skeleton-row" {...accessible({ hidden: true })}>
          <View className="skeleton-bar skeleton-title" />
          <View className="skeleton-bar skeleton-pill" />
        </View>
      ))}
    </View>
  );
}
