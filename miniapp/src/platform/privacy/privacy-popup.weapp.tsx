import { Button, View } from "@tarojs/components";
import Taro, { useDidHide, useDidShow } from "@tarojs/taro";
import { useEffect, useState } from "react";
import { accessible } from "../../ui/accessible";
import { Heading } from "../../ui/heading";
import { Pressable } from "../../ui/pressable";
import { useObservable } from "../settings/observable";
import { answerPrivacy, askForPrivacy, type PrivacyAnswer, privacyQuestions } from "./privacy-questions";

interface Words {
  title: string;
  text: string;
  disagree: string;
}

const POSITION: Words = {
  title: "用你的位置之前",
  text: "位置只用来找离你近的驿站，不保存，也不给别人。",
  disagree: "不同意，我自己选地方",
};
const PHOTO: Words = {
  title: "拍照片之前",
  text: "只用你选的这一张，给大家认门用；照片里的拍摄地点会去掉。",
  disagree: "不同意，先不拍",
};
const ANYTHING: Words = {
  title: "用这个功能之前",
  text: "微信要先问你同不同意。",
  disagree: "不同意，先不用",
};

/** By the interface that asks; miniapp/config/wechat-interfaces.json lists them all. */
const WORDS: Record<string, Words> = {
  getLocation: POSITION,
  getFuzzyLocation: POSITION,
  chooseMedia: PHOTO,
  addPhoneCalendar: {
    title: "记到日历之前",
    text: "只往你的手机日历里写这一节课，不看里面别的。",
    disagree: "不同意，先不记",
  },
  chooseMessageFile: {
    title: "选文件之前",
    text: "只读你选的这一个课表文件。",
    disagree: "不同意，先不选",
  },
  setClipboardData: {
    title: "复制之前",
    text: "只把你点的这一段放进剪贴板，不看里面别的。",
    disagree: "不同意，先不复制",
  },
};

const AGREE_BUTTON = "agree-privacy";
let isListening = false;

/** Once for the life of the program: WeChat knows one listener. One that is too old to ask has none. */
function listen(): void {
  if (isListening || !Taro.canIUse("onNeedPrivacyAuthorization")) return;
  isListening = true;
  Taro.onNeedPrivacyAuthorization((resolve: (answer: PrivacyAnswer) => void, asked?: { referrer?: string }) =>
    askForPrivacy({ interfaceName: asked?.referrer ?? "", resolve }),
  );
}

/**
 * Before the first use of the position, the camera and the like WeChat wants the privacy guide offered and a yes from its own
 * button. Every page has this, and the one on screen shows it; only a tap answers.
 */
export function PrivacyPopup() {
  const [isOnScreen, setOnScreen] = useState(true);
  const questions = useObservable(privacyQuestions);
  useDidShow(() => setOnScreen(true));
  useDidHide(() => setOnScreen(false));
  useEffect(listen, []);
  const [question] = questions;
  if (!isOnScreen || question === undefined) return null;
  const { title, text, disagree } = WORDS[question.interfaceName] ?? ANYTHING;
  return (
    <View className="veil">
      <View className="sheet sheet-shown" {...accessible({ role: "dialog", label: title })}>
        <View className="sheet-content">
          <Heading level={2} className="sheet-title">
            {title}
          </Heading>
          <View className="sheet-text">{text}可以先看看微信里的隐私说明。</View>
          <Pressable
            className="button button-quiet"
            onPress={() => void Promise.resolve(Taro.openPrivacyContract({})).catch(() => undefined)}
          >
            看隐私说明
          </Pressable>
          <Button
            id={AGREE_BUTTON}
            className="button button-main"
            openType="agreePrivacyAuthorization"
            onAgreePrivacyAuthorization={() => answerPrivacy({ event: "agree", buttonId: AGREE_BUTTON })}
          >
            同意
          </Button>
          <Pressable className="button button-plain" onPress={() => answerPrivacy({ event: "disagree" })}>
            {disagree}
          </Pressable>
        </View>
      </View>
    </View>
  );
}
