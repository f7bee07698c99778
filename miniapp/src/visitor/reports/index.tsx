import { View } from "@tarojs/components";
import { useCallback } from "react";
import { AMENITIES } from "../../../../shared/amenities/amenity";
import { sinceWords } from "../../../../shared/notices/since-words";
import type { MyReport } from "../../../../shared/trust/report-answer";
import { isOpenTask, judgeMove } from "../../../../shared/trust/task-states";
import { AskToBeTold } from "../../features/trust/ask-to-be-told";
import { REPORT_STATE_WORDS, REPORT_WORDS } from "../../features/trust/trust-words";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { useServerNow } from "../../http/use-server-now";
import { useTask } from "../../http/use-task";
import { openNearby } from "../../navigation/pages";
import { Failure, Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import { TaskFailure } from "../../ui/task-failure";
import { pastTimeWords } from "../../ui/words/clock-words";
import "./index.scss";

/** What this phone or account reported, and how far each of it got. */
export default function MyReportsPage() {
  const load = useCallback(() => callApi("GET /reports/mine", {}), []);
  const [mine, reload] = useLoadable(load);
  if (mine.status !== "ready") {
    return (
      <PageFrame className="reports">
        {mine.status === "loading" ? <ListSkeleton rows={3} /> : <Failure failure={mine.failure} onRetry={reload} />}
      </PageFrame>
    );
  }
  const { reports } = mine.value;
  return (
    <PageFrame className="reports">
      {reports.length === 0 ? (
        <Message title="你还没报过什么" advice="到了门口发现关着，点「门关着？」，后面的人就不白跑">
          <Pressable className="button button-main" onPress={openNearby}>
            看附近的
          </Pressable>
        </Message>
      ) : (
        reports.map((report) => <ReportCard key={report.id} report={report} onChanged={reload} />)
      )}
    </PageFrame>
  );
}

function ReportCard({ report, onChanged }: { report: MyReport; onChanged: () => Promise<void> }) {
  const now = useServerNow();
  const { id, kind, amenity, note, state, done } = report;
  const [confirming, confirm] = useTask(async () => {
    await callApi("POST /reports/:id/confirm", { id });
    await onChanged();
  });
  const [reopening, reopen] = useTask(async () => {
    await callApi("POST /reports/:id/reopen", { id });
    await onChanged();
  });
  const isBusy = confirming.status === "running" || reopening.status === "running";
  return (
    <View className="card report">
      <View className="report-title">
        {report.stationName} · {amenity ? `${AMENITIES[amenity].label}${REPORT_WORDS[kind]}` : REPORT_WORDS[kind]}
      </View>
      {note ? <View>{note}</View> : null}
      <View className="secondary">{pastTimeWords(Date.parse(report.createdAt), now)} 报的</View>
      <View className="report-state">
        {REPORT_STATE_WORDS[state]}
        {done && state !== "new" ? `：${done}` : ""}
      </View>
      {done !== null && (state === "resolved" || state === "confirmed") ? (
        <View className="secondary">
          报了以后 {sinceWords(Date.parse(report.createdAt), Date.parse(report.changedAt))}有的回话
        </View>
      ) : null}
      {isOpenTask({ state }) ? <AskToBeTold reportId={id} /> : null}
      {judgeMove(report, "confirm") === "possible" ? (
        <View className="report-actions">
          <Pressable className="button button-main" disabled={isBusy} onPress={confirm}>
            好了，谢谢
          </Pressable>
          {judgeMove(report, "reopen") === "possible" ? (
            <Pressable className="button button-plain" disabled={isBusy} onPress={reopen}>
              还没好
            </Pressable>
          ) : null}
        </View>
      ) : null}
      <TaskFailure task={confirming} />
      <TaskFailure task={reopening} />
    </View>
  );
}
