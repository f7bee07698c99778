import { Select } from "antd";
import { MEANINGS } from "./template";

interface HeadingMapProps {
  /** Headings of the file that nobody knows. */
  ignored: readonly string[];
  /** What somebody said of headings. */
  map: Readonly<Record<string, string>>;
  onChange: (map: Readonly<Record<string, string>>) => void;
}

/** Columns that were not recognised, each to be told what it is. */
export function HeadingMap({ ignored, map, onChange }: HeadingMapProps) {
  const headings = [...new Set([...Object.keys(map), ...ignored])];
  if (headings.length === 0) return null;
  return (
    <section>
      <h2>没认出来的列</h2>
      <p className="quiet">告诉我是什么就一起导入；不管它，这一列就不要了。</p>
      {headings.map((heading) => (
        <p key={heading}>
          「{heading}」是{" "}
          <Select
            aria-label={`「${heading}」是什么`}
            allowClear
            showSearch
            placeholder="不要这一列"
            style={{ width: 180 }}
            value={map[heading]}
            onChange={(meaning: string | undefined) => {
              const { [heading]: _, ...rest } = map;
              onChange(meaning === undefined ? rest : { ...rest, [heading]: meaning });
            }}
            options={MEANINGS.map((value) => ({ value, label: value }))}
          />
        </p>
      ))}
    </section>
  );
}
