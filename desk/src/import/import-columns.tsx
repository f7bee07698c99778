import { Select } from "antd";
import type { StationImportAnswer } from "../../../shared/stations/import/import-answer";
import { MEANINGS } from "./list-template";

interface ImportColumnsProps {
  answer: StationImportAnswer;
  /** What somebody said of headings. */
  map: Readonly<Record<string, string>>;
  onChange: (map: Readonly<Record<string, string>>) => void;
}

/** What each column was taken for, and the ones that nobody recognised, each to be told what it is. */
export function ImportColumns({ answer, map, onChange }: ImportColumnsProps) {
  const unknown = answer.ignoredColumns.filter((heading) => map[heading] === undefined);
  return (
    <details open={unknown.length > 0}>
      <summary>
        认出了 {answer.columns.length} 列{unknown.length === 0 ? "" : `，没认出 ${unknown.length} 列`}
      </summary>
      {unknown.length === 0 ? null : <p className="quiet">告诉我是什么就一起导入；不管它，这一列就不要了。</p>}
      <ul className="import-columns">
        {unknown.map((heading) => (
          <Heading key={heading} heading={heading} means={undefined} map={map} onChange={onChange} />
        ))}
        {answer.columns.map(({ heading, means }) => (
          <Heading key={heading} heading={heading} means={means} map={map} onChange={onChange} />
        ))}
      </ul>
    </details>
  );
}

function Heading({
  heading,
  means,
  map,
  onChange,
}: Omit<ImportColumnsProps, "answer"> & { heading: string; means: string | undefined }) {
  const value = map[heading] ?? means;
  const choices = [...new Set([...MEANINGS, ...(value === undefined ? [] : [value])])];
  return (
    <li className={value === undefined ? "wrong" : undefined}>
      「{heading}」是{" "}
      <Select
        aria-label={`「${heading}」是什么`}
        allowClear={map[heading] !== undefined}
        showSearch
        placeholder="不要这一列"
        style={{ width: 150 }}
        value={value}
        onChange={(meaning: string | undefined) => {
          const { [heading]: _, ...rest } = map;
          onChange(meaning === undefined ? rest : { ...rest, [heading]: meaning });
        }}
        options={choices.map((choice) => ({ value: choice, label: choice }))}
      />
    </li>
  );
}
