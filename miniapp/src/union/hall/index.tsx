import { useRouter } from "@tarojs/taro";
import { useCallback } from "react";
import { HallForm } from "../../features/classes/hall/hall-form";
import { OfficersFailure } from "../../features/people/staff-failure";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { PageFrame } from "../../ui/page-frame";
import { ListSkeleton } from "../../ui/skeleton";
import "../course/index.scss";

/** For officers: a hall that is no station, to add it or to change what is said of it. */
export default function HallPage() {
  const { id = null } = useRouter().params;
  const load = useCallback(() => loadHall(id), [id]);
  const [loaded, reload] = useLoadable(load);
  return (
    <PageFrame className="course">
      {loaded.status === "loading" ? (
        <ListSkeleton rows={2} />
      ) : loaded.status === "failed" ? (
        <OfficersFailure failure={loaded.failure} onRetry={reload} />
      ) : (
        <HallForm {...loaded.value} />
      )}
    </PageFrame>
  );
}

async function loadHall(id: string | null) {
  const [{ venues }, { districts }] = await Promise.all([callApi("GET /venues", {}), callApi("GET /districts", {})]);
  return { hall: venues.find((venue) => venue.id === id) ?? null, districts };
}
