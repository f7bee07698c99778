import { AMENITIES } from "../../../shared/amenities/amenity";
import type { DeskRow } from "../../../shared/desk/desk-answer";
import { daysSince, type StateWords, stateWords } from "./row-words";
import type { ColumnKey } from "./table-search";

/** What only a column's text depends on beside the row. */
export interface RowContext {
  /** EpochMs. */
  now: number;
  /** Why a position is doubted, by station. */
  doubts: ReadonlyMap<string, string>;
}

export interface Column {
  key: ColumnKey;
  label: string;
  width: number;
  /** The field that a typed text changes; absent: it is not for typing. */
  field?: EditableField;
  text: (row: DeskRow, context: RowContext) => string;
  /** By what it sorts, where that is not its text. */
  order?: (row: DeskRow, context: RowContext) => number;
  /** Red words. */
  isWrong?: (row: DeskRow, context: RowContext) => boolean;
  tone?: (row: DeskRow, context: RowContext) => StateWords["tone"];
  /** Whether nothing is there, where its text has a word for that. */
  isEmpty?: (row: DeskRow) => boolean;
  /** The few words of which a row has one or several: they may be picked in the heading. No word holds a line end. */
  choices?: (row: DeskRow, context: RowContext) => string[];
  /** How many days ago; null: never. */
  days?: (row: DeskRow, context: RowContext) => number | null;
}

export type EditableField =
  | "code"
  | "name"
  | "district"
  | "address"
  | "landmark"
  | "hoursText"
  | "phone"
  | "audience"
  | "host"
  | "entryNote";

const NOBODY = Number.MAX_SAFE_INTEGER;
const TODAY = "今天";
const MOST_DAYS = 30;

function confirmedWords(row: DeskRow, now: number): string {
  const days = daysSince(row.confirmedAt, now);
  if (days === null) return "没有过";
  return days === 0 ? TODAY : `${days} 天前`;
}

function photoWords({ photos }: DeskRow): string {
  return `${photos.entrance ? "门" : "·"} ${photos.inside ? "内" : "·"} ${photos.sign ? "牌" : "·"}`;
}

function photoChoices({ photos }: DeskRow): string[] {
  const missing = [
    ...(photos.entrance ? [] : ["缺门口"]),
    ...(photos.inside ? [] : ["缺里面"]),
    ...(photos.sign ? [] : ["缺牌子"]),
  ];
  return missing.length === 0 ? ["都有"] : missing;
}

export const COLUMNS: readonly Column[] = [
  { key: "code", label: "编号", width: 96, field: "code", text: (row) => row.code ?? "" },
  { key: "name", label: "名称", width: 190, field: "name", text: (row) => row.name },
  {
    key: "district",
    label: "区",
    width: 88,
    field: "district",
    text: (row) => row.district.text,
    choices: (row) => [row.district.text],
  },
  {
    key: "street",
    label: "街道",
    width: 104,
    text: (row) => row.street,
    choices: (row) => (row.street === "" ? [] : [row.street]),
  },
  { key: "address", label: "地址", width: 210, field: "address", text: (row) => row.address },
  {
    key: "hours",
    label: "时间(原话)",
    width: 210,
    field: "hoursText",
    text: (row) => (row.hasHours || row.hours !== row.hoursRead ? row.hours : ""),
  },
  {
    key: "hoursRead",
    label: "读成",
    width: 210,
    text: (row) => (row.hasHours ? row.hoursRead : "不知道"),
    isWrong: (row) => !row.hasHours,
    isEmpty: (row) => !row.hasHours,
  },
  {
    key: "state",
    label: "现在",
    width: 128,
    text: (row, { now }) => {
      const { mark, text } = stateWords(row.opening, now);
      return `${mark} ${text}`;
    },
    tone: (row, { now }) => stateWords(row.opening, now).tone,
    choices: (row, { now }) => [stateWords(row.opening, now).text.split("，")[0] ?? ""],
  },
  {
    key: "keepers",
    label: "站长",
    width: 92,
    text: (row) => row.keepers.join("、") || "没有",
    isWrong: (row) => row.keepers.length === 0,
    isEmpty: (row) => row.keepers.length === 0,
  },
  { key: "phone", label: "电话", width: 130, field: "phone", text: (row) => row.phone ?? "" },
  {
    key: "confirmed",
    label: "上次确认",
    width: 112,
    text: (row, { now }) => confirmedWords(row, now),
    order: (row, { now }) => daysSince(row.confirmedAt, now) ?? NOBODY,
    isWrong: (row, { now }) => (daysSince(row.confirmedAt, now) ?? NOBODY) > MOST_DAYS,
    days: (row, { now }) => daysSince(row.confirmedAt, now),
    isEmpty: (row) => row.confirmedAt === null,
  },
  {
    key: "broken",
    label: "坏的",
    width: 104,
    text: (row) => row.broken.map((kind) => AMENITIES[kind].label).join("、"),
    order: (row) => row.broken.length,
    isWrong: () => true,
    choices: (row) => row.broken.map((kind) => AMENITIES[kind].label),
  },
  {
    key: "photos",
    label: "照片",
    width: 82,
    text: photoWords,
    order: ({ photos }) => [photos.entrance, photos.inside, photos.sign].filter(Boolean).length,
    choices: photoChoices,
  },
  {
    key: "stars",
    label: "星",
    width: 64,
    text: (row) => String(row.stars),
    order: (row) => row.stars,
    choices: (row) => [String(row.stars)],
  },
  {
    key: "tasks",
    label: "上报",
    width: 72,
    text: (row) => (row.openTasks === 0 ? "" : String(row.openTasks)),
    order: (row) => row.openTasks,
    isWrong: (row) => row.overdueTasks > 0,
  },
  {
    key: "location",
    label: "位置核对",
    width: 128,
    text: (row, { now, doubts }) =>
      doubts.get(row.id) ??
      (row.locationCheckedAt === null ? "没核对过" : `${daysSince(row.locationCheckedAt, now)} 天前`),
    isWrong: (row, { doubts }) => doubts.has(row.id),
    days: (row, { now }) => daysSince(row.locationCheckedAt, now),
    isEmpty: (row) => row.locationCheckedAt === null,
  },
  { key: "audience", label: "谁能进", width: 130, field: "audience", text: (row) => row.audience ?? "" },
  { key: "host", label: "在谁那里", width: 130, field: "host", text: (row) => row.host ?? "" },
  { key: "entryNote", label: "怎么进", width: 150, field: "entryNote", text: (row) => row.entryNote ?? "" },
  { key: "landmark", label: "怎么找", width: 130, field: "landmark", text: (row) => row.landmark ?? "" },
];

export const COLUMN_BY_KEY: ReadonlyMap<string, Column> = new Map(COLUMNS.map((column) => [column.key, column]));
