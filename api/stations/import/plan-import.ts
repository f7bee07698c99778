import type { Slices } from "../../../shared/common/slices.js";
import type { EpochMs } from "../../../shared/common/time.js";
import { officerReaches } from "../../../shared/people/roles.js";
import type { User } from "../../../shared/people/user.js";
import { isCounty } from "../../../shared/stations/district.js";
import { columnLabel, type ImportField } from "../../../shared/stations/import/columns.js";
import type { ImportProblem } from "../../../shared/stations/import/import-answer.js";
import { rowNumber, rowText, sheetTurn } from "../../../shared/stations/import/row-number.js";
import type { StationRow } from "../../../shared/stations/import/station-row.js";
import { readServiceList } from "../../../shared/stations/services/service-list-text.js";
import type { Station, StationId } from "../../../shared/stations/station.js";
import type { Dependencies } from "../../dependencies.js";
import { cityOf } from "../../divisions/divisions.js";
import { inSlices } from "../../snapshot/in-slices.js";
import { addProblem, hasProblem, noProblems, type Problems } from "../../tables/problems.js";
import { districtWarning } from "./district-warning.js";
import type { District, FoundDistrict } from "./find-district.js";
import { findKnown, type KnownStations } from "./find-known.js";
import { type CompleteRow, mergedStation, newStation, type RowContext } from "./merge-row.js";
import { headingAt, type StationList } from "./read-list.js";
import { citiesOfStored } from "./settle-city.js";
import { settleDistricts } from "./settle-districts.js";

/** What becomes of one row. */
interface PlannedRow {
  row: number;
  station: Station;
  /** Null: the station is new. The same object as `station`: nothing changes. */
  previous: Station | null;
}

export interface ImportPlan {
  decidedAt: EpochMs;
  rows: PlannedRow[];
  /** Rows of other people's districts, where those are to be left out. */
  setAside: { row: number; name: string; district: string }[];
  errors: Problems;
  warnings: ImportProblem[];
}

interface PlanOptions {
  city: string | null;
  /** Null: whoever may use the machine itself. */
  user: User | null;
  outside?: "refuse" | "set-aside";
  reinstate?: boolean;
}

type Needs = Pick<Dependencies, "stations" | "clock" | "newId">;

/** Decides what a list changes, from what is known at this moment; changes nothing. */
export async function planImport(deps: Needs, list: StationList, options: PlanOptions): Promise<ImportPlan> {
  const districts = await settleDistricts(deps.stations, list, {
    asked: options.city,
    reach: options.user?.reach ?? [],
  });
  const known = await findKnown(deps.stations, list.rows, districts);
  const settled = await citiesOfStored(
    deps.stations,
    known.stations.filter(({ district }) => district.code === null),
  );
  const planner = new Planner(deps, list, options, known, settled);
  await inSlices(planRows(planner, list.rows, districts));
  planner.linkSameSites();
  planner.reportMissingColumns();
  return planner;
}

/** A row a step, so that a long list leaves those who ask for a station their turn. */
function* planRows(
  planner: Planner,
  rows: readonly StationRow[],
  districts: readonly FoundDistrict[],
): Slices<undefined> {
  for (const [index, row] of rows.entries()) {
    const found = districts[index];
    if (found) planner.plan(row, found);
    yield undefined;
  }
  return undefined;
}

class Planner implements ImportPlan {
  readonly rows: PlannedRow[] = [];
  readonly setAside: ImportPlan["setAside"] = [];
  readonly errors = noProblems();
  readonly warnings: ImportProblem[] = [];
  private readonly rowOfId = new Map<StationId, number>();
  private readonly rowOfName = new Map<string, number>();
  private readonly rowOfCode = new Map<string, number>();
  private readonly idOfCode = new Map<string, StationId>();
  /** By the turn of the sheet. */
  private readonly missingColumns = new Map<number, Set<ImportField>>();
  private readonly sameSites: { planned: PlannedRow; code: string }[] = [];
  readonly decidedAt: EpochMs;

