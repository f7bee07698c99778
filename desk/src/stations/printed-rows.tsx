import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { DeskRow } from "../../../shared/desk/desk-answer";
import type { Column, RowContext } from "./table-columns";

interface PrintedRowsProps {
  rows: readonly DeskRow[];
  columns: readonly Column[];
  context: RowContext;
}

/** CSS pixels between the margins of A4 across. */
const PAPER_WIDTH = 1_030;
/** Some thirty sheets. */
const MOST_PRINTED = 1_000;

/** What goes on paper in place of the table: all rows, and not those in sight; the first columns that fit. */
export function PrintedRows({ rows, columns, context }: PrintedRowsProps) {
  const isPrinting = useIsPrinting();
  if (!isPrinting) return null;
  const fitting = columns.filter((_, index) => widthUntil(columns, index) <= PAPER_WIDTH);
  const printed = rows.slice(0, MOST_PRINTED);
  return (
    <div className="printed-rows">
      <p>
        {rows.length} 个驿站{printed.length < rows.length ? `，只印前 ${printed.length} 个，全部请导出` : ""}
        {fitting.length < columns.length ? `；${columns.length - fitting.length} 列印不下，要印哪几列请用「选列」` : ""}
      </p>
      <table>
        <thead>
          <tr>
            {fitting.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {printed.map((row) => (
            <tr key={row.id}>
              {fitting.map((column) => (
                <td key={column.key}>{column.text(row, context)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function widthUntil(columns: readonly Column[], last: number): number {
  return columns.slice(0, last + 1).reduce((sum, { width }) => sum + width, 0);
}

/** Drawn only while it is printed: the browser takes what stands there when it has told. */
function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinting;
}
