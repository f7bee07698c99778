import { Textarea, View } from "@tarojs/components";
import { accessible } from "./accessible";
import type { SentencesFieldProps } from "./sentences-field-props";

/** Room for one or two sentences; speaking them is the keyboard's. */
export function SentencesField({ label, value, onChange, maxLength, placeholder }: SentencesFieldProps) {
  return (
    <View className="field">
      <View className="field-label">{label}</View>
      <Textarea
        className="field-input field-sentences"
        autoHeight
        value={value}
        maxlength={maxLength}
        placeholder={placeholder}
        {...accessible({ label })}
        onInput={({ detail }) => onChange(detail.value)}
      />
    </View>
  );
}
