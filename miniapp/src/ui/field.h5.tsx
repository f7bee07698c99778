import type { FieldProps } from "./field-props";

/** One thing to fill in, with the browser's own way of choosing a date or a time. */
export function Field({ label, type, value, onChange, maxLength }: FieldProps) {
  if (type === "words") {
    return (
      <label className="field">
        <span className="field-label">{label}</span>
        <textarea
          className="field-input field-words"
          rows={3}
          value={value}
          maxLength={maxLength}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
    );
  }
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
