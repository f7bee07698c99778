import { useQuery } from "@tanstack/react-query";
import { Switch } from "antd";
import { useState } from "react";
import type { DeskCall } from "../../../shared/desk/call-answer";
import { callApi } from "../http/api";
import { Failed } from "../parts/failed";

/** 打电话: the keepers whom no message reaches, with the telephone of their station and what waits there. */
export function CallPage() {
  const [onlyOut, setOnlyOut] = useState(true);
  const calls = useQuery({ queryKey: ["desk-calls"], queryFn: () => callApi("GET /desk/calls", {}) });
  const { total = 0, outOfReach = 0 } = calls.data ?? {};
  const shown = (calls.data?.calls ?? []).filter(({ isOutOfReach }) => isOutOfReach || !onlyOut);
  return (
    <div className="page">
      <h1>打电话</h1>
      <p className="quiet">
        微信规定，对方点一次“允许”才能收一条提醒。站长每次在手机上点按钮时会顺便问；用完了、没点过的，只能打电话。
      </p>
      {calls.isError ? <Failed error={calls.error} reset={() => void calls.refetch()} /> : null}
      {calls.isPending ? <p className="quiet">正在读……</p> : null}
      {calls.isSuccess ? (
        <>
          <p>
            {total} 位站长里，{outOfReach} 位现在发不到消息。
          </p>
          <p>
            <Switch aria-label="只看发不到消息的" checked={onlyOut} onChange={setOnlyOut} /> 只看发不到消息的
          </p>
        </>
      ) : null}
      {calls.isSuccess && shown.length === 0 ? (
        <p className="quiet">{total === 0 ? "还没有站长。到“人员”里邀请他们。" : "都发得到消息，不用打电话。"}</p>
      ) : null}
      {shown.length === 0 ? null : <CallTable calls={shown} />}
    </div>
  );
}

function CallTable({ calls }: { calls: readonly DeskCall[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">驿站</th>
          <th scope="col">站长</th>
          <th scope="col">电话</th>
          <th scope="col">有什么等着</th>
          <th scope="col">还能发几条（门 / 任务 / 问题）</th>
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <tr key={`${call.userId} ${call.stationId}`}>
            <td>{call.stationName}</td>
            <td>{call.keeperName}</td>
            <td>{call.phone === null ? <span className="quiet">没登记</span> : <Phones phone={call.phone} />}</td>
            <td>{call.waits ?? <span className="quiet">没有</span>}</td>
            <td>{leftWords(call)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many of each kind may still be sent. */
function leftWords({ left }: DeskCall): string {
  const counts = [left.keeper_door, left.keeper_task, left.keeper_question];
  if (counts.every((count) => count === undefined)) return "没设模板";
  return counts.map((count) => (count === undefined ? "没设模板" : String(count))).join(" / ");
}

function Phones({ phone }: { phone: string }) {
  return (
    <>
      {phone.split("、").map((one) => (
        <div key={one}>
          <a href={`tel:${one.replace(/[^\d+]/g, "")}`}>{one}</a>
        </div>
      ))}
    </>
  );
}
