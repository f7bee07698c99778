export interface FieldProps {
  label: string;
  /** `date` is written 2026-12-03, `time` 08:30. */
  type: "text" | "date" | "time";
  value: string;
  onChange: (value: string) => void;
  /** Of a text, characters. */
  maxLength?: number;
}
