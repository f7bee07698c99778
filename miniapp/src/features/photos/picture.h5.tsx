import type { PictureProps } from "./picture-props";

/** A real image, which the browser loads once it comes into view. */
export function Picture({ src, label, className, onFail }: PictureProps) {
  return <img className={className} src={src} alt={label} loading="lazy" decoding="async" onError={onFail} />;
}
