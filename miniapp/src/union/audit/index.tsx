import { useRouter } from "@tarojs/taro";
import { useCallback, useState } from "react";
import { AuditResults, type StationFilter } from "../../features/people/audit-results";
import { OfficersFailure } from "../../features/people/staff-failure";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { PageFrame } from "../../ui/page-frame";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

/** For officers: who changed what in their reach, newest first; opened from a station, of that one. */
export default function AuditPage() {
  const [station, setStation] = useState(useOpenedFor());
  const load = useCallback(() => callApi("GET /audit", station === null ? {} : { stationId: station.id }), [station]);
  const [list, reload] = useLoadable(load);
  return (
    <PageFrame className="audit">
      {list.status === "loading" ? (
        <ListSkeleton rows={5} />
      ) : list.status === "failed" ? (
        <OfficersFailure failure={list.failure} onRetry={reload} />
      ) : (
        <AuditResults key={station?.id ?? ""} first={list.value} station={station} onFilter={setStation} />
      )}
    </PageFrame>
  );
}

function useOpenedFor(): StationFilter | null {
  const { id, name } = useRouter().params;
  return id ? { id, name: name ? decodeURIComponent(name) : "这个驿站" } : null;
}
