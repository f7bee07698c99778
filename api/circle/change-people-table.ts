import type {
  PeopleTable,
  PeopleTableAnswer,
  PeopleTablePut,
  PeopleTableUpload,
} from "../../shared/circle/people-table-answer.js";
import { instantText } from "../../shared/common/instant.js";
import { officerReaches } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { CityVersions, stationsOf } from "./city-stations.js";

type Needs = Pick<Dependencies, "peopleTables" | "clock" | "newId" | "heavyWork" | "stations" | "districts">;

/** @throws ApiError not_allowed outside the officer's reach, as the next two */
export async function findPeopleTable(
  { peopleTables }: Pick<Needs, "peopleTables">,
  city: string,
  user: User,
): Promise<PeopleTableAnswer> {
  if (!officerReaches(user, city)) throw new ApiError("not_allowed");
  const table = await peopleTables.find(city);
  return { table: table && presentTable(table) };
}

/** Reads a table and keeps it in the place of the one before. @throws ImportRejection; then nothing was kept */
export async function putPeopleTable(
  deps: Needs,
  file: Uint8Array,
  { city, datum, dryRun }: PeopleTableUpload,
  { user, author }: Doer,
): Promise<PeopleTablePut> {
  if (!officerReaches(user, city)) throw new ApiError("not_allowed");
  const { ids } = await new CityVersions(deps).of(city);
  const stations = (await stationsOf(deps, ids)).map(({ location }) => location);
  const read = await deps.heavyWork.run("readPeopleList", { file, datum: datum ?? null, stations });
  const now = deps.clock();
  const people = tenths([...read.cells.values()].reduce((sum, count) => sum + count, 0));
  const cells = [...read.cells.values()].filter((count) => count > 0).length;
  const table = { rows: read.rows, cells, people, datum: read.datum, putAt: now, version: deps.newId("pt") };
  if (dryRun === "false") {
    const to = { rows: table.rows, people };
    await deps.peopleTables.put(city, table, read.cells, entryOf("people-table:put", city, { at: now, author, to }));
  }
  const warnings =
    read.peopleInCircle > 0
      ? []
      : [{ row: 1, message: "表里没有一处在这个市的服务圈里；坐标系可能选错了，或者是别的市的表，请核对" }];
  return { table: presentTable(table), peopleInCircle: tenths(read.peopleInCircle), warnings };
}

/** Gone already, it is gone. */
export async function removePeopleTable(
  deps: Pick<Needs, "peopleTables" | "clock">,
  city: string,
  { user, author }: Doer,
): Promise<PeopleTableAnswer> {
  if (!officerReaches(user, city)) throw new ApiError("not_allowed");
  await deps.peopleTables.remove(city, entryOf("people-table:remove", city, { at: deps.clock(), author, to: {} }));
  return { table: null };
}

function tenths(people: number): number {
  return Math.round(people * 10) / 10;
}

function entryOf(
  action: string,
  city: string,
  { at, author, to }: { at: number; author: Doer["author"]; to: Record<string, number> },
) {
  return {
    ...{ at, author, action, subject: { type: "people-table" as const, id: city } },
    ...{ districtCode: city, from: {}, to },
  };
}

function presentTable({ version: _version, putAt, ...table }: PeopleTable) {
  return { ...table, putAt: instantText(putAt) };
}
