import { Link } from "@tanstack/react-router";
import {
  MONTH_FIGURES,
  MONTH_PARTS,
  type MonthFigure,
  type MonthPart,
} from "../../../shared/month-report/month-figures";
import type { MonthReport } from "../../../shared/month-report/month-report-answer";
import {
  differenceWords,
  type FigureValue,
  monthWords,
  valueWords,
} from "../../../shared/month-report/month-report-words";
import { figureDetail } from "./figure-detail";
import type { MonthReportSearch } from "./month-report-search";

interface Props {
  report: MonthReport;
  search: MonthReportSearch;
}

/** The figures by part, this month's beside those of the month before; each number opens what it is made of. */
export function ReportTable({ report, search }: Props) {
  const parts = Object.entries(MONTH_PARTS) as [MonthPart, string][];
  return (
    <table className="month-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">部分</span>
          </th>
          <th scope="col">项目</th>
          <th scope="col">{monthWords(report.month)}</th>
          <th scope="col">{monthWords(report.before)}</th>
          <th scope="col">差别</th>
        </tr>
      </thead>
      {parts.map(([part, name]) => (
        <Part
          key={part}
          name={name}
          figures={report.figures.filter(({ key }) => MONTH_FIGURES[key].part === part)}
          search={search}
        />
      ))}
    </table>
  );
}

function Part({ name, figures, search }: { name: string; figures: MonthReport["figures"]; search: MonthReportSearch }) {
  return (
    <tbody>
      {figures.map(({ key, now, before }, index) => (
        <tr key={key}>
          {index === 0 ? (
            <th scope="rowgroup" rowSpan={figures.length} className="month-part">
              {name}
            </th>
          ) : null}
          <th scope="row" title={MONTH_FIGURES[key].means}>
            {MONTH_FIGURES[key].label}
          </th>
          <td>
            <Value figure={key} value={now} search={search} />
          </td>
          <td>
            <Value figure={key} value={before} search={search} isBefore />
          </td>
          <td className="month-difference">{differenceWords(key, now, before)}</td>
        </tr>
      ))}
    </tbody>
  );
}

function Value({
  figure,
  value,
  search: { rows, of, ...search },
  isBefore = false,
}: {
  figure: MonthFigure;
  value: FigureValue;
  search: MonthReportSearch;
  isBefore?: boolean;
}) {
  const words = valueWords(figure, value);
  if (value.value === null) return <span className="quiet">{words}</span>;
  const isOpen = rows === figure && (of === "before") === isBefore;
  const detail = figureDetail(figure, value);
  return (
    <>
      <Link
        to="/report"
        search={{ ...search, rows: figure, ...(isBefore ? { of: "before" as const } : {}) }}
        className="month-value"
        aria-current={isOpen ? "true" : undefined}
        aria-label={`${MONTH_FIGURES[figure].label} ${words}，看是哪些`}
        resetScroll={false}
      >
        {words}
      </Link>
      {detail === "" ? null : <div className="month-detail">{detail}</div>}
    </>
  );
}
