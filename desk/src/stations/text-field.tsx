import { Input } from "antd";
import { useId } from "react";

interface TextFieldProps {
  label: string;
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
}

export function TextField({ label, value, problem, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={value}
        status={problem === undefined ? "" : "error"}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onChange={({ target }) => onChange(target.value)}
      />
      {problem === undefined ? null : (
        <p id={`${id}-problem`} className="wrong">
          {problem}
        </p>
      )}
    </div>
  );
}
