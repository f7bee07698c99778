import type { DeskRow } from "../../../shared/desk/desk-answer";
import { keepsRow, readFilter } from "./column-filter";
import { daysSince } from "./row-words";
import { COLUMN_BY_KEY, type RowContext } from "./table-columns";
import { sortKeys, type TableSearch, type ViewKey } from "./table-search";

const UNCONFIRMED_DAYS = 30;
const EXPIRES_WITHIN_DAYS = 7;
const DAY_MS = 86_400_000;
const BEIJING_MS = 8 * 3_600_000;

/** Ready-made questions: which rows each keeps. */
export const VIEW_RULES: Readonly<
  Record<ViewKey, { label: string; keeps: (row: DeskRow, context: RowContext) => boolean }>
> = {
  noHours: { label: "没时间", keeps: (row) => !row.hasHours },
  noPhoto: {
    label: "没照片",
    keeps: ({ photos }) => !(photos.entrance || photos.inside || photos.sign),
  },
  noKeeper: { label: "没站长", keeps: (row) => row.keepers.length === 0 },
  unconfirmed: {
    label: "30 天没确认",
    keeps: (row, { now }) => (daysSince(row.confirmedAt, now) ?? Number.POSITIVE_INFINITY) > UNCONFIRMED_DAYS,
  },
  doubted: { label: "位置可疑", keeps: (row, { doubts }) => doubts.has(row.id) },
  overdue: { label: "上报逾期", keeps: (row) => row.overdueTasks > 0 },
  shut: { label: "说开着，有人报关着", keeps: (row) => row.opening.state === "reported_closed" },
  expiring: {
    label: "药品 7 天内到期",
    keeps: (row, { now }) => row.expiresOn !== null && row.expiresOn <= beijingDate(now + EXPIRES_WITHIN_DAYS * DAY_MS),
  },
};

function beijingDate(at: number): string {
  return new Date(at + BEIJING_MS).toISOString().slice(0, 10);
}

/** The rows that the address asks for, in its order. */
export function shownRows(rows: readonly DeskRow[], search: TableSearch, context: RowContext): DeskRow[] {
  const filters = filtersOf(search);
  const kept = rows.filter((row) => isKept(row, search, filters, context));
  return sorted(kept, search.sort, context);
}

function isKept(
  row: DeskRow,
  { view, q }: TableSearch,
  filters: ReturnType<typeof filtersOf>,
  context: RowContext,
): boolean {
  if (view !== undefined && !VIEW_RULES[view].keeps(row, context)) return false;
  if (q !== undefined && !isFound(row, q)) return false;
  return filters.every(({ filter, column }) => keepsRow(filter, row, column, context));
}

function filtersOf({ has }: TableSearch) {
  return Object.entries(has ?? {}).flatMap(([key, text]) => {
    const column = COLUMN_BY_KEY.get(key);
    return column === undefined ? [] : [{ column, filter: readFilter(String(text)) }];
  });
}

/** Whether a station is what somebody looks for. */
export function isFound({ name, code, address, keepers, id }: DeskRow, words: string): boolean {
  const wanted = words.trim().toLowerCase();
  return [name, code ?? "", address, id, ...keepers].some((text) => text.toLowerCase().includes(wanted));
}

const collator = new Intl.Collator("zh-CN", { numeric: true });

function sorted(rows: DeskRow[], sort: string | undefined, context: RowContext): DeskRow[] {
  const keys = sortKeys(sort).flatMap(({ key, isDown }) => {
    const column = COLUMN_BY_KEY.get(key);
    return column === undefined ? [] : [{ column, sign: isDown ? -1 : 1 }];
  });
  // Each value is made once, and not for every comparison.
  const keyed = rows.map((row) => ({
    row,
    values: keys.map(({ column }) => (column.order ? column.order(row, context) : column.text(row, context))),
  }));
  keyed.sort((one, other) => {
    for (const [place, { sign }] of keys.entries()) {
      const order = compare(one.values[place] ?? "", other.values[place] ?? "", sign);
      if (order !== 0) return order;
    }
    return one.row.id < other.row.id ? -1 : 1;
  });
  return keyed.map(({ row }) => row);
}

/** What is empty stands last, whichever way. */
function compare(one: string | number, other: string | number, sign: number): number {
  if (typeof one === "number" && typeof other === "number") return (one - other) * sign;
  if ((one === "") !== (other === "")) return one === "" ? 1 : -1;
  return collator.compare(String(one), String(other)) * sign;
}
