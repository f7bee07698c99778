import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { AMENITIES, type AmenityKind } from "../../../shared/amenities/amenity";
import type { CheckList } from "../../../shared/checks/check-answer";
import { callApi } from "../http/api";
import { Failed } from "../parts/failed";
import { instantWords } from "../stations/row-words";
import type { ChecksSearch } from "./checks-search";

const SAID = { open: "开着", closed: "关着", unknown: "不知道" } as const;

/** The checks that a number is of, one line each. */
export function ChecksBehind({ search }: { search: ChecksSearch & { month: string } }) {
  const list = useQuery({
    queryKey: ["checks", search],
    queryFn: async () => (await callApi("GET /checks", search)).checks,
  });
  if (list.isError) return <Failed error={list.error} reset={() => void list.refetch()} />;
  if (list.data === undefined) return null;
  return (
    <section aria-label="这个数字的检查">
      <h3>
        {search.month} 的 {list.data.length} 次检查 <Link to="/checks">收起</Link>
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">什么时候</th>
            <th scope="col">驿站</th>
            <th scope="col">门口看到</th>
            <th scope="col">门上时间说</th>
            <th scope="col">我们说</th>
            <th scope="col">不能用的</th>
          </tr>
        </thead>
        <tbody>
          {list.data.map((check) => (
            <tr key={check.id}>
              <td>{instantWords(check.at)}</td>
              <th scope="row">
                <Link to="/stations" search={{ open: check.stationId }}>
                  {check.name ?? check.stationId}
                </Link>
              </th>
              <td>{check.found.door === "open" ? "开着" : "关着"}</td>
              <td>{SAID[check.said.posted]}</td>
              <td>{SAID[check.said.answered]}</td>
              <td>{brokenWords(check.found)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function brokenWords({ works }: CheckList["checks"][number]["found"]): string {
  const broken = Object.entries(works).filter(([, isWorking]) => !isWorking);
  return broken.map(([kind]) => AMENITIES[kind as AmenityKind].label).join("、");
}
