import { Button, Dropdown } from "antd";
import type { DeskRow } from "../../../shared/desk/desk-answer";
import type { BulkField } from "./bulk-dialog";
import type { ExportFormat } from "./export-rows";
import type { DoneAct } from "./use-acts";

interface ActLineProps {
  chosen: readonly DeskRow[];
  last: DoneAct | null;
  onUndo: () => void;
  onBulk: (field: BulkField) => void;
  onExport: (format: ExportFormat) => void;
  onWithdraw: () => void;
  onInvite: () => void;
  onPosters: () => void;
  onParcel: () => void;
}

const BULK_BUTTONS: readonly [BulkField, string][] = [
  ["hours", "改时间"],
  ["audience", "改谁能进"],
  ["district", "改区"],
  ["host", "改在谁那里"],
  ["entryNote", "改怎么进"],
];

/** What can be done with what is selected, and what was just done. */
export function ActLine({
  chosen,
  last,
  onUndo,
  onBulk,
  onExport,
  onWithdraw,
  onInvite,
  onPosters,
  onParcel,
}: ActLineProps) {
  const items = [
    { key: "xlsx", label: "Excel 表(XLSX)" },
    { key: "csv", label: "CSV" },
  ];
  return (
    <section className="act-line" aria-label="能做的事">
      <span role="status">{chosen.length > 0 ? `选了 ${chosen.length} 个` : "点一行最左边的方框来选"}</span>
      {chosen.length > 0 ? (
        <>
          {BULK_BUTTONS.map(([field, label]) => (
            <Button key={field} type="link" size="small" onClick={() => onBulk(field)}>
              {label}
            </Button>
          ))}
          <Button type="link" size="small" onClick={onInvite}>
            邀请站长
          </Button>
          <Button type="link" size="small" onClick={onPosters}>
            海报
          </Button>
          <Button type="link" size="small" onClick={onParcel}>
            给地图商
          </Button>
          <Button type="link" size="small" onClick={onWithdraw}>
            撤下
          </Button>
        </>
      ) : null}
      <Dropdown menu={{ items, onClick: ({ key }) => onExport(key === "csv" ? "csv" : "xlsx") }} trigger={["click"]}>
        <Button type="link" size="small">
          导出
        </Button>
      </Dropdown>
      {last === null ? null : (
        <span className="just-done" role="status">
          刚才{last.words}{" "}
          <Button type="link" size="small" onClick={onUndo}>
            撤回
          </Button>
        </span>
      )}
    </section>
  );
}
