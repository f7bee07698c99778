import type { ReactNode } from "react";
import type { ImportChange, StationImportAnswer } from "../../../shared/stations/import/import-answer";
import type { CellMend } from "../../../shared/stations/import/mends";
import { fieldLabel, valueWords } from "../stations/conflict-words";
import { placeKey, placeWords } from "./cell-place";
import { DoubtfulPoints } from "./doubtful-points";
import { HoursReadings } from "./hours-readings";

interface ImportFindingsProps {
  answer: StationImportAnswer;
  onCells: (cells: CellMend[]) => void;
  onHours: (text: string, means: string) => void;
}

/** What was read of a list: what to look at, worst first, and what would become of each row. */
export function ImportFindings({ answer, onCells, onHours }: ImportFindingsProps) {
  const { created, updated, unchanged, warnings, readings, points, setAside, changes } = answer;
  const doubtful = readings.filter(({ certain }) => !certain);
  const told = new Set(points.map((point) => `${point.sheet ?? ""}|${point.row}|${point.message}`));
  const others = warnings.filter(({ sheet, row, message }) => !told.has(`${sheet ?? ""}|${row}|${message}`));
  return (
    <>
      <Part title={`开放时间的写法 ${readings.length} 种，拿不准的 ${doubtful.length} 种`} isOpen>
        <HoursReadings readings={readings} onHours={onHours} />
      </Part>
      {points.length === 0 ? null : (
        <Part title={`位置可疑的 ${points.length}`} isOpen>
          <DoubtfulPoints points={points} onCells={onCells} />
        </Part>
      )}
      {setAside.total === 0 ? null : (
        <Part title={`不在您管的范围里，先放一边的 ${setAside.total}`} isOpen>
          <p className="quiet">这几行不导入，请发给管那里的同事。</p>
          <Rows head={["在哪里", "驿站", "区"]}>
            {setAside.rows.map((row) => (
              <tr key={placeKey(row)}>
                <td>{placeWords(row)}</td>
                <td>{row.name}</td>
                <td>{row.district}</td>
              </tr>
            ))}
          </Rows>
        </Part>
      )}
      <Part title={`别的要看一看的 ${others.length}`} isOpen={others.length > 0 && others.length <= 20}>
        {others.length === 0 ? (
          <p className="quiet">没有。</p>
        ) : (
          <Rows head={["在哪里", "写的是", "怎么回事"]}>
            {others.map((warning) => (
              <tr key={`${placeKey(warning)} ${warning.message}`}>
                <td>{placeWords(warning)}</td>
                <td>{warning.value}</td>
                <td>{warning.message}</td>
              </tr>
            ))}
          </Rows>
        )}
      </Part>
      <Part title={`新加 ${created} 个，改 ${updated} 个，没变 ${unchanged} 个`} isOpen={updated > 0}>
        <Rows head={["在哪里", "驿站", "会怎样"]}>
          {[...changes].sort(changedFirst).map((change) => (
            <tr key={placeKey(change)}>
              <td>{placeWords(change)}</td>
              <td>{change.name}</td>
              <td>
                <Differences change={change} />
              </td>
            </tr>
          ))}
        </Rows>
        {changes.length < created + updated ? <p className="quiet">先列这 {changes.length} 个。</p> : null}
      </Part>
    </>
  );
}

/** What changes something that is known stands before what is new. */
function changedFirst(one: ImportChange, other: ImportChange): number {
  return Number(one.id === null) - Number(other.id === null) || one.row - other.row;
}

function Differences({ change: { id, fields } }: { change: ImportChange }) {
  if (id === null) return "新加";
  return fields.map(({ field, before, after }) => (
    <p key={field} className="difference">
      {fieldLabel(field)}：{valueWords(field, before)} → <strong>{valueWords(field, after)}</strong>
    </p>
  ));
}

function Rows({ head, children }: { head: readonly string[]; children: ReactNode }) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function Part({ title, isOpen, children }: { title: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      <div className="scroll-table">{children}</div>
    </details>
  );
}
