import { Chip } from "./chip";
import { ChoiceRow } from "./choice-row";

interface ChipRowProps {
  label: string;
  chips: readonly { key: string; label: string; on: boolean; press: () => void }[];
  /** So many stand there at first in 大字. */
  first: number;
}

/** Chips of a filter, as many as there are. */
export function ChipRow({ label, chips, first }: ChipRowProps) {
  const choices = chips.map(({ key, label: word, on, press }) => ({
    isOn: on,
    face: (
      <Chip key={key} on={on} onPress={press}>
        {word}
      </Chip>
    ),
  }));
  return <ChoiceRow label={label} choices={choices} first={first} />;
}
