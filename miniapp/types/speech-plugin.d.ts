/** What is used of WeChat's plugin 微信同声传译. */
interface SpeechPlugin {
  textToSpeech(options: {
    lang: "zh_CN";
    tts: true;
    content: string;
    success: (answer: { filename: string }) => void;
    fail: () => void;
  }): void;
}

declare function requirePlugin(name: "WechatSI"): SpeechPlugin;
