import { instantText, optionalInstantText } from "../../shared/common/instant.js";
import { type BeijingMonth, monthsLater, startOfMonth } from "../../shared/common/month.js";
import { countFigure } from "../../shared/month-report/count-month.js";
import type { Counted } from "../../shared/month-report/counted.js";
import { type MonthSpan, monthSpan } from "../../shared/month-report/month-facts.js";
import { MONTH_FIGURE_KEYS, MONTH_FIGURES, type MonthFigure } from "../../shared/month-report/month-figures.js";
import type { MonthReport, MonthReportRows } from "../../shared/month-report/month-report-answer.js";
import type { FigureValue } from "../../shared/month-report/month-report-words.js";
import { officerReaches } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { divisionName } from "../divisions/divisions.js";
import { readMonthFacts } from "./read-facts.js";

interface Question {
  month: BeijingMonth;
  /** Absent: all of the officer's reach. */
  reach?: string | undefined;
}

const MOST_ROWS = 2_000;
const ALL = "全部";

/**
 * The figures of a month against those of the month before.
 *
 * @throws ApiError not_allowed outside the officer's reach, invalid_input for a month that has not begun
 */
export async function readMonthReport(deps: Dependencies, { month, reach }: Question, officer: User) {
  const span = spanOf(deps, { month, reach }, officer);
  const before = monthsLater(month, -1);
  const spanBefore = monthSpan(before, deps.clock());
  const spans = spanBefore === null ? [span] : [span, spanBefore];
  const facts = await readMonthFacts(deps, { officer, reach: reach ?? null }, spans);
  const valueIn = (figure: MonthFigure, at: 0 | 1): FigureValue => {
    const [ofMonth, inSpan] = [facts[at], spans[at]];
    return presentValue(ofMonth && inSpan ? countFigure(figure, ofMonth, inSpan) : null);
  };
  return {
    asOf: instantText(deps.clock()),
    month,
    before,
    isOver: span.until === startOfMonth(monthsLater(month, 1)),
    reaches: await reachesOf(deps, officer),
    reach: { code: reach ?? null, text: reachWords(reach === undefined ? officer.reach : [reach]) },
    union: deps.operatorName,
    figures: MONTH_FIGURE_KEYS.map((key) => ({ key, now: valueIn(key, 0), before: valueIn(key, 1) })),
  } satisfies MonthReport;
}

/** What one figure of a month is made of. */
export async function listMonthReportRows(
  deps: Dependencies,
  { month, reach, figure }: Question & { figure: MonthFigure },
  officer: User,
): Promise<MonthReportRows> {
  const span = spanOf(deps, { month, reach }, officer);
  const { part } = MONTH_FIGURES[figure];
  const [facts] = await readMonthFacts(deps, { officer, reach: reach ?? null }, [span], [part]);
  const rows = facts === undefined ? [] : (countFigure(figure, facts, span)?.rows ?? []);
  const newest = [...rows].sort((a, b) => (b.at ?? 0) - (a.at ?? 0)).slice(0, MOST_ROWS);
  const ids = [...new Set(newest.flatMap(({ stationId }) => stationId ?? []))];
  const names = new Map<string, string>((await deps.stations.findMany(ids)).map(({ id, name }) => [id, name]));
  return {
    asOf: instantText(deps.clock()),
    total: rows.length,
    rows: newest.map(({ at, stationId, ...row }) => ({
      ...row,
      stationId,
      stationName: names.get(stationId ?? "") ?? null,
      at: optionalInstantText(at),
    })),
  };
}

function spanOf({ clock }: Dependencies, { month, reach }: Question, officer: User): MonthSpan {
  if (reach !== undefined && !officerReaches(officer, reach)) throw new ApiError("not_allowed");
  const span = monthSpan(month, clock());
  if (span === null) throw new ApiError("invalid_input", [{ path: "month", message: "这个月还没到" }]);
  return span;
}

function presentValue(found: Counted | null): FigureValue {
  const { of = null, found: hits = null, low = null, high = null } = found?.share ?? {};
  return { isKnown: found !== null, value: found?.value ?? null, of, found: hits, low, high };
}

/** The codes of the reach, and within them the districts that have stations. */
async function reachesOf({ districts }: Dependencies, officer: User): Promise<MonthReport["reaches"]> {
  const there = (await districts.listDistricts()).flatMap(({ code }) =>
    code !== null && officerReaches(officer, code) ? [code] : [],
  );
  const codes = [...new Set([...officer.reach, ...there])].sort();
  return codes.map((code) => ({ code, text: reachWords([code]) }));
}

function reachWords(codes: readonly string[]): string {
  return codes.map((code) => (code === "" ? ALL : (divisionName(code) ?? code))).join("、");
}
