import { View } from "@tarojs/components";
import { useCallback } from "react";
import { AppealCard } from "../../features/classes/bookings/appeal-card";
import { OfficersFailure } from "../../features/people/staff-failure";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

/** For officers: why people could not come, to decide whether their absence counts. */
export default function AppealsPage() {
  const load = useCallback(() => callApi("GET /appeals", {}), []);
  const [list, reload] = useLoadable(load);
  return (
    <PageFrame className="appeals">
      {list.status === "loading" ? (
        <ListSkeleton rows={3} />
      ) : list.status === "failed" ? (
        <OfficersFailure failure={list.failure} onRetry={reload} />
      ) : list.value.appeals.length === 0 ? (
        <Message title="没有要看的说明" advice="有人说明了缺课的原因，会排在这里" />
      ) : (
        <View className="list appeal-list">
          {list.value.appeals.map((appeal) => (
            <AppealCard key={appeal.bookingId} appeal={appeal} now={Date.parse(list.value.asOf)} onDecided={reload} />
          ))}
        </View>
      )}
    </PageFrame>
  );
}
