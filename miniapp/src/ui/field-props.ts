export interface FieldProps {
  label: string;
  /** `words` is for more than a line; `date` is written 2026-12-03, `time` 08:30. */
  type: "text" | "words" | "date" | "time";
  value: string;
  onChange: (value: string) => void;
  /** Of a text, characters. */
  maxLength?: number;
}
