import { Modal } from "antd";
import type { FieldConflict } from "../../../shared/contract/error-answer";
import type { DeskRow } from "../../../shared/desk/desk-answer";
import { conflictKey, fieldLabel, valueWords } from "./conflict-words";

interface LeftDialogProps {
  conflicts: readonly FieldConflict[] | null;
  rows: readonly DeskRow[];
  onClose: () => void;
}

/** What was not taken back, since somebody changed it after that. */
export function LeftDialog({ conflicts, rows, onClose }: LeftDialogProps) {
  if (conflicts === null) return null;
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (
    <Modal
      open
      title={`撤回了，有 ${conflicts.length} 格没有动`}
      onCancel={onClose}
      onOk={onClose}
      okText="知道了"
      cancelButtonProps={{ style: { display: "none" } }}
    >
      <p>这几格后来又有人改过，照他们改的留着：</p>
      <ul>
        {conflicts.map((conflict) => (
          <li key={conflictKey(conflict)}>
            {names.get(conflict.id) ?? conflict.id} · {fieldLabel(conflict.field)}：
            {valueWords(conflict.field, conflict.theirs)}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
