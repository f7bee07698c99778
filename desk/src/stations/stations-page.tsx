import { useNavigate, useSearch } from "@tanstack/react-router";
import { Progress } from "antd";
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { DeskRow } from "../../../shared/desk/desk-answer";
import { Grid } from "../grid/grid";
import type { CellPlace, Selection } from "../grid/selection";
import { readTsv, writeTsv } from "../grid/tsv";
import { Failed } from "../parts/failed";
import { ActLine } from "./act-line";
import type { BulkField } from "./bulk-dialog";
import { cellEdit, districtsOf, filledDown, pastedEdits } from "./cell-edits";
import type { AskedColumn } from "./column-filter-menu";
import { exportRows } from "./export-rows";
import {
  BulkDialog,
  ColumnFilterMenu,
  ConflictDialog,
  InviteDialog,
  LeftDialog,
  ParcelDialog,
  PastePreview,
  PostersDialog,
  StationPanel,
} from "./late-parts";
import type { Preview } from "./paste-preview";
import { PrintedRows } from "./printed-rows";
import { shownRows } from "./shown-rows";
import { cellOf, chosenRows, clamped, cleaned, copied } from "./table-cells";
import { COLUMN_BY_KEY, type RowContext } from "./table-columns";
import { isColumn, nextSort, shownColumns, sortKeys, type TableSearch, USUAL_FROZEN, without } from "./table-search";
import { TableTools } from "./table-tools";
import { useActs } from "./use-acts";
import { useDeskRows, useDoubts } from "./use-desk-rows";
import { useWidths } from "./use-widths";

const START: Selection = { active: { row: 0, column: 1 }, anchor: { row: 0, column: 1 } };

