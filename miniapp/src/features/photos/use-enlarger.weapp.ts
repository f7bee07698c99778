import Taro from "@tarojs/taro";
import type { Enlarger } from "./enlarged";

/** WeChat's own viewer, with pinching, swiping and saving. */
export function useEnlarger(): Enlarger {
  return {
    enlarge: ({ pictures, first }) => {
      const urls = pictures.map(({ src }) => src);
      void Taro.previewImage({ urls, current: urls[first] ?? "" }).catch(() => undefined);
    },
    view: null,
  };
}
