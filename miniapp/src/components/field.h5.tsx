import type { FieldProps } from "./field-props";

/** One thing to fill in, with the browser's own way of choosing a date or a time. */
export function Field({ label, type, value, onChange, maxLength }: FieldProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        className="field-input"
        type={type}
        value={value}
        maxLength={maxLength}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
