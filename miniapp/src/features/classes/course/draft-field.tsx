import { Field } from "../../../ui/field";
import type { FieldProps } from "../../../ui/field-props";
import type { CourseDraft } from "./course-draft";

type TextOf<Draft> = { [Name in keyof Draft]: Draft[Name] extends string ? Name : never }[keyof Draft];

interface DraftFieldProps {
  draft: CourseDraft;
  onChange: (changed: Partial<CourseDraft>) => void;
  name: TextOf<CourseDraft>;
  label: string;
  type?: FieldProps["type"];
  maxLength?: number;
}

/** One text of the form. */
export function DraftField({ draft, onChange, name, label, type = "text", maxLength }: DraftFieldProps) {
  return (
    <Field
      label={label}
      type={type}
      value={draft[name]}
      maxLength={maxLength}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
}
