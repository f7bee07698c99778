import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { App, Button } from "antd";
import type { AuditLine } from "../../../shared/audit/audit-answer";
import { whatWords, whoWords } from "../../../shared/audit/audit-words";
import { changeLines } from "../../../shared/audit/change-words";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { Failed } from "../parts/failed";
import { instantWords } from "../stations/row-words";
import { ROWS_KEY } from "../stations/use-desk-rows";
import { ExportRecord } from "./export-record";
import { RecordFilters } from "./record-filters";
import { askedOf, readRecordsSearch } from "./records-search";

const MOST_TOLD = 3;

/** Who changed what, newest first; a change of many is one line, and can be taken back here for a day. */
export function RecordsPage() {
  const search = useSearch({ from: "/records" });
  const navigate = useNavigate({ from: "/records" });
  const record = useInfiniteQuery({
    queryKey: ["records", search],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      callApi("GET /audit", {
        ...askedOf(search),
        ...(pageParam === undefined ? {} : { cursor: pageParam }),
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const lines = (record.data?.pages ?? []).flatMap(({ entries }) => entries);
  return (
    <div className="page">
      <h1>记录</h1>
      <RecordFilters
        search={search}
        onChange={(change) => void navigate({ search: (before) => readRecordsSearch({ ...before, ...change }) })}
      />
      <ExportRecord key={JSON.stringify(search)} search={search} />
      {record.isError ? <Failed error={record.error} reset={() => void record.refetch()} /> : null}
      {record.isSuccess && lines.length === 0 && !record.hasNextPage ? (
        <p className="quiet">{Object.keys(search).length === 0 ? "还没有人改过什么。" : "这样筛选，一条也没有。"}</p>
      ) : null}
      <table>
        <thead>
          <tr>
            <th scope="col">什么时候</th>
            <th scope="col">谁</th>
            <th scope="col">做了什么</th>
            <th scope="col">原来 → 改成</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line
              key={`${line.at} ${line.action} ${line.subject.id}`}
              line={line}
              onUndone={() => void record.refetch()}
            />
          ))}
        </tbody>
      </table>
      {record.hasNextPage ? <Button onClick={() => void record.fetchNextPage()}>看更早的</Button> : null}
    </div>
  );
}

function subjectWords({ changed, subjectName }: AuditLine): string {
  if (changed !== undefined) return `：${changed} 个站`;
  return subjectName ? `：${subjectName}` : "";
}

function Line({ line, onUndone }: { line: AuditLine; onUndone: () => void }) {
  const told = line.stations ?? [];
  return (
    <tr>
      <td>{instantWords(line.at)}</td>
      <td>{whoWords(line)}</td>
      <td>
        {whatWords(line)}
        {subjectWords(line)}
        {line.undoUntil ? <Undo line={line} onUndone={onUndone} /> : null}
      </td>
      <td>
        {told.length === 0 ? (
          <Changes line={line} />
        ) : (
          told.slice(0, MOST_TOLD).map(({ id, name, from, to }) => (
            <div key={id}>
              {name}：<Changes line={{ action: "station:change", from, to }} />
            </div>
          ))
        )}
        {(line.changed ?? 0) > MOST_TOLD ? <span className="quiet">等 {line.changed} 个</span> : null}
      </td>
    </tr>
  );
}

function Changes({ line }: { line: Pick<AuditLine, "action" | "from" | "to"> }) {
  return (
    <>
      {changeLines(line, Date.now()).map(({ label, from, to }) => (
        <div key={label}>
          {label}：{from === null ? "" : `${from} → `}
          {to}
        </div>
      ))}
    </>
  );
}

function Undo({ line, onUndone }: { line: AuditLine; onUndone: () => void }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const undo = async () => {
    try {
      const { changed, conflicts } = await callApi("POST /changes/:changeId/undo", { changeId: line.subject.id });
      message.success(
        conflicts.length === 0 ? `撤回了 ${changed} 个站` : `撤回了；有 ${conflicts.length} 格后来有人改过，没有动`,
      );
      await queries.invalidateQueries({ queryKey: ROWS_KEY });
      onUndone();
    } catch (error) {
      message.error(failureWords(error));
    }
  };
  return (
    <Button type="link" size="small" onClick={() => void undo()}>
      撤回
    </Button>
  );
}
