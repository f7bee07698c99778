import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { whoWords } from "../../../shared/audit/audit-words";
import type { FieldConflict } from "../../../shared/contract/error-answer";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { LeftDialog } from "../stations/left-dialog";
import { instantWords } from "../stations/row-words";
import { useChangeRows, useDeskRows } from "../stations/use-desk-rows";

/** Imports of the last day that can be taken back, newest first. */
export function useRecentImports() {
  return useQuery({
    queryKey: ["recent-imports"],
    queryFn: async () =>
      (await callApi("GET /audit", {})).entries.filter(
        ({ action, undoUntil }) => action === "station:import" && typeof undoUntil === "string",
      ),
  });
}

export function RecentImports() {
  const recent = useRecentImports();
  const { rows } = useDeskRows();
  const { lookAgain } = useChangeRows();
  const { message } = App.useApp();
  const [left, setLeft] = useState<FieldConflict[] | null>(null);
  const [undoing, setUndoing] = useState<string | null>(null);
  const undo = async (changeId: string) => {
    setUndoing(changeId);
    try {
      const { conflicts, changed } = await callApi("POST /changes/:changeId/undo", { changeId });
      await Promise.all([recent.refetch(), lookAgain()]);
      message.success(`撤回了：${changed} 个驿站和导入以前一样`);
      if (conflicts.length > 0) setLeft(conflicts);
    } catch (error) {
      message.error(failureWords(error));
    } finally {
      setUndoing(null);
    }
  };
  if ((recent.data ?? []).length === 0) return null;
  return (
    <section aria-label="一天之内导入过的">
      <h2>一天之内导入过的</h2>
      <ul className="due-list">
        {(recent.data ?? []).map((line) => (
          <li key={line.subject.id}>
            <span className="due">{instantWords(line.at)}</span>
            <span>
              {whoWords(line)} 导入了 {line.changed} 个驿站
            </span>
            <Button loading={undoing === line.subject.id} onClick={() => void undo(line.subject.id)}>
              撤回这次导入
            </Button>
          </li>
        ))}
      </ul>
      <LeftDialog conflicts={left} rows={rows} onClose={() => setLeft(null)} />
    </section>
  );
}
