import { useQuery } from "@tanstack/react-query";
import type { LongWorkAnswer } from "../../../shared/long-work/long-work";
import { callApi } from "../http/api";
import { WorkFiles } from "../long-work/work-files";
import { instantWords } from "../stations/row-words";

const LOOK_AGAIN_MS = 5_000;

const KIND_WORDS: Partial<Record<LongWorkAnswer["kind"], string>> = {
  "audit-export": "导出记录",
  "station-posters": "画海报",
  "station-parcel": "给地图商打包",
};

/** What one has begun within a day and what is left of it, so that nobody has to wait for it. */
export function useOwnWork() {
  return useQuery({
    queryKey: ["long-work"],
    queryFn: async () => (await callApi("GET /long-work", {})).works,
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ state }) => state === "under-way") ? LOOK_AGAIN_MS : false,
  });
}

export function OwnWork() {
  const works = (useOwnWork().data ?? []).filter(({ state, files }) => state === "under-way" || files.length > 0);
  if (works.length === 0) return null;
  return (
    <section aria-label="交给机器做的">
      <h2>交给机器做的</h2>
      <ul className="due-list">
        {works.map((work) => (
          <li key={work.id}>
            <span className="due">{instantWords(work.createdAt)}</span>
            <span>
              {KIND_WORDS[work.kind] ?? "导入"}
              {work.state === "under-way" ? "，还在做" : "，做好了"}
            </span>
            <span>
              <WorkFiles work={work} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
