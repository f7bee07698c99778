/** A row of a list, by heading. */
export type ListRow = Record<string, string>;

let made = 0;

/** A row with valid defaults and a name and a place of its own, about 150 m from the one before. */
export function givenRow(row: ListRow = {}): ListRow {
  made += 1;
  return {
    名称: `第${made}号丽景街驿站`,
    地址: "宁夏银川市兴庆区丽景街",
    区县: "兴庆区",
    "经度(GCJ-02)": (106.2 + (made % 500) / 1_000).toFixed(6),
    "纬度(GCJ-02)": (38.4 + Math.floor(made / 500) / 1_000 + (made % 7) / 1_000).toFixed(6),
    开放时间: "08:00-20:00",
    设施: "饮水、空调",
    ...row,
  };
}

/** The rows as CSV with a header, in UTF-8. */
export function csv(...rows: ListRow[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(csvText(...rows));
}

export function csvText(...rows: ListRow[]): string {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ""))];
  return lines.map((cells) => cells.map(quoted).join(",")).join("\r\n");
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