  constructor(
    private readonly deps: Needs,
    private readonly list: StationList,
    private readonly options: PlanOptions,
    private readonly known: KnownStations,
    /** The cities of known stations that nobody has given one yet. */
    private readonly settled: ReadonlyMap<StationId, string>,
  ) {
    this.decidedAt = deps.clock();
  }

  plan(row: StationRow, found: FoundDistrict): void {
    const { district } = found;
    const previous = this.previousOf(row, district);
    if (previous === undefined) return;
    const context: RowContext = {
      id: previous?.id ?? this.deps.newId("st"),
      district,
      datum: this.list.datum,
      sameSiteAs: null,
      now: this.decidedAt,
      services: this.servicesOf(row),
    };
    const complete = previous === null ? this.complete(row) : null;
    if (previous === null && complete === null) return;
    const merged = previous ? mergedStation(row, previous, context) : null;
    const station = complete ? newStation(complete, context) : merged && this.listed(merged, previous);
    if (station === null || !this.isFirst(row, station) || !this.isInReach(row, station, previous)) return;
    const planned = { row: row.row, station, previous };
    this.rows.push(planned);
    if (station.code !== null) this.idOfCode.set(station.code, station.id);
    if (row.sameSiteCode !== null) this.sameSites.push({ planned, code: row.sameSiteCode });
    this.warnOf(row, planned, found);
  }

  /** 同址驿站编号 may name a station further down, so it is looked up when all rows are known. */
  linkSameSites(): void {
    for (const { planned, code } of this.sameSites) {
      const id = this.idOfCode.get(code) ?? this.known.idOfCode(code);
      if (id === null) this.fail(planned.row, "sameSite", code, "没有这个编号的驿站");
      else if (id === planned.station.id) this.fail(planned.row, "sameSite", code, "写的是自己的编号");
      else if (planned.station.sameSiteAs !== id) planned.station = this.linked(planned, id);
    }
  }

  reportMissingColumns(): void {
    for (const [turn, fields] of this.missingColumns) {
      for (const field of fields) {
        const message = `表头里没有「${columnLabel(field)}」这一列，新的驿站要有它`;
        addProblem(this.errors, { row: rowNumber(turn, this.list.sheets[turn]?.headerRow ?? 1), message });
      }
    }
  }

  private warnOf({ row, hours }: StationRow, { station, previous }: PlannedRow, found: FoundDistrict): void {
    const said = districtWarning(station, found);
    if (said !== null) this.warn(row, "district", said.value, said.message);
    if (previous === null && hours === null) this.warn(row, "hours", undefined, "没有写开放时间，显示「不知道」");
    if (previous?.withdrawnAt && station.withdrawnAt !== null)
      this.warn(
        row,
        "name",
        station.name,
        "这个驿站已经撤下，内容会更新，但仍然不显示；要它回来，到「工会工作台」的「已撤下」里恢复",
      );
  }

  /** Null: the row says nothing of them, or nothing that can be read. */
  private servicesOf({ row, servicesText }: StationRow): RowContext["services"] {
    if (servicesText === null) return null;
    const { services, problem } = readServiceList(servicesText, this.decidedAt);
    const isOver = services?.length === 0;
    if (services === null || isOver)
      this.warn(row, "services", servicesText, `${problem ?? "写的日子都过了"}；这一格没有导入`);
    return isOver ? null : services;
  }

  /** The known station of a row; null where it is new, undefined where that cannot be told. */
  private previousOf(row: StationRow, district: District): Station | null | undefined {
    const byCode = row.code === null ? null : this.known.byCode(row.code);
    const byName = row.name === null ? null : this.known.byName(row.name, district.text);
    if (byCode && byName && byCode.id !== byName.id) {
      this.fail(row.row, "name", row.name ?? "", `同一个区县里已经有叫这个名字的驿站，编号是 ${byName.code ?? "空"}`);
      return undefined;
    }
    if (byCode || !byName) return byCode;
    if (row.code !== null && byName.code !== null && byName.code !== row.code) {
      this.fail(row.row, "code", row.code, `同一个区县里叫这个名字的驿站，编号是 ${byName.code}`);
      return undefined;
    }
    return byName;
  }

