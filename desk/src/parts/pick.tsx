/** One of a few, as a plain list of the browser's own: it opens by keyboard, and is read out as what it is. */
export function Pick({
  label,
  value,
  options,
  onPick,
}: {
  label: string;
  value: string;
  options: readonly (readonly [value: string, words: string])[];
  onPick: (value: string) => void;
}) {
  return (
    <span className="pick">
      <span aria-hidden="true">{label}</span>
      <select aria-label={label} value={value} onChange={({ target }) => onPick(target.value)}>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}
