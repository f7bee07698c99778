import { Modal, Radio } from "antd";
import { useState } from "react";
import type { DeskRow } from "../../../shared/desk/desk-answer";
import type { CellEdit } from "./cell-edits";
import { conflictKey, fieldLabel, valueWords } from "./conflict-words";
import type { StoppedAct } from "./use-acts";

interface ConflictDialogProps {
  stopped: StoppedAct | null;
  rows: readonly DeskRow[];
  onClose: () => void;
  /** With the edits that are still to be stored. */
  onStore: (stopped: StoppedAct, edits: CellEdit[]) => void;
}

/** Both values of every cell that somebody else has changed meanwhile; nothing was stored yet. */
export function ConflictDialog({ stopped, ...props }: ConflictDialogProps) {
  return stopped === null ? null : <Choices key={stopped.changeId} stopped={stopped} {...props} />;
}

function Choices({ stopped, rows, onClose, onStore }: ConflictDialogProps & { stopped: StoppedAct }) {
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set());
  const { conflicts, edits } = stopped;
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const dropped = new Set(conflicts.map(conflictKey).filter((key) => !mine.has(key)));
  const rest = edits.filter(({ row, column }) => !dropped.has(`${row.id} ${fieldOf(column.field)}`));
  const choose = (key: string, isMine: boolean) =>
    setMine((before) => {
      const next = new Set(before);
      if (isMine) next.add(key);
      else next.delete(key);
      return next;
    });
  return (
    <Modal
      open
      width={760}
      title={`有 ${conflicts.length} 格别人刚刚改过，还没有存`}
      onCancel={onClose}
      onOk={() => onStore(stopped, rest)}
      okText={rest.length === 0 ? "用他们的，不改了" : `照这样存 ${rest.length} 格`}
      cancelText="都不存"
    >
      <ul className="conflicts">
        {conflicts.map((conflict) => {
          const key = conflictKey(conflict);
          return (
            <li key={key}>
              <p>
                {names.get(conflict.id) ?? conflict.id} · {fieldLabel(conflict.field)}
              </p>
              <Radio.Group
                aria-label={`${names.get(conflict.id)}的${fieldLabel(conflict.field)}`}
                value={mine.has(key)}
                onChange={({ target }) => choose(key, target.value === true)}
                options={[
                  { value: false, label: `用他们的：${valueWords(conflict.field, conflict.theirs)}` },
                  { value: true, label: `用我的：${valueWords(conflict.field, conflict.yours)}` },
                ]}
              />
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}

/** The server names what it stores. */
function fieldOf(field: string | undefined): string {
  return field === "hoursText" ? "hours" : (field ?? "withdrawn");
}
