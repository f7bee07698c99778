import { View } from "@tarojs/components";
import { useState } from "react";
import { Field } from "../../../ui/field";
import { Pressable } from "../../../ui/pressable";
import { type CourseDraft, NO_RULES } from "./course-draft";

type Rules = CourseDraft["rules"];

const LABELS: Record<keyof Rules, string> = {
  cancelBeforeMinutes: "上课前多少分钟以前可以取消",
  checkInBeforeMinutes: "上课前多少分钟开始签到",
  checkInAfterMinutes: "上课后多少分钟停止签到",
  walkInAfterMinutes: "上课后多少分钟，空位给到场的人",
  offerMinutes: "退出来的名额，给下一个人留多少分钟",
};
const LONGEST = 5;

interface RuleFieldsProps {
  rules: Rules;
  onChange: (rules: Rules) => void;
}

/** Rules of this course's own; folded away, as nearly no course has any. */
export function RuleFields({ rules, onChange }: RuleFieldsProps) {
  const [isOpen, setOpen] = useState(Object.values(rules).some((text) => text !== ""));
  if (!isOpen) {
    return (
      <Pressable className="button button-quiet" expanded={false} onPress={() => setOpen(true)}>
        这门课要用自己的规矩
      </Pressable>
    );
  }
  return (
    <View className="card form course-form course-rules">
      <View className="secondary">不填的，按统一的规矩。</View>
      {(Object.keys(NO_RULES) as (keyof Rules)[]).map((rule) => (
        <Field
          key={rule}
          label={LABELS[rule]}
          type="text"
          value={rules[rule]}
          maxLength={LONGEST}
          onChange={(text) => onChange({ ...rules, [rule]: text })}
        />
      ))}
    </View>
  );
}
