import { Button, Input } from "antd";
import { useState } from "react";
import type { ImportProblem } from "../../../shared/stations/import/import-answer";
import type { CellMend } from "../../../shared/stations/import/mends";
import { placeKey, placeWords } from "./cell-place";

interface WrongCellsProps {
  cells: readonly ImportProblem[];
  /** That there are more than these. */
  more: string | null;
  /** What a row is, as in 一条. */
  unit?: string;
  onMend: (cells: CellMend[]) => void;
}

/** Every wrong cell, put right where it stands: the file itself stays as it is. */
export function WrongCells({ cells, more, unit = "一条", onMend }: WrongCellsProps) {
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const isNamed = cells.some(({ name }) => name !== undefined);
  const changed = cells.flatMap(({ sheet, row, column, value }): CellMend[] => {
    const text = texts.get(placeKey({ sheet, row, column }));
    if (column === undefined || text === undefined || text === (value ?? "")) return [];
    return [{ ...(sheet === undefined ? {} : { sheet }), row, column, value: text }];
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (changed.length > 0) onMend(changed);
      }}
    >
      <div role="alert">
        <h2 className="wrong">
          有 {cells.length} 处要改，{unit}也没有存
        </h2>
      </div>
      <p>在这里改好，再看一遍；文件不用动。</p>
      <table>
        <thead>
          <tr>
            <th scope="col">在哪里</th>
            {isNamed ? <th scope="col">驿站</th> : null}
            <th scope="col">写的是</th>
            <th scope="col">怎么回事</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => {
            const { column, value = "", name, message } = cell;
            const key = placeKey(cell);
            return (
              <tr key={`${key} ${message}`} className="wrong">
                <td>{placeWords(cell)}</td>
                {isNamed ? <td>{name}</td> : null}
                <td>
                  {column === undefined ? (
                    value
                  ) : (
                    <Input
                      aria-label={`${placeWords(cell)}，改成`}
                      status="error"
                      value={texts.get(key) ?? value}
                      onChange={({ target }) => setTexts((before) => new Map(before).set(key, target.value))}
                    />
                  )}
                </td>
                <td>{message}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {more === null ? null : <p className="quiet">{more}</p>}
      <Button type="primary" size="large" htmlType="submit" disabled={changed.length === 0}>
        改了 {changed.length} 格，再看一遍
      </Button>
    </form>
  );
}