/** All stations of the reach, as a table to be worked on. */
export function StationsPage() {
  const { rows, asOf, isLoading, error, refetch } = useDeskRows();
  const doubts = useDoubts();
  const search: TableSearch = useSearch({ from: "/stations" });
  const navigate = useNavigate({ from: "/stations" });
  const [selection, setSelection] = useState(START);
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [preview, setPreview] = useState<Preview | null>(null);
  const [bulk, setBulk] = useState<BulkField | null>(null);
  const [asked, setAsked] = useState<{ kind: "invite" | "posters" | "parcel"; rows: readonly DeskRow[] } | null>(null);
  const [askedColumn, setAskedColumn] = useState<AskedColumn | null>(null);
  const [widths, setWidth] = useWidths();
  const acts = useActs(rows);

  const isAsking = preview !== null || asked !== null || bulk !== null || acts.stopped !== null || acts.left !== null;
  useFocusBack(isAsking || askedColumn !== null);

  const context = useMemo<RowContext>(() => ({ now: asOf, doubts }), [asOf, doubts]);
  const shown = useMemo(() => shownRows(rows, search, context), [rows, search, context]);
  const columns = useMemo(
    () => shownColumns(search.cols).flatMap((key) => COLUMN_BY_KEY.get(key) ?? []),
    [search.cols],
  );
  const districts = useMemo(() => districtsOf(rows), [rows]);
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const gridColumns = useMemo(
    () =>
      columns.map(({ key, label, width, field }) => ({
        key,
        label,
        width: widths[key] ?? width,
        isEditable: field !== undefined,
      })),
    [columns, widths],
  );
  const go = useCallback(
    (change: Partial<TableSearch>, replace = false) =>
      void navigate({ search: (before: TableSearch) => cleaned({ ...before, ...change }), replace }),
    [navigate],
  );
  const cell = useCallback(
    (row: number, column: number) => cellOf(shown[row], columns[column], context),
    [shown, columns, context],
  );
  const onCheck = useCallback(
    (some: readonly string[], isChecked: boolean) =>
      setChecked((before) => {
        const next = new Set(before);
        for (const id of some) isChecked ? next.add(id) : next.delete(id);
        return next;
      }),
    [],
  );
  const onOpen = useCallback((row: number) => go({ open: ids[row] }), [go, ids]);
  const onEdit = useCallback(
    ({ row, column }: CellPlace, text: string) => {
      const [inRow, inColumn] = [shown[row], columns[column]];
      const edit = inRow && inColumn ? cellEdit(inRow, inColumn, text, context, districts) : null;
      if (edit === null) return;
      const words = `改了「${edit.row.name}」的${edit.column.label}`;
      if (edit.problem !== null) setPreview({ words, edits: [edit], outside: 0 });
      else void acts.send([edit], words);
    },
    [shown, columns, context, districts, acts.send],
  );
  const onSort = useCallback(
    (key: string, adds: boolean) => {
      if (isColumn(key)) go({ sort: nextSort(search.sort, key, adds) });
    },
    [go, search.sort],
  );
  const sortOf = useCallback(
    (key: string) => {
      const known = sortKeys(search.sort).find((one) => one.key === key);
      return known === undefined ? "none" : known.isDown ? "descending" : "ascending";
    },
    [search.sort],
  );
  const isFiltered = useCallback((key: string) => isColumn(key) && search.has?.[key] !== undefined, [search.has]);
  const onFilter = useCallback((key: string, heading: DOMRect) => setAskedColumn({ key, heading }), []);
  const table = { rows: shown, columns };
  const onPaste = (text: string) => {
    const { edits, outside } = pastedEdits(readTsv(text), selection, table, context, districts);
    setPreview({ words: `贴了 ${edits.length} 格`, edits, outside });
  };
  const onFillDown = () => {
    const edits = filledDown(selection, table, context, districts);
    if (edits.length > 0) setPreview({ words: `向下填了 ${edits.length} 格`, edits, outside: 0 });
  };
  const chosen = chosenRows(shown, checked, selection);

  if (error !== null && rows.length === 0) return <Failed error={error} reset={() => void refetch()} />;
  return (
    <div className={search.open === undefined ? "stations" : "stations has-panel"}>
      <h1 className="sr-only">驿站</h1>
      <div className="table-side">
        <TableTools rows={rows} context={context} search={search} onSearch={go} />
        <ActLine
          chosen={chosen}
          last={acts.last}
          onUndo={() => acts.last && void acts.undo(acts.last)}
          onBulk={setBulk}
          onExport={(format) => void exportRows(format, chosen.length > 0 ? chosen : shown, columns, context)}
          onWithdraw={() => setBulk("withdrawn")}
          onInvite={() => setAsked({ kind: "invite", rows: chosen })}
          onPosters={() => setAsked({ kind: "posters", rows: chosen })}
          onParcel={() => setAsked({ kind: "parcel", rows: chosen })}
        />
        {acts.progress !== null && acts.progress.of > 1 ? (
          <Progress
            aria-label="正在存"
            percent={Math.round((acts.progress.done / acts.progress.of) * 100)}
            format={() => `${acts.progress?.done} / ${acts.progress?.of}`}
          />
        ) : null}
        {isLoading ? (
          <p className="notice">正在取驿站…</p>
        ) : shown.length === 0 ? (
          <EmptyTable
            isFiltered={rows.length > 0}
            onClear={() => go({ view: undefined, q: undefined, has: undefined })}
          />
        ) : (
          <Grid
            label="驿站表"
            columns={gridColumns}
            ids={ids}
            cell={cell}
            frozen={Math.min(search.frozen ?? USUAL_FROZEN, columns.length)}
            selection={clamped(selection, shown.length, columns.length)}
            onSelect={setSelection}
            checked={checked}
            onCheck={onCheck}
            openId={search.open ?? null}
            sortOf={sortOf}
            onSort={onSort}
            isFiltered={isFiltered}
            onFilter={onFilter}
            onWidth={setWidth}
            onEdit={onEdit}
            onCopy={() => writeTsv(copied(selection, shown, columns, context))}
            onPaste={onPaste}
            onFillDown={onFillDown}
            onUndo={() => acts.last && void acts.undo(acts.last)}
            onOpen={onOpen}
          />
        )}
        <PrintedRows rows={chosen.length > 0 ? chosen : shown} columns={columns} context={context} />
        <p className="table-foot">
          {shown.length} 个驿站 · 按 F2 改 · Alt+↓ 按这一列筛 · Ctrl+V 从 Excel 贴一块 · Ctrl+D 向下填 · Ctrl+Z 撤回 ·
          按 Esc 再按 Tab 离开表格
        </p>
      </div>
      <Suspense fallback={null}>
        {search.open === undefined ? null : (
          <StationPanel
            key={search.open}
            id={search.open}
            nextId={ids[ids.indexOf(search.open) + 1] ?? null}
            onOpen={(open) => go({ open: open ?? undefined })}
          />
        )}
      </Suspense>
      <Suspense fallback={null}>
        {preview === null ? null : (
          <PastePreview
            preview={preview}
            onClose={() => setPreview(null)}
            onStore={async ({ edits, words }) => {
              setPreview(null);
              await acts.send(edits, words);
            }}
          />
        )}
        {bulk === null ? null : (
          <BulkDialog
            field={bulk}
            rows={chosen}
            districts={districts}
            context={context}
            onClose={() => setBulk(null)}
            onStore={async (edits, words) => {
              setBulk(null);
              await acts.send(edits, words);
            }}
          />
        )}
        {acts.stopped === null ? null : (
          <ConflictDialog
            stopped={acts.stopped}
            rows={rows}
            onClose={() => acts.setStopped(null)}
            onStore={async ({ changeId, words }, edits) => {
              acts.setStopped(null);
              if (edits.length > 0) await acts.send(edits, words, changeId);
            }}
          />
        )}
        {askedColumn === null ? null : (
          <ColumnFilterMenu
            key={askedColumn.key}
            asked={askedColumn}
            rows={rows}
            context={context}
            filter={isColumn(askedColumn.key) ? search.has?.[askedColumn.key] : undefined}
            onFilter={(filter) => {
              const others = without(search.has, askedColumn.key);
              go({ has: filter === undefined ? others : { ...others, [askedColumn.key]: filter } });
            }}
            onClose={() => setAskedColumn(null)}
          />
        )}
        {asked?.kind === "invite" ? <InviteDialog rows={asked.rows} onClose={() => setAsked(null)} /> : null}
        {asked?.kind === "parcel" ? <ParcelDialog rows={asked.rows} onClose={() => setAsked(null)} /> : null}
        {asked?.kind === "posters" ? <PostersDialog rows={asked.rows} onClose={() => setAsked(null)} /> : null}
        {acts.left === null ? null : (
          <LeftDialog conflicts={acts.left} rows={rows} onClose={() => acts.setLeft(null)} />
        )}
      </Suspense>
    </div>
  );
}

/** Once a dialog is gone, one goes on where one was in the table. */
function useFocusBack(isAsking: boolean): void {
  const wasAsking = useRef(false);
  useEffect(() => {
    if (wasAsking.current && !isAsking) document.querySelector<HTMLInputElement>(".cell-input")?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
}

function EmptyTable({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  return (
    <div className="notice">
      {isFiltered ? (
        <>
          <p>没有这样的驿站。</p>
          <button type="button" className="link" onClick={onClear}>
            看全部
          </button>
        </>
      ) : (
        <p>
          还没有驿站。<a href="/desk/import">导入一份名单</a>，或者点「新加一个」。
        </p>
      )}
    </div>
  );
}
