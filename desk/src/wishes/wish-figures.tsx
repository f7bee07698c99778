import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { WishFigureAnswer } from "../../../shared/wishes/figures-answer";
import { callApi } from "../http/api";
import { Failed } from "../parts/failed";
import { Pick } from "../parts/pick";

const GROUPS = [
  ["month", "按月"],
  ["station", "按驿站"],
  ["street", "按街道"],
  ["category", "按种类"],
] as const;
type Row = WishFigureAnswer["total"];

/** The figures that are reported; a share is said with what it is of. */
export function WishFigures({ district }: { district: string | undefined }) {
  const [by, setBy] = useState<(typeof GROUPS)[number][0]>("month");
  const figures = useQuery({
    queryKey: ["wishes", "figures", by, district],
    queryFn: () => callApi("GET /wishes/figures", { by, ...(district === undefined ? {} : { district }) }),
  });
  return (
    <section aria-label="心愿的数字">
      <Pick
        label="怎么分"
        value={by}
        options={GROUPS}
        onPick={(picked) => setBy(GROUPS.find(([key]) => key === picked)?.[0] ?? "month")}
      />
      {figures.isPending ? <p className="quiet">正在数…</p> : null}
      {figures.isError ? <Failed error={figures.error} reset={() => void figures.refetch()} /> : null}
      {figures.data === undefined ? null : <Table answer={figures.data} />}
    </section>
  );
}

function Table({ answer }: { answer: WishFigureAnswer }) {
  return (
    <table className="rows">
      <thead>
        <tr>
          {["", "收到", "通过", "有人认领过", "已办结", "办结率", "现在超期", "转办", "花了", "审核平均"].map(
            (label) => (
              <th key={label} scope="col">
                {label === "" ? <span className="sr-only">分组</span> : label}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {answer.rows.map((row) => (
          <Line key={row.key} label={row.label} row={row} />
        ))}
        <Line label="一共" row={answer.total} />
      </tbody>
    </table>
  );
}

function Line({ label, row }: { label: string; row: Row }) {
  const due = row.approved - row.withdrawn;
  const share = row.fulfilmentRate === null ? "" : `${Math.round(row.fulfilmentRate * 100)}%(${row.fulfilled}/${due})`;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{row.received}</td>
      <td>{row.approved}</td>
      <td>{row.claimed}</td>
      <td>{row.fulfilled}</td>
      <td>{share}</td>
      <td className={row.overdue > 0 ? "wrong" : undefined}>{row.overdue}</td>
      <td>{row.referred}</td>
      <td>{row.costYuan} 元</td>
      <td>{row.reviewHours === null ? "" : `${Math.round(row.reviewHours)} 小时`}</td>
    </tr>
  );
}
