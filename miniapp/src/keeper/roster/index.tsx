import Taro, { usePullDownRefresh, useRouter } from "@tarojs/taro";
import { useCallback } from "react";
import { HallClassesView } from "../../features/classes/hall-classes";
import { RosterView } from "../../features/classes/roster/roster-view";
import { KeepersFailure } from "../../features/people/staff-failure";
import { KeeperLine } from "../../features/trust/keeper-line";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { useReturn } from "../../navigation/use-return";
import { PageFrame } from "../../ui/page-frame";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

/** Who comes to one class; opened without one, the classes of one's own halls, to choose from. */
export default function RosterPage() {
  const { id } = useRouter().params;
  return id ? <Roster id={id} /> : <HallClassesView />;
}

/** By the name they chose and a number; a tap says that somebody is here. */
function Roster({ id }: { id: string }) {
  const load = useCallback(() => callApi("GET /classes/:id/roster", { id }), [id]);
  const [roster, reload] = useLoadable(load);
  useReturn(() => void reload());
  usePullDownRefresh(() => {
    void reload().finally(() => Taro.stopPullDownRefresh());
  });
  return (
    <PageFrame className="roster">
      <KeeperLine />
      {roster.status === "loading" ? (
        <ListSkeleton rows={4} />
      ) : roster.status === "failed" ? (
        <KeepersFailure failure={roster.failure} onRetry={reload} />
      ) : (
        <RosterView loaded={roster.value} onReload={reload} />
      )}
    </PageFrame>
  );
}
