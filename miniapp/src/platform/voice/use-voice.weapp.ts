import Taro, { type InnerAudioContext } from "@tarojs/taro";
import { HAS_SPEECH_PLUGIN } from "../../build-settings";
import type { Voice } from "./voice";

/** As much as the plugin takes at once is 1000 bytes, three to a character. */
const MOST_CHARACTERS = 330;

let player: InnerAudioContext | null = null;
/** What is asked for while the sound is still being made is what counts. */
let wanted = 0;

const pluginVoice: Voice = {
  say(text, onEnd) {
    pluginVoice.stop();
    const mine = wanted;
    requirePlugin("WechatSI").textToSpeech({
      lang: "zh_CN",
      tts: true,
      content: wholeSentences(text),
      success: ({ filename }) => {
        if (mine === wanted) play(filename, onEnd);
      },
      fail: () => {
        onEnd();
        void Taro.showToast({ title: "现在念不出来，再点一次", icon: "none" });
      },
    });
  },
  stop() {
    wanted += 1;
    player?.destroy();
    player = null;
  },
};

function play(address: string, onEnd: () => void): void {
  player = Taro.createInnerAudioContext();
  player.onEnded(onEnd);
  player.onError(onEnd);
  player.src = address;
  player.play();
}

function wholeSentences(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  return text.slice(0, text.lastIndexOf("。", MOST_CHARACTERS - 1) + 1) || text.slice(0, MOST_CHARACTERS);
}

/** The voice of WeChat's plugin; null in a package without it. */
export function useVoice(): Voice | null {
  return HAS_SPEECH_PLUGIN ? pluginVoice : null;
}
