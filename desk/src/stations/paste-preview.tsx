import { Modal } from "antd";
import type { CellEdit } from "./cell-edits";

export interface Preview {
  words: string;
  edits: CellEdit[];
  /** Cells of the clipboard beyond the edge of the table. */
  outside: number;
}

interface PastePreviewProps {
  preview: Preview | null;
  onClose: () => void;
  onStore: (preview: Preview) => void;
}

const MOST_SHOWN = 200;

/** Before → after, those that cannot be stored first. With one of them nothing is. */
export function PastePreview({ preview, onClose, onStore }: PastePreviewProps) {
  if (preview === null) return null;
  const { edits, outside } = preview;
  const wrong = edits.filter(({ problem }) => problem !== null);
  const ordered = [...wrong, ...edits.filter(({ problem }) => problem === null)];
  const isRefused = wrong.length > 0 || outside > 0;
  return (
    <Modal
      open
      width={860}
      title={isRefused ? `有 ${wrong.length + outside} 格不对，一格也没有存` : `要改 ${edits.length} 格，看看对不对`}
      onCancel={onClose}
      onOk={() => (isRefused || edits.length === 0 ? onClose() : onStore(preview))}
      okText={isRefused ? "知道了，改好再贴" : edits.length === 0 ? "知道了" : `存 ${edits.length} 格`}
      cancelButtonProps={isRefused ? { style: { display: "none" } } : {}}
      cancelText="不存"
    >
      {outside > 0 ? <p className="wrong">有 {outside} 格超出了表格的边，请从靠左上的格子开始贴。</p> : null}
      {edits.length === 0 ? <p>和表里的一样，没有要改的。</p> : null}
      <div className="preview">
        <table>
          <thead>
            <tr>
              <th scope="col">驿站</th>
              <th scope="col">列</th>
              <th scope="col">原来</th>
              <th scope="col">改成</th>
              <th scope="col">哪里不对</th>
            </tr>
          </thead>
          <tbody>
            {ordered.slice(0, MOST_SHOWN).map(({ row, column, before, after, problem }) => (
              <tr key={`${row.id} ${column.key}`} className={problem === null ? undefined : "wrong"}>
                <td>{row.name}</td>
                <td>{column.label}</td>
                <td>{before || "空着"}</td>
                <td>{after || "空着"}</td>
                <td>{problem ?? ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {ordered.length > MOST_SHOWN ? <p>还有 {ordered.length - MOST_SHOWN} 格没有列出来。</p> : null}
    </Modal>
  );
}