  private complete(row: StationRow): CompleteRow | null {
    const { name, address, point } = row;
    if (name !== null && address !== null && point !== null) return { ...row, name, address, point };
    if (name === null) this.failEmpty(row, "name");
    if (address === null) this.failEmpty(row, "address");
    if (point === null) this.failEmpty(row, "longitude");
    return null;
  }

  private failEmpty(row: StationRow, field: ImportField): void {
    const turn = sheetTurn(row.row);
    const columns = this.list.sheets[turn]?.header.columns;
    const isThere = columns?.has(field) || (field === "longitude" && columns?.has("point"));
    if (!isThere) this.missingColumns.set(turn, (this.missingColumns.get(turn) ?? new Set()).add(field));
    else if (!this.hasError(row.row, field)) this.fail(row.row, field, undefined, "没有填，新的驿站要有它");
  }

  /** A coordinate that could not be read is an error already, whichever of its two columns it names. */
  private hasError(row: number, field: ImportField): boolean {
    const fields = field === "longitude" ? (["longitude", "latitude", "point"] as const) : ([field] as const);
    return fields.some((each) => hasProblem(this.list.errors, { row, column: headingAt(this.list, row, each) }));
  }

  private isFirst(row: StationRow, station: Station): boolean {
    const name = `${station.name}|${station.district.text}`;
    const earlier =
      this.rowOfId.get(station.id) ??
      (station.code === null ? undefined : this.rowOfCode.get(station.code)) ??
      this.rowOfName.get(name);
    if (earlier !== undefined) {
      const sameCode = row.code !== null && this.rowOfCode.get(row.code) === earlier;
      if (sameCode) this.fail(row.row, "code", row.code ?? "", `和第 ${rowText(earlier)} 行的编号一样`);
      else this.fail(row.row, "name", station.name, `和第 ${rowText(earlier)} 行是同一个区县、同一个名称`);
      return false;
    }
    this.rowOfId.set(station.id, row.row);
    this.rowOfName.set(name, row.row);
    if (station.code !== null) this.rowOfCode.set(station.code, row.row);
    return true;
  }

  private isInReach(row: StationRow, station: Station, previous: Station | null): boolean {
    const { user } = this.options;
    if (user === null) return true;
    const codes = [station.district.code];
    if (previous) codes.push(previous.district.code ?? this.settled.get(previous.id) ?? null);
    if (codes.every((code) => officerReaches(user, code))) return true;
    const { code, text } = station.district;
    if (this.options.outside === "set-aside") {
      this.setAside.push({ row: row.row, name: station.name, district: text });
      return false;
    }
    const city = code === null || isCounty(code) ? null : cityOf(code);
    const why = city === null ? "" : `：不是正式的行政区划，归到${city}；只管其中一个区县的，请写正式的区县`;
    this.fail(row.row, "district", text, `不在你管的范围里${why}`);
    return false;
  }

  /** Back on the lists, where that is asked for. */
  private listed(station: Station, previous: Station | null): Station {
    if (!this.options.reinstate || station.withdrawnAt === null) return station;
    const revision = station === previous ? station.revision + 1 : station.revision;
    return { ...station, withdrawnAt: null, revision, updatedAt: this.decidedAt };
  }

  private linked({ station, previous }: PlannedRow, sameSiteAs: StationId): Station {
    const isUnchanged = station === previous;
    return {
      ...station,
      sameSiteAs,
      revision: isUnchanged ? station.revision + 1 : station.revision,
      updatedAt: this.decidedAt,
    };
  }

  private fail(row: number, field: ImportField, value: string | undefined, message: string): void {
    addProblem(this.errors, { row, column: headingAt(this.list, row, field), value, message });
  }

  private warn(row: number, field: ImportField, value: string | undefined, message: string): void {
    this.warnings.push({ row, column: headingAt(this.list, row, field), value, message });
  }
}
