import Taro, { usePullDownRefresh } from "@tarojs/taro";
import { useCallback, useEffect } from "react";
import { SeatOfferBanner } from "../../classes/seat-offer-banner";
import { Failure } from "../../components/message";
import { PageFrame } from "../../components/page-frame";
import { ListSkeleton } from "../../components/skeleton";
import { useSignIn } from "../../http/sign-in";
import { useLoadable } from "../../http/use-loadable";
import { mayLocateUnasked, takePosition } from "../../location/origin-store";
import { useReturn } from "../../navigation/use-return";
import { useSharing } from "../../navigation/use-sharing";
import { TimetableBoard } from "./timetable-board";
import { loadTimetable } from "./timetable-query";
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
      <SeatOfferBanner />
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
