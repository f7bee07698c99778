import Taro from "@tarojs/taro";
import type { TakeMeThereProps } from "../navigation/destination";
import { isSinglePage, sayGoToProgram } from "../navigation/single-page";
import { Pressable } from "../ui/pressable";

/** 带我去: WeChat shows the place and offers the map apps of the phone. */
export function TakeMeThere({ to }: TakeMeThereProps) {
  const open = () => {
    if (isSinglePage()) return sayGoToProgram();
    const { name, address, location } = to;
    void Taro.openLocation({ ...location, name, address, scale: 17 }).catch(() =>
      Taro.showToast({ title: "地图没打开，再点一次", icon: "none" }),
    );
  };
  return (
    <Pressable className="button button-main take-me-there" label={`带我去${to.name}`} onPress={open}>
      带我去
    </Pressable>
  );
}
