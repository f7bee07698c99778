import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { BeijingMonth } from "../../../shared/common/month";
import { MONTH_FIGURES, MONTH_PARTS, type MonthFigure } from "../../../shared/month-report/month-figures";
import type { MonthReportRows } from "../../../shared/month-report/month-report-answer";
import { monthWords } from "../../../shared/month-report/month-report-words";
import { dayOfInstant, mondayOf } from "../classes/week-days";
import { callApi } from "../http/api";
import { Failed } from "../parts/failed";
import { PlaceLink } from "../parts/place-link";
import { instantWords } from "../stations/row-words";

type Row = MonthReportRows["rows"][number];

interface Props {
  month: BeijingMonth;
  reach: string | undefined;
  figure: MonthFigure;
  onClose: () => void;
}

/** What one number is made of, each line with the page where it is at home. */
export function RowsBehind({ month, reach, figure, onClose }: Props) {
  const list = useQuery({
    queryKey: ["month-report-rows", month, reach, figure],
    queryFn: () =>
      callApi("GET /month-reports/:month/rows", { month, figure, ...(reach === undefined ? {} : { reach }) }),
  });
  const { part, label, means } = MONTH_FIGURES[figure];
  return (
    <aside className="panel" aria-label="这个数字是哪些">
      <Button type="text" className="panel-close" aria-label="关上这一栏" onClick={onClose}>
        ×
      </Button>
      <h2>
        {MONTH_PARTS[part]}：{label}
      </h2>
      <p className="quiet">
        {monthWords(month)}。{means}。
      </p>
      {list.isPending ? <p className="quiet">正在取…</p> : null}
      {list.isError ? <Failed error={list.error} reset={() => void list.refetch()} /> : null}
      {list.data === undefined ? null : <Rows answer={list.data} month={month} />}
    </aside>
  );
}

function Rows({ answer: { rows, total }, month }: { answer: MonthReportRows; month: BeijingMonth }) {
  if (total === 0) return <p>一个也没有。</p>;
  return (
    <>
      <p role="status">
        {total} 条{total > rows.length ? `，先列最近的 ${rows.length} 条` : ""}
      </p>
      <ol className="month-rows">
        {rows.map((row) => (
          // A station or a class may stand here several times.
          <li key={`${row.id} ${row.words} ${row.at}`}>
            <PlaceLink to={placeOf(row, month)}>{row.stationName ?? row.words}</PlaceLink>
            <div className="quiet">{detailOf(row)}</div>
            {row.kind === "station" && row.at !== null ? (
              <PlaceLink to={recordOf(row.id, row.at)}>那天的记录</PlaceLink>
            ) : null}
          </li>
        ))}
      </ol>
    </>
  );
}

function detailOf({ stationName, words, at }: Row): string {
  const told = stationName === null ? [] : [words];
  return [...told, ...(at === null ? [] : [instantWords(at)])].filter((part) => part !== "").join(" · ");
}

function placeOf({ kind, id, stationId, at }: Row, month: BeijingMonth): string {
  switch (kind) {
    case "station":
      return `/stations?open=${id}`;
    case "check":
      return `/checks?month=${month}`;
    case "task":
      return `/reports?state=all&station=${stationId}`;
    case "session":
      return `/classes?week=${mondayOf(at === null ? Date.now() : Date.parse(at))}&open=${id}`;
    case "wish":
      return `/wishes?open=${id}`;
  }
}

function recordOf(stationId: string, at: string): string {
  const day = dayOfInstant(at);
  return `/records?station=${stationId}&from=${day}&to=${day}`;
}
