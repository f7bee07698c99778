import { useCallback, useState } from "react";
import { OfficersFailure } from "../../components/officers-failure";
import { PageFrame } from "../../components/page-frame";
import { ListSkeleton } from "../../components/skeleton";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { type UniformityFilter, UniformityFilters } from "./uniformity-filters";
import { UniformityResults } from "./uniformity-results";
import "./index.scss";

/** For officers: the stations of their reach by what they miss, with nothing to fill in. */
export default function UniformityPage() {
  const [filter, setFilter] = useState<UniformityFilter>({});
  const load = useCallback(() => callApi("GET /uniformity", { ...filter }), [filter]);
  const [list, reload] = useLoadable(load);
  return (
    <PageFrame className="uniformity">
      {list.status === "loading" ? (
        <ListSkeleton rows={5} />
      ) : list.status === "failed" ? (
        <OfficersFailure failure={list.failure} onRetry={reload} />
      ) : (
        <>
          <UniformityFilters list={list.value} filter={filter} onChange={setFilter} />
          <UniformityResults key={JSON.stringify(filter)} first={list.value} filter={filter} />
        </>
      )}
    </PageFrame>
  );
}
