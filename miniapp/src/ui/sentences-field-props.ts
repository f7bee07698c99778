export interface SentencesFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Characters. */
  maxLength: number;
  placeholder?: string;
}
