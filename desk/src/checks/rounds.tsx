import { spacedCode } from "../../../shared/people/short-code";
import { dateWords } from "../../../shared/stations/hours-words";
import { Failed } from "../parts/failed";
import { useRounds } from "./use-rounds";

/** The samples that were drawn, with the code and the link to hand to whoever checks. */
export function Rounds() {
  const list = useRounds();
  if (list.isError) return <Failed error={list.error} reset={() => void list.refetch()} />;
  if (list.data === undefined) return null;
  const { rounds } = list.data;
  return (
    <section>
      <h2>抽过的</h2>
      {rounds.length === 0 ? (
        <p className="quiet">还没有抽过。抽一批，把检查码发给志愿者。</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">检查码</th>
              <th scope="col">哪几天</th>
              <th scope="col">范围</th>
              <th scope="col">查了</th>
              <th scope="col">种子</th>
              <th scope="col">发给查的人</th>
            </tr>
          </thead>
          <tbody>
            {rounds.map(({ id, code, from, to, area, done, visits, seed }) => (
              <tr key={id}>
                <td>
                  <span className="short-code">{spacedCode(code)}</span>
                </td>
                <td>
                  {dateWords(from)}到{dateWords(to)}
                </td>
                <td>{area === "" ? "全部" : area}</td>
                <td>
                  {done} / {visits}
                </td>
                <td>{seed}</td>
                <td>
                  <a href={`/#/visitor/check/index?code=${code}`}>打开检查的页面</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
