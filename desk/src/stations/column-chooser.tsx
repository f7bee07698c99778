import { Button, Checkbox, Popover } from "antd";
import { COLUMN_BY_KEY, COLUMNS } from "./columns";
import { type ColumnKey, shownColumns } from "./table-search";

interface ColumnChooserProps {
  cols: string | undefined;
  onChange: (cols: string | undefined) => void;
}

/** Which columns are shown, in which order. */
export function ColumnChooser({ cols, onChange }: ColumnChooserProps) {
  const shown = shownColumns(cols);
  const hidden = COLUMNS.filter(({ key }) => !shown.includes(key)).map(({ key }) => key);
  const set = (next: readonly ColumnKey[]) => onChange(next.length === 0 ? undefined : next.join(","));
  const up = (place: number) =>
    set(shown.map((key, at) => (at === place - 1 ? shown[place] : at === place ? shown[place - 1] : key) ?? key));
  const list = (
    <ul className="column-list">
      {[...shown, ...hidden].map((key, place) => {
        const isShown = place < shown.length;
        return (
          <li key={key}>
            <Checkbox
              checked={isShown}
              onChange={() => set(isShown ? shown.filter((other) => other !== key) : [...shown, key])}
            >
              {COLUMN_BY_KEY.get(key)?.label}
            </Checkbox>
            {isShown && place > 0 ? (
              <Button size="small" aria-label={`${COLUMN_BY_KEY.get(key)?.label}往前放`} onClick={() => up(place)}>
                ↑
              </Button>
            ) : null}
          </li>
        );
      })}
      <li>
        <Button size="small" onClick={() => onChange(undefined)}>
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
