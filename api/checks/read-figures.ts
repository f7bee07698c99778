import type { Check } from "../../shared/checks/check.js";
import type { CheckFigures, CheckList } from "../../shared/checks/check-answer.js";
import { type CheckBasis, checkGroups, checksBehind, openDoorRates } from "../../shared/checks/check-figures.js";
import { instantText } from "../../shared/common/instant.js";
import { beijingMonth, monthsLater } from "../../shared/common/month.js";
import type { EpochMs } from "../../shared/common/time.js";
import { officerReaches } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import type { Dependencies } from "../dependencies.js";
import { divisionName } from "../divisions/divisions.js";

const SHOWN_MONTHS = 12;
/** Nobody asks for more than ten years. */
const MOST_MONTHS = 120;

/** The rates of an officer's reach by month and district. */
export async function readFigures(
  deps: Dependencies,
  { from, to }: { from?: string; to?: string },
  officer: User,
): Promise<CheckFigures> {
  const now = deps.clock();
  const last = to ?? beijingMonth(now);
  const first = from ?? monthsUntil(last, SHOWN_MONTHS)[0] ?? last;
  const checks = within(await deps.checks.made(monthsBetween(first, last)), officer);
  return {
    asOf: instantText(now),
    from: first,
    to: last,
    all: openDoorRates(checks),
    groups: checkGroups(checks).map(({ districtCode, ...group }) => ({
      ...group,
      district: {
        code: districtCode,
        text: districtCode === null ? "没有区划" : (divisionName(districtCode) ?? districtCode),
      },
    })),
  };
}

/** The rates of a city by month, for everybody. */
export async function readPublicFigures(deps: Dependencies, city: string) {
  const now: EpochMs = deps.clock();
  const made = await deps.checks.made(monthsUntil(beijingMonth(now), SHOWN_MONTHS));
  const checks = made.filter(({ districtCode }) => districtCode?.startsWith(city));
  const months = [...new Set(checks.map(({ at }) => beijingMonth(at)))].reverse();
  return {
    asOf: instantText(now),
    all: openDoorRates(checks),
    months: months.map((month) => ({ month, ...openDoorRates(checks.filter(({ at }) => beijingMonth(at) === month)) })),
  };
}

/** The checks behind a number. */
export async function listChecks(
  deps: Dependencies,
  { month, district, basis }: { month: string; district?: string; basis?: CheckBasis },
  officer: User,
): Promise<CheckList> {
  const made = within(await deps.checks.made([month]), officer);
  const ofDistrict =
    district === undefined ? made : made.filter(({ districtCode }) => (districtCode ?? "") === district);
  const checks = basis === undefined ? ofDistrict : checksBehind(ofDistrict, basis);
  const stations = await deps.stations.findMany([...new Set(checks.map(({ stationId }) => stationId))]);
  const names = new Map(stations.map(({ id, name }) => [id, name]));
  return {
    asOf: instantText(deps.clock()),
    checks: checks.map(({ by: _by, roundId: _roundId, at, ...check }) => ({
      ...check,
      at: instantText(at),
      name: names.get(check.stationId) ?? null,
    })),
  };
}

function within(checks: readonly Check[], officer: User): Check[] {
  return checks.filter(({ districtCode }) => officerReaches(officer, districtCode));
}

function monthsBetween(first: string, last: string): string[] {
  return monthsUntil(last, MOST_MONTHS).filter((month) => month >= first);
}

/** So many months, the last one included, the earliest first. */
function monthsUntil(last: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => monthsLater(last, index + 1 - count));
}
