import { View } from "@tarojs/components";
import { useState } from "react";
import { Picture } from "./picture";
import "./station-picture.scss";

interface StationPictureProps {
  /** Null: there is no picture any more. */
  src: string | null;
  label: string;
}

/** A picture in a box of fixed size, so that nothing jumps when it comes; words where it does not. */
export function StationPicture({ src, label }: StationPictureProps) {
  const [failedSrc, setFailedSrc] = useState<string | null>(null);
  return (
    <View className="station-picture">
      {src === null || src === failedSrc ? (
        <View className="station-picture-none">{src === null ? "没有了" : `${label}，照片没打开`}</View>
      ) : (
        <Picture className="station-picture-image" src={src} label={label} onFail={() => setFailedSrc(src)} />
      )}
    </View>
  );
}
