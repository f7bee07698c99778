import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { useEffect } from "react";
import { accessible } from "../../../ui/accessible";
import type { Missing, WishField } from "../wish-draft";

/** There is one at a time. */
const ID = "missing";

interface MissingAtProps {
  field: WishField;
  missing: Missing | null;
}

/** What is missing, said where it is to be filled in; the page goes there. */
export function MissingAt({ field, missing }: MissingAtProps) {
  const isHere = missing?.field === field;
  useEffect(() => {
    if (isHere) void Taro.pageScrollTo({ selector: `#${ID}`, offsetTop: -160, duration: 200 }).catch(() => undefined);
  }, [isHere]);
  if (!isHere) return null;
  return (
    <View id={ID} className="task-failure make-wish-told" {...accessible({ role: "alert", live: true })}>
      {missing.words}
    </View>
  );
}
