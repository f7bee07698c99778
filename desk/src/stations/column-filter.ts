import type { DeskRow } from "../../../shared/desk/desk-answer";
import { COLUMN_BY_KEY, type Column, type RowContext } from "./table-columns";

/** What a column keeps, as its heading asks: one of these at a time. */
export type ColumnFilter =
  | { kind: "has"; text: string }
  | { kind: "empty" }
  | { kind: "filled" }
  | { kind: "oneOf"; choices: string[] }
  /** What has no date is older than any. */
  | { kind: "olderThan"; days: number };

const collator = new Intl.Collator("zh-CN", { numeric: true });

/** As the address holds it: `二七` has, `=` empty, `!=` filled, `=二七区⏎金水区` one of, `>30` more than so many days ago. */
export function readFilter(text: string): ColumnFilter {
  if (text === "=") return { kind: "empty" };
  if (text === "!=") return { kind: "filled" };
  if (text.startsWith("=")) return { kind: "oneOf", choices: text.slice(1).split("\n") };
  const days = /^>(\d{1,5})$/.exec(text)?.[1];
  return days === undefined ? { kind: "has", text } : { kind: "olderThan", days: Number(days) };
}

export function writeFilter(filter: ColumnFilter): string {
  switch (filter.kind) {
    case "has":
      return filter.text;
    case "empty":
      return "=";
    case "filled":
      return "!=";
    case "oneOf":
      return `=${filter.choices.join("\n")}`;
    case "olderThan":
      return `>${filter.days}`;
  }
}

/** 区：二七区、金水区. */
export function filterWords(key: string, text: string): string {
  const label = COLUMN_BY_KEY.get(key)?.label ?? key;
  const filter = readFilter(text);
  switch (filter.kind) {
    case "has":
      return `${label}：${filter.text}`;
    case "empty":
      return `${label}空着`;
    case "filled":
      return `${label}不空`;
    case "oneOf":
      return `${label}：${filter.choices.join("、")}`;
    case "olderThan":
      return `${label}超过 ${filter.days} 天`;
  }
}

/** Whether a row is what the filter of one column asks for. */
export function keepsRow(filter: ColumnFilter, row: DeskRow, column: Column, context: RowContext): boolean {
  switch (filter.kind) {
    case "has":
      return column.text(row, context).toLowerCase().includes(filter.text.toLowerCase());
    case "empty":
      return isEmpty(row, column, context);
    case "filled":
      return !isEmpty(row, column, context);
    case "oneOf":
      return choicesOf(row, column, context).some((choice) => filter.choices.includes(choice));
    case "olderThan":
      return (column.days?.(row, context) ?? Number.POSITIVE_INFINITY) > filter.days;
  }
}

/** What may be picked in a column, with how many rows each has; the most first, so many at the most. */
export function choicesAmong(
  rows: readonly DeskRow[],
  column: Column,
  context: RowContext,
  most: number,
): { choice: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const choice of choicesOf(row, column, context)) counts.set(choice, (counts.get(choice) ?? 0) + 1);
  return [...counts]
    .map(([choice, count]) => ({ choice, count }))
    .sort((one, other) => other.count - one.count || collator.compare(one.choice, other.choice))
    .slice(0, most);
}

function choicesOf(row: DeskRow, column: Column, context: RowContext): string[] {
  return column.choices?.(row, context) ?? [];
}

function isEmpty(row: DeskRow, column: Column, context: RowContext): boolean {
  return column.isEmpty ? column.isEmpty(row) : column.text(row, context) === "";
}
