import { Button, Input, Popover, Select } from "antd";
import { useState } from "react";
import type { DeskRow } from "../../../shared/desk/desk-answer";
import { ColumnChooser } from "./column-chooser";
import { VIEW_RULES } from "./shown-rows";
import { COLUMN_BY_KEY, COLUMNS, type RowContext } from "./table-columns";
import { type ColumnKey, isColumn, type TableSearch, USUAL_FROZEN, VIEWS } from "./table-search";
import { useSavedViews } from "./use-saved-views";

interface TableToolsProps {
  rows: readonly DeskRow[];
  shown: number;
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

/** Ready-made questions with how many rows answer them, one's own, and filters by any column. */
export function TableTools({ rows, context, search, onSearch }: TableToolsProps) {
  const { views, save, forget } = useSavedViews();
  return (
    <div className="table-tools">
      <nav className="views" aria-label="常看的">
        <Chip isOn={search.view === undefined} onClick={() => onSearch({ view: undefined })}>
          {`全部 ${rows.length}`}
        </Chip>
        {VIEWS.map((key) => {
          const { label, keeps } = VIEW_RULES[key];
          const count = rows.filter((row) => keeps(row, context)).length;
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
        <AddFilter search={search} onSearch={onSearch} />
        {Object.entries(search.has ?? {}).map(([key, text]) => (
          <Chip key={key} isOn onClick={() => onSearch({ has: without(search.has, key) })}>
            {`${COLUMN_BY_KEY.get(key)?.label}${text === "=" ? "空着" : `:${text}`} ×`}
          </Chip>
        ))}
        <ColumnChooser cols={search.cols} frozen={search.frozen ?? USUAL_FROZEN} onChange={onSearch} />
        <Button type="primary" onClick={() => onSearch({ open: "new" })}>
          新加一个
        </Button>
      </div>
    </div>
  );
}

function without(has: TableSearch["has"], key: string): TableSearch["has"] {
  const rest = Object.entries(has ?? {}).filter(([other]) => other !== key);
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}

function Chip({ isOn, onClick, children }: { isOn: boolean; onClick: () => void; children: string }) {
  return (
    <button type="button" className={isOn ? "chip is-on" : "chip"} aria-pressed={isOn} onClick={onClick}>
      {children}
    </button>
  );
}

function AddFilter({ search, onSearch }: Pick<TableToolsProps, "search" | "onSearch">) {
  const [key, setKey] = useState<ColumnKey>("district");
  const [text, setText] = useState("");
  const add = (value: string) => {
    if (value !== "") onSearch({ has: { ...search.has, [key]: value } });
    setText("");
  };
  return (
    <span className="add-filter">
      <Select
        aria-label="按哪一列筛"
        value={key}
        onChange={setKey}
        options={COLUMNS.map((column) => ({ value: column.key, label: column.label }))}
        style={{ width: 116 }}
      />
      <Input
        aria-label="这一列里有"
        placeholder="含有…"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onPressEnter={() => add(text.trim())}
        style={{ width: 120 }}
      />
      <Button onClick={() => add(text.trim())}>筛</Button>
      <Button onClick={() => isColumn(key) && add("=")}>空着的</Button>
    </span>
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
