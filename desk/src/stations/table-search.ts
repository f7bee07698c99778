/** Every column of the table, in the order in which they stand unless somebody orders them. */
export const COLUMN_KEYS = [
  "code",
  "name",
  "district",
  "street",
  "address",
  "hours",
  "hoursRead",
  "state",
  "keepers",
  "phone",
  "confirmed",
  "broken",
  "photos",
  "stars",
  "tasks",
  "location",
  "audience",
  "host",
  "entryNote",
  "landmark",
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

export const VIEWS = [
  "noHours",
  "noPhoto",
  "noKeeper",
  "unconfirmed",
  "doubted",
  "overdue",
  "shut",
  "expiring",
] as const;
export type ViewKey = (typeof VIEWS)[number];

export interface SortKey {
  key: ColumnKey;
  isDown: boolean;
}

/** What the address says of the table: what a colleague gets who opens it. */
export interface TableSearch {
  view?: ViewKey;
  /** Words that any of name, code, address and keepers holds. */
  q?: string;
  /** `district,-confirmed`. */
  sort?: string;
  /** What a column is to keep, by column (column-filter.ts). */
  has?: Partial<Record<ColumnKey, string>>;
  /** The columns that are shown, in order; absent: {@link USUAL_COLUMNS}. */
  cols?: string;
  /** The station in the panel; `new`: one that is being added. */
  open?: string;
  /** How many of the first columns stay in sight; absent: {@link USUAL_FROZEN}. */
  frozen?: number;
}

export const USUAL_FROZEN = 2;
const MOST_FROZEN = 5;

export const USUAL_COLUMNS: readonly ColumnKey[] = [
  "code",
  "name",
  "district",
  "hours",
  "state",
  "keepers",
  "confirmed",
  "broken",
  "photos",
  "tasks",
  "address",
  "phone",
  "hoursRead",
  "street",
  "stars",
  "location",
  "audience",
  "host",
  "entryNote",
];

export function readTableSearch(search: Record<string, unknown>): TableSearch {
  const { view, has } = search;
  const read: TableSearch = {};
  if (VIEWS.some((known) => known === view)) read.view = view as ViewKey;
  for (const name of ["q", "sort", "cols", "open"] as const) {
    const value = search[name];
    if (typeof value === "string" && value !== "") read[name] = value;
    // The address reads digits as a number.
    if (typeof value === "number") read[name] = String(value);
  }
  if (typeof search.frozen === "number" && search.frozen >= 0)
    read.frozen = Math.min(MOST_FROZEN, Math.floor(search.frozen));
  if (typeof has === "object" && has !== null) {
    const kept = Object.entries(has).filter(([key, text]) => isColumn(key) && text !== "");
    if (kept.length > 0) read.has = Object.fromEntries(kept.map(([key, text]) => [key, String(text)]));
  }
  return read;
}

export function isColumn(key: string): key is ColumnKey {
  return COLUMN_KEYS.some((known) => known === key);
}

export function sortKeys(sort: string | undefined): SortKey[] {
  return (sort ?? "code").split(",").flatMap((word): SortKey[] => {
    const isDown = word.startsWith("-");
    const key = isDown ? word.slice(1) : word;
    return isColumn(key) ? [{ key, isDown }] : [];
  });
}

/** What the address says once a heading is pressed: up, down, not; together with those before where `adds`. */
export function nextSort(sort: string | undefined, key: ColumnKey, adds: boolean): string | undefined {
  const known = sortKeys(sort);
  const before = known.find((one) => one.key === key);
  const others = adds ? known.filter((one) => one.key !== key) : [];
  const next = before === undefined ? [{ key, isDown: false }] : before.isDown ? [] : [{ key, isDown: true }];
  const all = [...others, ...next];
  return all.length === 0 ? undefined : all.map((one) => (one.isDown ? `-${one.key}` : one.key)).join(",");
}

export function shownColumns(cols: string | undefined): ColumnKey[] {
  const asked = (cols ?? "").split(",").filter(isColumn);
  return asked.length > 0 ? asked : [...USUAL_COLUMNS];
}

/** The filters of all columns but one; undefined: none is left. */
export function without(has: TableSearch["has"], key: string): TableSearch["has"] {
  const rest = Object.entries(has ?? {}).filter(([other]) => other !== key);
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}
