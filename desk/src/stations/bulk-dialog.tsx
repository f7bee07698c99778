import { Input, Modal, Select } from "antd";
import { useState } from "react";
import type { DeskRow } from "../../../shared/desk/desk-answer";
import { type CellEdit, cellEdit, type Districts } from "./cell-edits";
import { HoursReading } from "./hours-reading";
import { COLUMN_BY_KEY, type RowContext } from "./table-columns";

export type BulkField = "hours" | "audience" | "district" | "host" | "entryNote" | "withdrawn";

interface BulkDialogProps {
  field: BulkField | null;
  rows: readonly DeskRow[];
  districts: Districts;
  context: RowContext;
  onClose: () => void;
  onStore: (edits: CellEdit[], words: string) => void;
}

export function BulkDialog(props: BulkDialogProps) {
  if (props.field === null) return null;
  return props.field === "withdrawn" ? (
    <Withdraw {...props} />
  ) : (
    <OneValue key={props.field} {...props} field={props.field} />
  );
}

/** One value for a column of all chosen stations. */
function OneValue({
  field,
  rows,
  districts,
  context,
  onClose,
  onStore,
}: BulkDialogProps & { field: Exclude<BulkField, "withdrawn"> }) {
  const [text, setText] = useState("");
  const column = COLUMN_BY_KEY.get(field);
  if (column === undefined) return null;
  const edits = rows.flatMap((row) => cellEdit(row, column, text, context, districts) ?? []);
  const problem = edits.find((edit) => edit.problem !== null)?.problem ?? null;
  const count = edits.length;
  const store = () => onStore(edits, `改了 ${count} 个站的${column.label}`);
  const label = `${rows.length} 个驿站的${column.label}都写成`;
  return (
    <Modal
      open
      title={label}
      onCancel={onClose}
      onOk={store}
      okText={`改 ${count} 个`}
      okButtonProps={{ disabled: text.trim() === "" || problem !== null || count === 0 }}
    >
      {field === "district" ? (
        <Select
          aria-label={label}
          style={{ width: "100%" }}
          showSearch
          value={text || undefined}
          onChange={setText}
          options={[...districts.keys()].map((name) => ({ value: name, label: name }))}
        />
      ) : (
        <Input
          aria-label={label}
          autoFocus
          value={text}
          onChange={({ target }) => setText(target.value)}
          onPressEnter={() => text.trim() !== "" && problem === null && count > 0 && store()}
        />
      )}
      {field === "hours" ? <HoursReading text={text} /> : problem === null ? null : <p className="wrong">{problem}</p>}
      <p className="quiet">
        {count < rows.length && text.trim() !== "" ? `有 ${rows.length - count} 个已经是这样。` : ""}
        改了以后一天之内可以一次撤回。
      </p>
    </Modal>
  );
}

function Withdraw({ rows, onClose, onStore }: BulkDialogProps) {
  const column = COLUMN_BY_KEY.get("name");
  if (column === undefined) return null;
  const edits = rows.map(
    (row): CellEdit => ({ row, column, before: "在用", after: "撤下", set: { withdrawn: true }, problem: null }),
  );
  return (
    <Modal
      open
      title={`撤下 ${rows.length} 个驿站？`}
      onCancel={onClose}
      onOk={() => onStore(edits, `撤下了 ${rows.length} 个站`)}
      okText={`撤下 ${rows.length} 个`}
    >
      <p>撤下以后谁也找不到它们，资料都还在。一天之内可以一次撤回。</p>
      <ul>
        {rows.slice(0, 8).map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      {rows.length > 8 ? <p>等 {rows.length} 个</p> : null}
    </Modal>
  );
}
