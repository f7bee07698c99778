import { Image } from "@tarojs/components";
import { accessible } from "../../ui/accessible";
import type { PictureProps } from "./picture-props";

/** Loaded once it comes near the screen. */
export function Picture({ src, label, className, onFail }: PictureProps) {
  return (
    <Image
      className={className}
      src={src}
      mode="aspectFill"
      lazyLoad
      onError={onFail}
      {...accessible({ role: "img", label })}
    />
  );
}
