import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { Failed } from "../parts/failed";
import { DispatchBar } from "./dispatch-bar";
import { ReportFilters } from "./report-filters";
import type { ReportsSearch } from "./reports-search";
import { TaskTable } from "./task-table";
import { useTasks } from "./use-tasks";

/** What people report, as a list: who sees to it, until when, and many answered at once. */
export function ReportsPage() {
  const search: ReportsSearch = useSearch({ from: "/reports" });
  const navigate = useNavigate({ from: "/reports" });
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const { tasks, asOf, isPending, isError, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useTasks(search);
  const chosen = tasks.filter(({ id }) => ids.has(id));
  const choose = (some: readonly string[], isChosen: boolean) =>
    setIds((before) => {
      const rest = [...before].filter((id) => !some.includes(id));
      return new Set(isChosen ? [...rest, ...some] : rest);
    });
  const change = (changed: Partial<ReportsSearch>) =>
    void navigate({
      search: (before: ReportsSearch) =>
        Object.fromEntries(Object.entries({ ...before, ...changed }).filter(([, value]) => value !== undefined)),
    });
  return (
    <div className="wide-page">
      <h1>上报</h1>
      <ReportFilters search={search} onChange={change} />
      <DispatchBar chosen={chosen} onDone={() => setIds(new Set())} />
      {isPending ? <p className="quiet">正在取上报…</p> : null}
      {isError ? <Failed error={error} reset={() => void refetch()} /> : null}
      {!isPending && !isError && tasks.length === 0 ? (
        <Nothing search={search} onClear={() => change(CLEARED)} />
      ) : null}
      {tasks.length === 0 ? null : (
        <TaskTable tasks={tasks} now={asOf === null ? Date.now() : Date.parse(asOf)} chosen={ids} onChoose={choose} />
      )}
      {hasNextPage ? (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          再看一些
        </Button>
      ) : null}
      {tasks.length === 0 ? null : (
        <p className="table-foot">
          {tasks.length} 件{hasNextPage ? "，后面还有" : ""} · 超期的在最前 · 筛选都在地址里，可以发给同事
        </p>
      )}
    </div>
  );
}

const CLEARED: Partial<ReportsSearch> = {
  state: undefined,
  station: undefined,
  kind: undefined,
  district: undefined,
  older: undefined,
  who: undefined,
  waiting: undefined,
};

function Nothing({ search, onClear }: { search: ReportsSearch; onClear: () => void }) {
  if (Object.keys(search).length === 0) {
    return <p className="quiet">没有等着处理的上报。有人报了门关着、东西坏了，会排在这里。</p>;
  }
  return (
    <p className="quiet">
      这样筛，一件也没有。<Button onClick={onClear}>看全部没办完的</Button>
    </p>
  );
}
