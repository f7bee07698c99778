import { View } from "@tarojs/components";
import { useState } from "react";
import type { AuditLine, AuditList } from "../../../../shared/audit/audit-answer";
import { whatWords, whoWords } from "../../../../shared/audit/audit-words";
import { changeLines } from "../../../../shared/audit/change-words";
import { whenWords } from "../../../../shared/audit/when-words";
import { type ApiFailure, failureOf } from "../../http/api-failure";
import { callApi } from "../../http/call-api";
import { useServerNow } from "../../http/use-server-now";
import { Heading } from "../../ui/heading";
import { Failure, Message } from "../../ui/message";
import { Pressable } from "../../ui/pressable";

export interface StationFilter {
  id: string;
  name: string;
}

interface AuditResultsProps {
  first: AuditList;
  /** Null: the whole reach. */
  station: StationFilter | null;
  onFilter: (station: StationFilter | null) => void;
}

/** The record, a page at a time. */
export function AuditResults({ first, station, onFilter }: AuditResultsProps) {
  const now = useServerNow();
  const [shown, setShown] = useState(first);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const { entries, nextCursor } = shown;
  const more = async () => {
    if (nextCursor === null) return;
    setFailure(null);
    await callApi("GET /audit", { ...(station ? { stationId: station.id } : {}), cursor: nextCursor }).then(
      (page) => setShown({ entries: [...entries, ...page.entries], nextCursor: page.nextCursor }),
      (error: unknown) => setFailure(failureOf(error)),
    );
  };
  return (
    <>
      <Heading level={1} className="section-title">
        {station ? `${station.name}的操作记录` : "操作记录，新的在前"}
      </Heading>
      {station ? (
        <Pressable className="button button-plain audit-all" onPress={() => onFilter(null)}>
          看所有驿站的
        </Pressable>
      ) : null}
      {entries.length === 0 && nextCursor === null ? (
        <Message title="还没有操作记录" advice="有人改了驿站、设施或身份，这里会记下谁、什么时候、改了什么" />
      ) : null}
      {entries.map((line) => (
        <AuditCard
          key={`${line.at} ${line.action} ${line.subject.id}`}
          line={line}
          now={now}
          onFilter={station ? null : onFilter}
        />
      ))}
      {failure ? (
        <Failure failure={failure} onRetry={() => void more()} />
      ) : nextCursor === null ? null : (
        <Pressable className="button button-plain" onPress={() => void more()}>
          看更早的
        </Pressable>
      )}
    </>
  );
}

interface AuditCardProps {
  line: AuditLine;
  now: number;
  /** Null: one station's are shown already. */
  onFilter: ((station: StationFilter) => void) | null;
}

function AuditCard({ line, now, onFilter }: AuditCardProps) {
  const { subject, subjectName } = line;
  return (
    <View className="card audit-card">
      <View className="secondary">{`${whenWords(Date.parse(line.at), now)} · ${whoWords(line)}`}</View>
      <Heading level={2} className="audit-what">
        {subjectName === null ? whatWords(line) : `${whatWords(line)}：${subjectName}`}
      </Heading>
      {changeLines(line, now).map(({ label, from, to }) => (
        <View key={`${label} ${to}`} className="audit-change">
          {from === null ? `${label}：${to}` : `${label}：${from} → ${to}`}
        </View>
      ))}
      {onFilter && subject.type === "station" && subjectName !== null ? (
        <Pressable
          className="link"
          label={`只看这个站：${subjectName}`}
          onPress={() => onFilter({ id: subject.id, name: subjectName })}
        >
          只看这个站
        </Pressable>
      ) : null}
    </View>
  );
}
