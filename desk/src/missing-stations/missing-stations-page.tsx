import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { AskedStationItem } from "../../../shared/missing-stations/missing-station";
import { isDecided, MISSING_STATE_WORDS, needWords } from "../../../shared/missing-stations/needs";
import { callApi } from "../http/api";
import { Failed } from "../parts/failed";
import { instantWords } from "../stations/row-words";
import { AnswerDialog } from "./decide-dialog";
import { busiestHours, whereWords } from "./missing-words";

/** 这里该有个站: what people in one's reach miss, most people first, and what is said to them. */
export function MissingStationsPage() {
  const asked = useQuery({
    queryKey: ["missing-stations"],
    queryFn: async () => (await callApi("GET /missing-stations/asked", {})).missing,
  });
  const [answering, answer] = useState<AskedStationItem | null>(null);
  const missing = asked.data ?? [];
  return (
    <div className="page">
      <h1>这里该有个站</h1>
      <p className="quiet">
        大家在手机上说缺站的地方，按一片（约 0.7
        平方公里）合在一起。微信认得的人一人算一个；没登录的只作参考。您回的话，说过的人都看得到。
      </p>
      {asked.isError ? <Failed error={asked.error} reset={() => void asked.refetch()} /> : null}
      {asked.isPending ? <p role="status">正在找…</p> : null}
      {asked.isSuccess && missing.length === 0 ? <p className="quiet">还没有人说过哪里缺站。</p> : null}
      {missing.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">缺什么</th>
              <th scope="col">在哪</th>
              <th scope="col">几个人（微信认得的）</th>
              <th scope="col">几点</th>
              <th scope="col">写的话</th>
              <th scope="col">回话</th>
            </tr>
          </thead>
          <tbody>
            {missing.map((one) => (
              <Row key={one.id} missing={one} onAnswer={() => answer(one)} />
            ))}
          </tbody>
        </table>
      )}
      <AnswerDialog
        missing={answering}
        onClose={() => answer(null)}
        onAnswered={async () => {
          answer(null);
          await asked.refetch();
        }}
      />
    </div>
  );
}

function Row({ missing, onAnswer }: { missing: AskedStationItem; onAnswer: () => void }) {
  const { need, people, vouched, hours, words, state, why, answeredAt } = missing;
  return (
    <tr>
      <td>{needWords(need)}</td>
      <td>{whereWords(missing)}</td>
      <td>
        {people}（{vouched}）
      </td>
      <td>{busiestHours(hours)}</td>
      <td>
        {words.map((said, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same, and nothing moves
          <div key={index}>{said}</div>
        ))}
      </td>
      <td>
        <div>
          {MISSING_STATE_WORDS[state]}
          {why === null ? "" : `：${why}`}
        </div>
        {answeredAt === null ? null : <div className="quiet">{instantWords(answeredAt)}</div>}
        {isDecided(state) ? null : (
          <Button size="small" onClick={onAnswer} aria-label={`回话：${needWords(need)}，${whereWords(missing)}`}>
            回话
          </Button>
        )}
      </td>
    </tr>
  );
}
