import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { App, Button, Input } from "antd";
import { useEffect } from "react";
import { type BeijingMonth, monthsLater } from "../../../shared/common/month";
import type { MonthReport } from "../../../shared/month-report/month-report-answer";
import { monthWords } from "../../../shared/month-report/month-report-words";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { Failed } from "../parts/failed";
import { Pick } from "../parts/pick";
import { useDeskRows } from "../stations/use-desk-rows";
import { type MonthReportSearch, monthChoices } from "./month-report-search";
import { ReportTable } from "./report-table";
import { asOfWords, fileNameOf, periodOf, titleOf } from "./report-title";
import { RowsBehind } from "./rows-behind";
import { saveReport } from "./save-report";
import { saveWord } from "./save-word";
import { useUnionName } from "./use-union-name";

/** 报表: a month and a reach on one page against the month before, to be printed or saved. */
export function MonthReportPage() {
  const search: MonthReportSearch = useSearch({ from: "/report" });
  const navigate = useNavigate({ from: "/report" });
  const { asOf, isLoading } = useDeskRows();
  const months = monthChoices(asOf);
  const month = search.month ?? months[1] ?? "";
  const { reach } = search;
  const report = useQuery({
    queryKey: ["month-report", month, reach],
    // A computer's clock may be wrong; which month was last is the server's to say.
    enabled: search.month !== undefined || !isLoading,
    placeholderData: keepPreviousData,
    queryFn: () => callApi("GET /month-reports/:month", { month, ...(reach === undefined ? {} : { reach }) }),
  });
  const go = (change: Partial<MonthReportSearch>) =>
    void navigate({
      search: (before: MonthReportSearch) => ({ ...before, rows: undefined, of: undefined, ...change }),
    });
  return (
    <div className={search.rows === undefined ? "stations" : "stations has-panel"}>
      <div className="table-side month-side">
        <h1 className="no-print">报表</h1>
        <section className="filters no-print" aria-label="看哪个月、哪里">
          <Pick
            label="月份"
            value={month}
            options={months.map((one) => [one, monthWords(one)] as const)}
            onPick={(picked) => go({ month: picked })}
          />
          <Pick
            label="范围"
            value={reach ?? ALL}
            options={[[ALL, "我管的全部"], ...reachChoices(report.data, reach)]}
            onPick={(picked) => go({ reach: picked === ALL ? undefined : picked })}
          />
        </section>
        {report.isPending ? <p className="quiet">正在数…</p> : null}
        {report.isError ? <Failed error={report.error} reset={() => void report.refetch()} /> : null}
        {report.data?.figures.every(({ now }) => !now.isKnown) ? (
          <p className="no-print">
            {monthWords(month)}这里还没有驿站，什么都没有记录。
            <Button onClick={() => go({ month: months[0] })}>看这个月</Button>
          </p>
        ) : null}
        {report.data === undefined ? null : <Report report={report.data} search={{ ...search, month }} />}
      </div>
      {search.rows === undefined ? null : (
        <RowsBehind
          key={`${search.rows} ${search.of}`}
          month={search.of === "before" ? monthsLater(month, -1) : month}
          reach={reach}
          figure={search.rows}
          onClose={() => go({})}
        />
      )}
    </div>
  );
}

const ALL = "all";

function reachChoices(report: MonthReport | undefined, reach: string | undefined) {
  const choices = (report?.reaches ?? []).map(({ code, text }) => [code, text] as const);
  const isListed = reach === undefined || choices.some(([code]) => code === reach);
  return isListed ? choices : [...choices, [reach, reach] as const];
}

interface ReportProps {
  report: MonthReport;
  search: MonthReportSearch & { month: BeijingMonth };
}

function Report({ report, search }: ReportProps) {
  const { message } = App.useApp();
  const [union, setUnion] = useUnionName(report.union);
  const fileName = fileNameOf(report, union);
  // A browser names the PDF it prints after the page.
  useEffect(() => {
    const before = document.title;
    document.title = fileName;
    return () => {
      document.title = before;
    };
  }, [fileName]);
  const save = async (saveAs: typeof saveReport) => {
    try {
      await saveAs(report, union);
    } catch (error) {
      message.error(failureWords(error));
    }
  };
  return (
    <>
      <section className="filters no-print" aria-label="存下来">
        <label className="pick" htmlFor="report-union">
          落款单位
          <Input
            id="report-union"
            className="month-union"
            value={union}
            maxLength={40}
            placeholder="某某区总工会"
            onChange={({ target }) => setUnion(target.value)}
          />
        </label>
        <Button type="primary" onClick={() => window.print()}>
          打印或存成 PDF
        </Button>
        <Button onClick={() => void save(saveWord)}>存成 Word</Button>
        <Button onClick={() => void save(saveReport)}>存成 Excel</Button>
        <span className="quiet">点数字，看是哪些</span>
      </section>
      <article className="month-report" aria-label={titleOf(union)}>
        <h2>{titleOf(union)}</h2>
        <p>
          {periodOf(report)}
          <br />
          <span className="quiet">{asOfWords(report)}；没有记录的不算作 0</span>
        </p>
        <ReportTable report={report} search={search} />
      </article>
    </>
  );
}
