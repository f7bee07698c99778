import { View } from "@tarojs/components";
import { useServerNow } from "../../http/use-server-now";
import { openClass } from "../../navigation/class-pages";
import { Notice } from "../../ui/notice";
import { Pressable } from "../../ui/pressable";
import { remainingWords } from "./class-words";
import { useSeatOffer } from "./seat-offers";

/** On every tab: a seat is kept for this person, and for how long. */
export function SeatOfferNotice() {
  const offer = useSeatOffer();
  const now = useServerNow();
  if (offer === null) return null;
  return (
    <View className="seat-offer">
      <Notice tone="soon">
        <View>
          「{offer.title}」有名额留给你，{remainingWords(offer.until, now)}
        </View>
        <Pressable className="link" label={`去要这个名额：${offer.title}`} onPress={() => openClass(offer.sessionId)}>
          去要这个名额
        </Pressable>
      </Notice>
    </View>
  );
}
