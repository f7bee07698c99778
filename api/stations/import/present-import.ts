import { columnLabel, type ImportField } from "../../../shared/stations/import/columns.js";
import {
  type DoubtfulPoint,
  type ImportChange,
  type ImportProblem,
  MOST_ROWS_TOLD,
  type StationImportAnswer,
} from "../../../shared/stations/import/import-answer.js";
import { rowInSheet, sheetTurn } from "../../../shared/stations/import/row-number.js";
import type { Problems } from "../../tables/problems.js";
import { differences } from "../station-change.js";
import { gathered } from "./gather-problems.js";
import type { placeWarnings } from "./place-warnings.js";
import type { ImportPlan } from "./plan-import.js";
import { headingAt, type StationList } from "./read-list.js";

type Places = Awaited<ReturnType<typeof placeWarnings>>;

interface Findings {
  plan: ImportPlan;
  list: StationList;
  warnings: readonly ImportProblem[];
  places: Places;
  isTrial: boolean;
}

/** What an import did, or would do, as whoever sent the list is told. */
export function importAnswer({
  plan,
  list,
  warnings,
  places,
  isTrial,
}: Findings): Omit<StationImportAnswer, "changeId"> {
  const count = (matches: (row: ImportPlan["rows"][number]) => boolean) => plan.rows.filter(matches).length;
  return {
    created: count(({ previous }) => previous === null),
    updated: count(({ station, previous }) => previous !== null && station !== previous),
    unchanged: count(({ station, previous }) => station === previous),
    warnings: gathered(warnings).map((warning) => inSheet(list, warning)),
    ignoredColumns: list.ignored,
    readings: list.readings,
    columns: columnsOf(list),
    changes: isTrial ? changesOf(plan, list) : [],
    points: pointsOf(places, plan, list),
    setAside: {
      total: plan.setAside.length,
      rows: plan.setAside.slice(0, MOST_ROWS_TOLD).map((row) => inSheet(list, row)),
    },
    withdrawn: count(({ previous }) => previous !== null && previous.withdrawnAt !== null),
  };
}

/** The same problems, by the rows of their sheets, with what the rows call their stations. */
export function problemsInSheets(list: StationList, problems: Problems): Problems {
  const names = new Map(list.rows.flatMap(({ row, name }) => (name === null ? [] : [[row, name] as const])));
  return {
    ...problems,
    first: problems.first.map((problem) => {
      const name = names.get(problem.row);
      return { ...inSheet(list, problem), ...(name === undefined ? {} : { name }) };
    }),
  };
}

function inSheet<Told extends { row: number }>({ sheets }: StationList, told: Told): Told & { sheet?: string } {
  const sheet = sheets.length > 1 ? sheets[sheetTurn(told.row)]?.name : undefined;
  return { ...told, row: rowInSheet(told.row), ...(sheet === undefined ? {} : { sheet }) };
}

function columnsOf({ sheets }: StationList): StationImportAnswer["columns"] {
  const known = new Map<string, string>();
  for (const { header } of sheets) {
    for (const [field, { heading }] of header.columns) known.set(heading, columnLabel(field));
    for (const { heading } of header.amenities) known.set(heading, columnLabel("amenities"));
  }
  return [...known].map(([heading, means]) => ({ heading, means }));
}

/** What a person does not write in a list, and is told by the place itself. */
const UNTOLD: ReadonlySet<string> = new Set(["verified", "surveyed"]);

function changesOf({ rows }: ImportPlan, list: StationList): ImportChange[] {
  const changed = rows.filter(({ station, previous }) => station !== previous);
  return changed.slice(0, MOST_ROWS_TOLD).map(({ row, station, previous }) => {
    const { from, to } = previous === null ? { from: {}, to: {} } : differences(station, previous);
    const fields = Object.keys(to).filter((field) => !UNTOLD.has(field));
    return inSheet(list, {
      row,
      name: station.name,
      id: previous?.id ?? null,
      fields: fields.map((field) => ({ field, before: from[field], after: to[field] })),
    });
  });
}

function pointsOf(places: Places, plan: ImportPlan, list: StationList): DoubtfulPoint[] {
  const told = new Set<number>();
  const first = places.filter(({ row }) => !told.has(row) && told.add(row)).slice(0, MOST_ROWS_TOLD);
  const byRow = new Map(plan.rows.map((planned) => [planned.row, planned.station]));
  const points = new Map(list.rows.map(({ row, point }) => [row, point]));
  return first.map(({ row, location, message }) => {
    const point = points.get(row) ?? null;
    const cell = (field: ImportField, value: string) => {
      const column = headingAt(list, row, field);
      return column === undefined ? [] : [{ column, value }];
    };
    const { longitude, latitude } = point ?? { longitude: "", latitude: "" };
    const cells = [...cell("longitude", String(longitude)), ...cell("latitude", String(latitude))];
    return inSheet(list, {
      row,
      name: byRow.get(row)?.name ?? "",
      location,
      message,
      cells: cells.length > 0 ? cells : cell("point", `${longitude},${latitude}`),
    });
  });
}
