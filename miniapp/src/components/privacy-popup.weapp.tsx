import { Button, View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useEffect, useRef, useState } from "react";
import { accessible } from "../accessibility/accessible";
import { Heading } from "./heading";
import { Pressable } from "./pressable";
import type { PrivacyPopupProps } from "./privacy-popup-props";

type Answer = { event: "agree"; buttonId: string } | { event: "disagree" };
type Resolve = (answer: Answer) => void;

const WORDS: Record<NonNullable<PrivacyPopupProps["use"]>, { title: string; text: string; disagree: string }> = {
  position: {
    title: "用你的位置之前",
    text: "位置只用来找离你近的驿站,不保存,也不给别人。",
    disagree: "不同意,我自己选地方",
  },
  photo: {
    title: "拍照片之前",
    text: "只用你选的这一张,给大家认门用;照片里的拍摄地点会去掉。",
    disagree: "不同意,先不拍",
  },
};

const AGREE_BUTTON = "agree-privacy";

/** WeChat's listener stays for the life of the app, so there is one, and it asks whichever popup is on screen. */
let ask: ((resolve: Resolve) => void) | null = null;
let isListening = false;

function listen(): void {
  if (isListening || !Taro.onNeedPrivacyAuthorization) return;
  isListening = true;
  Taro.onNeedPrivacyAuthorization((resolve: Resolve) => {
    if (ask) ask(resolve);
    else resolve({ event: "disagree" });
  });
}

/** Before its first use of the position, the camera or the album WeChat wants the privacy guide offered and a yes from its own button. */
export function PrivacyPopup({ use = "position" }: PrivacyPopupProps) {
  const [shown, setShown] = useState(false);
  const pending = useRef<Resolve[]>([]);

  useEffect(() => {
    const here = (resolve: Resolve) => {
      pending.current.push(resolve);
      setShown(true);
    };
    ask = here;
    listen();
    return () => {
      if (ask === here) ask = null;
    };
  }, []);

  const answer = (given: Answer) => {
    for (const resolve of pending.current.splice(0)) resolve(given);
    setShown(false);
  };
  if (!shown) return null;
  const { title, text, disagree } = WORDS[use];
  return (
    <View className="veil">
      <View className="sheet sheet-shown" {...accessible({ role: "dialog", label: title })}>
        <View className="sheet-content">
          <Heading level={2} className="sheet-title">
            {title}
          </Heading>
          <View className="sheet-text">{text}可以先看看微信里的隐私说明。</View>
          <Pressable className="button button-quiet" onPress={() => Taro.openPrivacyContract({})}>
            看隐私说明
          </Pressable>
          <Button
            id={AGREE_BUTTON}
            className="button button-main"
            openType="agreePrivacyAuthorization"
            onAgreePrivacyAuthorization={() => answer({ event: "agree", buttonId: AGREE_BUTTON })}
          >
            同意
          </Button>
          <Pressable className="button button-plain" onPress={() => answer({ event: "disagree" })}>
            {disagree}
          </Pressable>
        </View>
      </View>
    </View>
  );
}
