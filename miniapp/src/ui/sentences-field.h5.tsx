import type { SentencesFieldProps } from "./sentences-field-props";

/** Room for one or two sentences; speaking them is the keyboard's. */
export function SentencesField({ label, value, onChange, maxLength, placeholder }: SentencesFieldProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <textarea
        className="field-input field-sentences"
        rows={3}
        value={value}
        maxLength={maxLength}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
