import { View } from "@tarojs/components";
import { WISH_CONTACT_LIMITS } from "../../../../../shared/common/field-limits";
import { accessible } from "../../../ui/accessible";
import { Field } from "../../../ui/field";
import { Pressable } from "../../../ui/pressable";
import { useWishKeptDays } from "../use-wish-kept-days";
import type { Missing, WishDraft } from "../wish-draft";
import { MissingAt } from "./missing-at";

interface ContactFieldsProps {
  draft: WishDraft;
  forOther: boolean;
  missing: Missing | null;
  onChange: (part: Partial<WishDraft>) => void;
}

/** How to be reached, who sees that, and whether the wall may tell of it. */
export function ContactFields({ draft, forOther, missing, onChange }: ContactFieldsProps) {
  const { name, phone, address, isPublic } = draft;
  const keptDays = useWishKeptDays();
  const you = forOther ? "他" : "你";
  return (
    <View className="card">
      <Field
        label={forOther ? "他怎么称呼" : "怎么称呼你(可以只写姓)"}
        type="text"
        value={name}
        maxLength={WISH_CONTACT_LIMITS.name}
        onChange={(text) => onChange({ name: text })}
      />
      <MissingAt field="name" missing={missing} />
      <Field
        label={forOther ? "他的电话(没有就不填)" : "电话"}
        type="text"
        value={phone}
        maxLength={WISH_CONTACT_LIMITS.phone}
        onChange={(text) => onChange({ phone: text })}
      />
      <MissingAt field="phone" missing={missing} />
      <Field
        label="住址(要送上门才填)"
        type="text"
        value={address}
        maxLength={WISH_CONTACT_LIMITS.address}
        onChange={(text) => onChange({ address: text })}
      />
      <View className="secondary make-wish-promise">
        加密存着。只有认领{forOther ? "这个" : "你"}心愿的那一个人看得到，看一次记一次
        {forOther ? "" : "，你都查得到"}
        {keptDays === null ? "；办完以后到日子就删掉。" : `；办完以后留 ${keptDays} 天就删掉。`}
        {forOther ? "" : "都不填也能许，办好了在这里告诉你。"}
      </View>
      <Pressable className="make-wish-public" pressed={isPublic} onPress={() => onChange({ isPublic: !isPublic })}>
        <View className="make-wish-box" {...accessible({ hidden: true })}>
          {isPublic ? "✓" : ""}
        </View>
        <View className="make-wish-public-words">办好了，工会可以写张卡片贴到墙上，不写{you}的名字</View>
      </Pressable>
    </View>
  );
}
