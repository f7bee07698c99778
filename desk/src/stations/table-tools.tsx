import { Button, Input, Popover } from "antd";
import { memo, useMemo, useState } from "react";
import type { DeskRow } from "../../../shared/desk/desk-answer";
import { ColumnChooser } from "./column-chooser";
import { filterWords } from "./column-filter";
import { VIEW_RULES } from "./shown-rows";
import type { RowContext } from "./table-columns";
import { type TableSearch, USUAL_FROZEN, VIEWS, without } from "./table-search";
import { useSavedViews } from "./use-saved-views";

interface TableToolsProps {
  rows: readonly DeskRow[];
  context: RowContext;
  search: TableSearch;
  onSearch: (change: Partial<TableSearch>, replace?: boolean) => void;
}

const NO_FILTERS: Partial<TableSearch> = {
  view: undefined,
  q: undefined,
  has: undefined,
  sort: undefined,
  cols: undefined,
  frozen: undefined,
};

/** Ready-made questions with how many rows answer them, one's own, and what the headings keep back. */
function Tools({ rows, context, search, onSearch }: TableToolsProps) {
  const { views, save, forget } = useSavedViews();
  const counts = useMemo(
    () => new Map(VIEWS.map((key) => [key, rows.filter((row) => VIEW_RULES[key].keeps(row, context)).length])),
    [rows, context],
  );
  return (
    <div className="table-tools">
      <nav className="views" aria-label="常看的">
        <Chip isOn={search.view === undefined} onClick={() => onSearch({ view: undefined })}>
          {`全部 ${rows.length}`}
        </Chip>
        {VIEWS.map((key) => {
          const { label } = VIEW_RULES[key];
          const count = counts.get(key) ?? 0;
          return count === 0 && search.view !== key ? null : (
            <Chip key={key} isOn={search.view === key} onClick={() => onSearch({ view: key })}>
              {`${label} ${count}`}
            </Chip>
          );
        })}
        {views.map(({ name, search: kept }) => (
          <span key={name} className="own-view">
            <Chip isOn={false} onClick={() => onSearch({ ...NO_FILTERS, ...kept })}>
              {name}
            </Chip>
            <button type="button" className="forget" aria-label={`不要「${name}」了`} onClick={() => forget(name)}>
              ×
            </button>
          </span>
        ))}
        <SaveView onSave={(name) => save(name, search)} />
      </nav>
      <div className="filters">
        <Input.Search
          allowClear
          aria-label="在表里找"
          placeholder="名称、编号、地址、站长"
          defaultValue={search.q}
          key={search.q ?? ""}
          onSearch={(q) => onSearch({ q: q.trim() || undefined })}
          style={{ width: 240 }}
        />
        {Object.entries(search.has ?? {}).map(([key, text]) => (
          <Chip key={key} isOn onClick={() => onSearch({ has: without(search.has, key) })}>
            {`${filterWords(key, text)} ×`}
          </Chip>
        ))}
        {Object.keys(search.has ?? {}).length > 1 ? (
          <Chip isOn={false} onClick={() => onSearch({ has: undefined })}>
            都不筛了
          </Chip>
        ) : null}
        <ColumnChooser cols={search.cols} frozen={search.frozen ?? USUAL_FROZEN} onChange={onSearch} />
        <Button type="primary" onClick={() => onSearch({ open: "new" })}>
          新加一个
        </Button>
      </div>
    </div>
  );
}

/** Not drawn again while one walks through the cells. */
export const TableTools = memo(Tools);

function Chip({ isOn, onClick, children }: { isOn: boolean; onClick: () => void; children: string }) {
  return (
    <button type="button" className={isOn ? "chip is-on" : "chip"} aria-pressed={isOn} onClick={onClick}>
      {children}
    </button>
  );
}

function SaveView({ onSave }: { onSave: (name: string) => void }) {
  const [name, setName] = useState("");
  const [isOpen, setOpen] = useState(false);
  const save = () => {
    if (name.trim() === "") return;
    onSave(name.trim());
    setOpen(false);
    setName("");
  };
  const form = (
    <span className="add-filter">
      <Input
        aria-label="叫什么"
        value={name}
        maxLength={12}
        onChange={({ target }) => setName(target.value)}
        onPressEnter={save}
      />
      <Button type="primary" onClick={save}>
        存
      </Button>
    </span>
  );
  return (
    <Popover content={form} trigger="click" open={isOpen} onOpenChange={setOpen}>
      <button type="button" className="chip">
        + 存成我的视图
      </button>
    </Popover>
  );
}
