import { View } from "@tarojs/components";
import { useState } from "react";
import type { WishView } from "../../../../../shared/wishes/wish-answer";
import { LONGEST_WISH_WORDS } from "../../../../../shared/wishes/wish-limits";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { accessible } from "../../../ui/accessible";
import { Chip } from "../../../ui/chip";
import { Field } from "../../../ui/field";
import { Pressable } from "../../../ui/pressable";
import { MoveFailure } from "../move-failure";

/** The five marks as people say them; a number alone means nothing. */
const RATINGS = [
  [5, "很好"],
  [4, "好"],
  [3, "一般"],
  [2, "不太好"],
  [1, "不好"],
] as const;

interface RateWishProps {
  wish: WishView;
  onChanged: () => Promise<void>;
}

/** Thanks, and how it was. */
export function RateWish({ wish: { id }, onChanged }: RateWishProps) {
  const [rating, setRating] = useState<number | null>(null);
  const [words, setWords] = useState("");
  const [task, send] = useAwaitedWrite("POST /wishes/:id/rate", onChanged);
  const said = words.trim();
  return (
    <View className="form">
      <View className="wish-question">东西好不好？</View>
      <View className="wish-ratings" {...accessible({ role: "group", label: "东西好不好" })}>
        {RATINGS.map(([mark, name]) => (
          <Chip key={mark} on={mark === rating} onPress={() => setRating(mark)}>
            {name}
          </Chip>
        ))}
      </View>
      {rating === null ? null : (
        <>
          <Field
            label="说句话(可以不填)"
            type="text"
            value={words}
            maxLength={LONGEST_WISH_WORDS}
            onChange={setWords}
          />
          <Pressable
            className="button button-main wish-send"
            disabled={task.status === "running"}
            onPress={() => send({ id, rating, ...(said === "" ? {} : { words: said }) })}
          >
            告诉工会
          </Pressable>
        </>
      )}
      <MoveFailure task={task} />
    </View>
  );
}
