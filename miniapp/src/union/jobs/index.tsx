import Taro, { usePullDownRefresh } from "@tarojs/taro";
import { JobsView } from "../../features/jobs/jobs-view";
import { OfficersFailure } from "../../features/people/staff-failure";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { PageFrame } from "../../ui/page-frame";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

const load = () => callApi("GET /jobs", {});

/** For officers: whether what runs by itself did run, and what became of the messages to people. */
export default function JobsPage() {
  const [list, reload] = useLoadable(load);
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()));
  return (
    <PageFrame className="jobs">
      {list.status === "loading" ? (
        <ListSkeleton rows={4} />
      ) : list.status === "failed" ? (
        <OfficersFailure failure={list.failure} onRetry={reload} />
      ) : (
        <JobsView list={list.value} onReload={() => void reload()} />
      )}
    </PageFrame>
  );
}
