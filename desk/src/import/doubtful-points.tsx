import { Button, Input } from "antd";
import { lazy, Suspense, useState } from "react";
import type { DoubtfulPoint } from "../../../shared/stations/import/import-answer";
import type { CellMend } from "../../../shared/stations/import/mends";
import { placeKey, placeWords } from "./cell-place";

const PointsMap = lazy(() => import("./points-map"));

interface DoubtfulPointsProps {
  points: readonly DoubtfulPoint[];
  onCells: (cells: CellMend[]) => void;
}

/** Rows whose position the others speak against, on a map, with the cells it was read from. */
export function DoubtfulPoints({ points, onCells }: DoubtfulPointsProps) {
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const [shown, setShown] = useState(0);
  const changed = points.flatMap(({ sheet, row, cells }) =>
    cells.flatMap(({ column, value }): CellMend[] => {
      const text = texts.get(placeKey({ sheet, row, column }));
      if (text === undefined || text === value) return [];
      return [{ ...(sheet === undefined ? {} : { sheet }), row, column, value: text }];
    }),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (changed.length > 0) onCells(changed);
      }}
    >
      <Suspense fallback={<div className="points-map" />}>
        <PointsMap points={points} shown={shown} onShow={setShown} />
      </Suspense>
      <table>
        <thead>
          <tr>
            <th scope="col">在哪里</th>
            <th scope="col">驿站</th>
            <th scope="col">坐标</th>
            <th scope="col">怎么回事</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point, index) => (
            <tr key={placeKey(point)} className={index === shown ? "is-shown" : undefined}>
              <td>{placeWords(point)}</td>
              <td>
                <button type="button" className="link" onClick={() => setShown(index)}>
                  {index + 1}. {point.name}
                </button>
              </td>
              <td>
                {point.cells.map(({ column, value }) => {
                  const key = placeKey({ sheet: point.sheet, row: point.row, column });
                  return (
                    <Input
                      key={column}
                      aria-label={`${placeWords({ ...point, column })}，改成`}
                      style={{ width: 130 }}
                      value={texts.get(key) ?? value}
                      onFocus={() => setShown(index)}
                      onChange={({ target }) => setTexts((before) => new Map(before).set(key, target.value))}
                    />
                  );
                })}
              </td>
              <td>{point.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button htmlType="submit" disabled={changed.length === 0}>
        改了 {changed.length} 格，再看一遍
      </Button>
    </form>
  );
}
