import { useEffect, useState } from "react";
import type { Voice } from "./voice";

/** Old browsers, and some in other programs, have no speech at all. */
const speech: SpeechSynthesis | undefined = window.speechSynthesis;
/** A browser forgets what nobody holds, and never says that it is over. */
let held: SpeechSynthesisUtterance | null = null;

/** Standard Chinese; Android writes zh_CN. Cantonese would read the words as nobody here says them. */
function chineseVoice(): SpeechSynthesisVoice | undefined {
  return speech?.getVoices().find(({ lang }) => /^(zh|cmn)/i.test(lang) && !/hk|yue/i.test(lang));
}

const browserVoice: Voice = {
  say(text, onEnd) {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = "zh-CN";
    utterance.voice = chineseVoice() ?? null;
    utterance.onend = onEnd;
    utterance.onerror = onEnd;
    held = utterance;
    speech?.cancel();
    speech?.speak(utterance);
  },
  stop() {
    if (held !== null) speech?.cancel();
    held = null;
  },
};

/** The browser's voice; null where it has none that speaks Chinese. Some browsers learn of their voices late. */
export function useVoice(): Voice | null {
  const [has, setHas] = useState(() => chineseVoice() !== undefined);
  useEffect(() => {
    const look = () => setHas(chineseVoice() !== undefined);
    speech?.addEventListener?.("voiceschanged", look);
    return () => speech?.removeEventListener?.("voiceschanged", look);
  }, []);
  return has ? browserVoice : null;
}
