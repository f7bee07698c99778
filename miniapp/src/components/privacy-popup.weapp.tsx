import { Button, View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useEffect, useRef, useState } from "react";
import { accessible } from "../accessibility/accessible";
import { Heading } from "./heading";
import { Pressable } from "./pressable";

type Answer = { event: "agree"; buttonId: string } | { event: "disagree" };
type Resolve = (answer: Answer) => void;

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

/** Before its first use of the position WeChat wants the privacy guide offered and a yes from its own button. */
export function PrivacyPopup() {
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
  return (
    <View className="veil">
      <View className="sheet sheet-shown" {...accessible({ role: "dialog", label: "用你的位置之前" })}>
        <Heading level={2} className="sheet-title">
          用你的位置之前
        </Heading>
        <View className="sheet-text">位置只用来找离你近的驿站,不保存,也不给别人。可以先看看微信里的隐私说明。</View>
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
          不同意,我自己选地方
        </Pressable>
      </View>
    </View>
  );
}
