import { renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Voice } from "../../../../miniapp/src/platform/voice/voice.js";

interface Asked {
  content: string;
  success: (answer: { filename: string }) => void;
  fail: () => void;
}

/** The phone of the modules that a test has loaded. */
let Taro: typeof import("../../support/taro.js").default;
let asked: Asked[] = [];
let sounds: { src: string; isPlaying: boolean; end: () => void }[] = [];

/** A sound as WeChat plays it. */
function givenSound() {
  const sound = { src: "", isPlaying: false, end: () => {} };
  sounds.push(sound);
  return {
    set src(address: string) {
      sound.src = address;
    },
    play: () => {
      sound.isPlaying = true;
    },
    destroy: () => {
      sound.isPlaying = false;
    },
    onEnded: (end: () => void) => {
      sound.end = end;
    },
    onError: () => {},
  };
}

/** The voice of a package that has the plugin, or has not. */
async function voiceOf(hasPlugin: boolean): Promise<Voice | null> {
  vi.resetModules();
  vi.doMock("../../../../miniapp/src/build-settings", () => ({ HAS_SPEECH_PLUGIN: hasPlugin }));
  ({ default: Taro } = await import("../../support/taro.js"));
  Object.assign(Taro, { createInnerAudioContext: givenSound });
  const { useVoice } = await import("../../../../miniapp/src/platform/voice/use-voice.weapp.js");
  return renderHook(() => useVoice()).result.current;
}

async function pluginVoice(): Promise<Voice> {
  const voice = await voiceOf(true);
  if (voice === null) throw new Error("no voice");
  return voice;
}

beforeEach(() => {
  asked = [];
  sounds = [];
  vi.stubGlobal("requirePlugin", () => ({ textToSpeech: (options: Asked) => asked.push(options) }));
});

describe("the voice of WeChat's plugin", () => {
  it("is not there in a package without it", async () => {
    expect(await voiceOf(false)).toBeNull();
  });

  it("plays what the plugin made of the text, and says when it is over", async () => {
    const voice = await pluginVoice();
    const over = vi.fn();
    voice.say("现在开着。", over);
    expect(asked.map(({ content }) => content)).toEqual(["现在开着。"]);
    asked[0]?.success({ filename: "https://sound.example/1.mp3" });
    expect(sounds).toMatchObject([{ src: "https://sound.example/1.mp3", isPlaying: true }]);
    expect(over).not.toHaveBeenCalled();
    sounds[0]?.end();
    expect(over).toHaveBeenCalledOnce();
  });

  it("is silent at once, and stays so when a sound comes late", async () => {
    const voice = await pluginVoice();
    voice.say("第一家。", vi.fn());
    asked[0]?.success({ filename: "1.mp3" });
    voice.say("第二家。", vi.fn());
    expect(sounds[0]?.isPlaying).toBe(false);
    voice.stop();
    asked[1]?.success({ filename: "2.mp3" });
    expect(sounds).toHaveLength(1);
  });

  it("says that it cannot read where the plugin refuses", async () => {
    const voice = await pluginVoice();
    const over = vi.fn();
    voice.say("现在开着。", over);
    asked[0]?.fail();
    expect(over).toHaveBeenCalledOnce();
    expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: "现在念不出来，再点一次" }));
  });

  it("takes whole sentences of what is longer than the plugin takes", async () => {
    const voice = await pluginVoice();
    const sentence = `${"很".repeat(99)}。`;
    voice.say(sentence.repeat(4), vi.fn());
    expect(asked[0]?.content).toBe(sentence.repeat(3));
    expect(new TextEncoder().encode(asked[0]?.content).length).toBeLessThanOrEqual(1_000);
  });
});
