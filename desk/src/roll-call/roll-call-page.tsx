import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Checkbox, Select, Spin } from "antd";
import { useState } from "react";
import type { RollCallRow } from "../../../shared/holidays/holiday-answer";
import { holidayDayWords, holidayWords } from "../../../shared/holidays/holiday-words";
import { dateWords } from "../../../shared/stations/hours-words";
import { Failed } from "../parts/failed";
import { saveTable } from "../parts/save-table";
import { AnswerDialog } from "./answer-for-keepers-dialog";
import {
  countOf,
  fileName,
  filteredRows,
  ROLL_CALL_FILTERS,
  type RollCallFilter,
  saidWords,
  tableCells,
} from "./roll-call-table";
import { useRollCall, type WholeRollCall } from "./use-roll-call";

/** 假期点名: which stations have said whether they open, and answers for the rest. */
export function RollCallPage() {
  const { holiday, show = "all" } = useSearch({ from: "/roll-call" });
  const navigate = useNavigate({ from: "/roll-call" });
  const rollCall = useRollCall(holiday);
  return (
    <div className="page page-wide">
      <h1>假期点名</h1>
      {rollCall.isError ? <Failed error={rollCall.error} reset={() => void rollCall.refetch()} /> : null}
      {rollCall.isPending ? <Spin aria-label="正在读" /> : null}
      {rollCall.data ? (
        <Table
          key={rollCall.data.holiday.from}
          rollCall={rollCall.data}
          filter={show}
          onHoliday={(from) => void navigate({ search: { holiday: from, show } })}
          onFilter={(next) => void navigate({ search: { ...(holiday ? { holiday } : {}), show: next } })}
        />
      ) : null}
    </div>
  );
}

interface TableProps {
  rollCall: WholeRollCall;
  filter: RollCallFilter;
  onHoliday: (from: string) => void;
  onFilter: (filter: RollCallFilter) => void;
}

function Table({ rollCall: { holiday, coming, rows }, filter, onHoliday, onFilter }: TableProps) {
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [isAnswering, setAnswering] = useState(false);
  const shown = filteredRows(rows, filter);
  const chosen = shown.filter(({ id }) => checked.has(id));
  const dates = (rows[0]?.days ?? []).map(({ date }) => date);
  const check = (ids: readonly string[], isChecked: boolean) => {
    const next = new Set(checked);
    for (const id of ids) isChecked ? next.add(id) : next.delete(id);
    setChecked(next);
  };
  const save = (format: "xlsx" | "csv") =>
    void saveTable(format, { name: fileName(holiday), sheet: holiday.name, cells: tableCells(shown, dates) });
  return (
    <>
      <div className="roll-call-tools">
        <Select
          aria-label="哪个假期"
          value={holiday.from}
          onChange={onHoliday}
          style={{ minWidth: 280 }}
          options={coming.map((one) => ({ value: one.from, label: holidayWords(one) }))}
        />
        <Select
          aria-label="看哪些站"
          value={filter}
          onChange={onFilter}
          style={{ minWidth: 150 }}
          options={Object.entries(ROLL_CALL_FILTERS).map(([value, label]) => ({
            value,
            label: `${label} ${countOf(rows, value as RollCallFilter)}`,
          }))}
        />
        <Button type="primary" disabled={chosen.length === 0} onClick={() => setAnswering(true)}>
          {chosen.length === 0 ? "先勾选，再替他们答" : `替 ${chosen.length} 个站答`}
        </Button>
        <Button onClick={() => save("xlsx")}>导出 XLSX</Button>
        <Button onClick={() => save("csv")}>导出 CSV</Button>
      </div>
      <p className="quiet" role="status">
        {rows.length} 个站，{countOf(rows, "silent")} 个没答完。没人说的，名单上就写没人说，不会当成开着。
      </p>
      {shown.length === 0 ? (
        <p className="quiet">{rows.length === 0 ? "你管的范围里还没有驿站。" : "没有这样的站。"}</p>
      ) : (
        <div className="roll-call-scroll">
          <table className="roll-call">
            <thead>
              <tr>
                <th scope="col">
                  <Checkbox
                    aria-label="全选"
                    checked={chosen.length === shown.length}
                    indeterminate={chosen.length > 0 && chosen.length < shown.length}
                    onChange={({ target }) =>
                      check(
                        shown.map(({ id }) => id),
                        target.checked,
                      )
                    }
                  />
                </th>
                <th scope="col">驿站</th>
                <th scope="col">站长</th>
                {dates.map((date) => (
                  <th key={date} scope="col">
                    {dateWords(date)}
                  </th>
                ))}
                <th scope="col">谁说的</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <Row key={row.id} row={row} isChecked={checked.has(row.id)} onCheck={check} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isAnswering ? (
        <AnswerDialog
          rows={chosen}
          dates={dates}
          onClose={() => setAnswering(false)}
          onDone={() => {
            setAnswering(false);
            setChecked(new Set());
          }}
        />
      ) : null}
    </>
  );
}

interface RowProps {
  row: RollCallRow;
  isChecked: boolean;
  onCheck: (ids: readonly string[], isChecked: boolean) => void;
}

function Row({ row, isChecked, onCheck }: RowProps) {
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={`选 ${row.name}`}
          checked={isChecked}
          onChange={({ target }) => onCheck([row.id], target.checked)}
        />
      </td>
      <th scope="row">
        {row.name}
        <div className="quiet">{row.district.text}</div>
      </th>
      <td>
        {row.keepers.join("、") || "没有"}
        {row.phone === null ? null : <div className="quiet">{row.phone}</div>}
      </td>
      {row.days.map((day) => (
        <td key={day.date} className={"unknown" in day ? "is-unsaid" : "closed" in day ? "is-closed" : "is-open"}>
          {holidayDayWords(day)}
        </td>
      ))}
      <td>{saidWords(row)}</td>
    </tr>
  );
}
