import { Button, Checkbox, Popover, Select } from "antd";
import { COLUMN_BY_KEY, COLUMNS } from "./table-columns";
import { type ColumnKey, shownColumns } from "./table-search";

interface ColumnChooserProps {
  cols: string | undefined;
  frozen: number;
  onChange: (change: { cols?: string | undefined; frozen?: number | undefined }) => void;
}

const FROZEN_CHOICES = [0, 1, 2, 3, 4, 5];

/** Which columns are shown, in which order, and how many of them stay in sight. */
export function ColumnChooser({ cols, frozen, onChange }: ColumnChooserProps) {
  const shown = shownColumns(cols);
  const hidden = COLUMNS.filter(({ key }) => !shown.includes(key)).map(({ key }) => key);
  const set = (next: readonly ColumnKey[]) => onChange({ cols: next.length === 0 ? undefined : next.join(",") });
  const up = (index: number) =>
    set(shown.map((key, at) => (at === index - 1 ? shown[index] : at === index ? shown[index - 1] : key) ?? key));
  const list = (
    <ul className="column-list">
      <li>
        <span>左右滚动时，前面几列不动</span>
        <Select
          aria-label="前面几列不动"
          size="small"
          value={frozen}
          onChange={(count) => onChange({ frozen: count })}
          options={FROZEN_CHOICES.map((count) => ({ value: count, label: count === 0 ? "都动" : `${count} 列` }))}
        />
      </li>
      {[...shown, ...hidden].map((key, index) => {
        const isShown = index < shown.length;
        return (
          <li key={key}>
            <Checkbox
              checked={isShown}
              onChange={() => set(isShown ? shown.filter((other) => other !== key) : [...shown, key])}
            >
              {COLUMN_BY_KEY.get(key)?.label}
            </Checkbox>
            {isShown && index > 0 ? (
              <Button size="small" aria-label={`${COLUMN_BY_KEY.get(key)?.label}往前放`} onClick={() => up(index)}>
                ↑
              </Button>
            ) : null}
          </li>
        );
      })}
      <li>
        <Button size="small" onClick={() => onChange({ cols: undefined, frozen: undefined })}>
          和原来一样
        </Button>
      </li>
    </ul>
  );
  return (
    <Popover content={list} trigger="click" placement="bottomRight">
      <Button>选列</Button>
    </Popover>
  );
}
