import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { callApi } from "../http/api";
import { Failed } from "../parts/failed";
import { TellDialog } from "./tell-dialog";
import type { WantedItem } from "./wanted-item";

/** 想学: how many people in one's reach want to learn what, and which course it became. */
export function WantedClassesPage() {
  const asked = useQuery({
    queryKey: ["wanted-classes"],
    queryFn: async () => (await callApi("GET /wanted-classes", {})).wanted,
  });
  const [telling, tell] = useState<WantedItem | null>(null);
  const wanted = asked.data ?? [];
  return (
    <div className="page">
      <h1>想学</h1>
      <p className="quiet">
        大家在手机「三张清单」里点的想学，一人一样算一个，不记名给您看。开了课，选出是哪一门，想学的人每人告诉一次；后来再点的，再选一次就告诉他们。
      </p>
      {asked.isError ? <Failed error={asked.error} reset={() => void asked.refetch()} /> : null}
      {asked.isPending ? <p role="status">正在找…</p> : null}
      {asked.isSuccess && wanted.length === 0 ? <p className="quiet">现在没有人等着学什么。</p> : null}
      {wanted.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">想学什么</th>
              <th scope="col">哪个区</th>
              <th scope="col">几个人</th>
              <th scope="col">像是这门课</th>
              <th scope="col">开课了</th>
            </tr>
          </thead>
          <tbody>
            {wanted.map((one) => (
              <Row key={`${one.district} ${one.subject}`} wanted={one} onTell={() => tell(one)} />
            ))}
          </tbody>
        </table>
      )}
      <TellDialog wanted={telling} onClose={() => tell(null)} onTold={() => void asked.refetch()} />
    </div>
  );
}

function Row({ wanted, onTell }: { wanted: WantedItem; onTell: () => void }) {
  const { label, districtName, people, courses } = wanted;
  const fitting = courses.filter(({ fits }) => fits).map(({ title }) => title);
  return (
    <tr>
      <td>{label}</td>
      <td>{districtName}</td>
      <td>{people}</td>
      <td>{fitting.length === 0 ? <span className="quiet">还没有</span> : fitting.join("、")}</td>
      <td>
        {courses.length === 0 ? (
          <span className="quiet">本区没有开着的课</span>
        ) : (
          <Button size="small" onClick={onTell} aria-label={`开课了：${districtName}，${label}`}>
            选是哪门课
          </Button>
        )}
      </td>
    </tr>
  );
}
