import { useEffect, useState } from "react";
import { useVoice } from "../../../platform/voice/use-voice";
import { Pressable } from "../../../ui/pressable";
import { spokenWords } from "./spoken-words";

export interface ReadAloudProps {
  /** Whose card it is. */
  name: string;
  /** The lines of the card, in their order; null where a line is not there. */
  parts: readonly (string | null)[];
}

/** 念出来: reads a card to who cannot read it; not there where there is no voice. */
export function ReadAloudButton({ name, parts }: ReadAloudProps) {
  const voice = useVoice();
  const [isReading, setReading] = useState(false);
  useEffect(() => () => voice?.stop(), [voice]);
  if (voice === null) return null;
  const begin = () => {
    setReading(true);
    voice.say(spokenWords(parts), () => setReading(false));
  };
  const end = () => {
    setReading(false);
    voice.stop();
  };
  return (
    <Pressable
      className="button button-quiet read-aloud"
      label={isReading ? "别念了" : `念出来：${name}`}
      onPress={isReading ? end : begin}
    >
      {isReading ? "别念了" : "念出来"}
    </Pressable>
  );
}
