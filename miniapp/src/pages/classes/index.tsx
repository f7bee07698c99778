import Taro, { usePullDownRefresh } from "@tarojs/taro";
import { useCallback, useEffect } from "react";
import { TimetableBoard } from "../../features/classes/timetable/timetable-board";
import { loadTimetable } from "../../features/classes/timetable/timetable-query";
import { useSignIn } from "../../features/people/sign-in";
import { TabNotices } from "../../features/people/tab-notices";
import { mayLocateUnasked, takePosition } from "../../features/stations/origin/origin-store";
import { useLoadable } from "../../http/use-loadable";
import { useReturn } from "../../navigation/use-return";
import { useSharing } from "../../navigation/use-sharing";
import { Failure } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

/** 课程: the free classes of this week and the next two, day by day, the nearest hall first. No sign-in to look. */
export default function ClassesPage() {
  const userId = useSignIn()?.user.id ?? null;
  const load = useCallback(() => loadTimetable(userId), [userId]);
  const [timetable, reload] = useLoadable(load);
  useSharing({ title: "工会的免费课：这三周有什么课，哪里上", page: "/pages/classes/index" });
  useEffect(() => {
    if (mayLocateUnasked()) void takePosition();
  }, []);
  // Somebody who comes back from a class may have booked it.
  useReturn(() => void reload());
  usePullDownRefresh(() => {
    void reload().finally(() => Taro.stopPullDownRefresh());
  });
  return (
    <PageFrame className="classes">
      <TabNotices />
      {timetable.status === "loading" ? (
        <ListSkeleton rows={3} />
      ) : timetable.status === "failed" ? (
        <Failure failure={timetable.failure} onRetry={() => void reload()} />
      ) : (
        <TimetableBoard view={timetable.value} onReload={() => void reload()} />
      )}
    </PageFrame>
  );
}
