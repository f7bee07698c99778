import { Input, Picker, Textarea, View } from "@tarojs/components";
import { accessible } from "./accessible";
import type { FieldProps } from "./field-props";

/** One thing to fill in, with WeChat's own wheel for a date or a time. */
export function Field({ label, type, value, onChange, maxLength }: FieldProps) {
  if (type === "words") {
    return (
      <View className="field">
        <View className="field-label">{label}</View>
        <Textarea
          className="field-input field-words"
          value={value}
          maxlength={maxLength}
          autoHeight
          {...accessible({ label })}
          onInput={({ detail }) => onChange(detail.value)}
        />
      </View>
    );
  }
  if (type === "text") {
    return (
      <View className="field">
        <View className="field-label">{label}</View>
        <Input
          className="field-input"
          value={value}
          maxlength={maxLength}
          {...accessible({ label })}
          onInput={({ detail }) => onChange(detail.value)}
        />
      </View>
    );
  }
  return (
    <Picker
      mode={type}
      value={value}
      {...accessible({ role: "button", label: `${label}，${value === "" ? "还没选" : value}` })}
      onChange={({ detail }) => onChange(String(detail.value))}
    >
      <View className="field">
        <View className="field-label">{label}</View>
        <View className="field-input">{value === "" ? "点这里选" : value}</View>
      </View>
    </Picker>
  );
}
