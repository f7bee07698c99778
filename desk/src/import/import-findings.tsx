import type { ReactNode } from "react";
import type { StationImportAnswer } from "../../../shared/stations/import/import-answer";

/** What was read of a list: how many, what to look at, and each way of writing hours, worst first. */
export function ImportFindings({ answer }: { answer: StationImportAnswer }) {
  const { created, updated, unchanged, warnings, readings } = answer;
  const doubtful = readings.filter(({ certain }) => !certain);
  return (
    <>
      <p>
        新加 <strong>{created}</strong> 个，改 <strong>{updated}</strong> 个，没变 <strong>{unchanged}</strong> 个。
      </p>
      <Part title={`要看一看的 ${warnings.length}`} isOpen>
        {warnings.length === 0 ? (
          <p className="quiet">没有。</p>
        ) : (
          <table>
            <tbody>
              {warnings.map(({ sheet, row, column, value, message }) => (
                <tr key={`${sheet} ${row} ${column} ${message}`}>
                  <td>
                    {sheet === undefined ? "" : `${sheet}，`}第 {row} 行{column === undefined ? "" : `，${column}`}
                  </td>
                  <td>{value}</td>
                  <td>{message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Part>
      <Part title={`开放时间的写法 ${readings.length} 种，拿不准的 ${doubtful.length} 种`} isOpen={doubtful.length > 0}>
        <table>
          <thead>
            <tr>
              <th scope="col">原话</th>
              <th scope="col">读成</th>
              <th scope="col">几个站</th>
            </tr>
          </thead>
          <tbody>
            {readings.map(({ text, reads, stations, certain }) => (
              <tr key={text} className={certain ? undefined : "wrong"}>
                <td>{text || "空着"}</td>
                <td>{certain ? reads : `拿不准：${reads}`}</td>
                <td>{stations}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
    </>
  );
}

function Part({ title, isOpen, children }: { title: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
