import { View } from "@tarojs/components";
import type { EpochMs } from "../../../../shared/common/time";
import type { JobList } from "../../../../shared/jobs/job-answer";
import { Heading } from "../../ui/heading";
import { Notice } from "../../ui/notice";
import { Pressable } from "../../ui/pressable";
import { clientErrorWords, everyWords, latestWords, messageLines } from "./job-words";

const NOT_CONFIGURED =
  "还没设好微信提醒：要在服务器上填小程序和消息模板，请转给管服务器的人。没设好之前，谁也收不到提醒。";
const JOBS_LATE = "有定时任务没按时跑，提醒可能发不出去。请转给管服务器的人：看看服务器或定时器是不是停了。";
const MESSAGES_LATE = "有提醒等了很久还没发出去。要紧的事请先打电话告诉大家，再请管服务器的人看看。";

/** The warnings first, then the messages, what went wrong on phones, and each job. */
export function JobsView({ list, onReload }: { list: JobList; onReload: () => void }) {
  const now = Date.parse(list.asOf);
  const isAnyLate = list.jobs.some((job) => job.isLate);
  const { messages } = list;
  return (
    <>
      {isAnyLate ? <Notice tone="soon">! {JOBS_LATE}</Notice> : <Notice>✓ 都按时跑着</Notice>}
      {messages.isLate ? <Notice tone="soon">! {MESSAGES_LATE}</Notice> : null}
      <Pressable className="button button-plain" onPress={onReload}>
        再看一次
      </Pressable>
      <Heading level={1} className="section-title">
        微信提醒
      </Heading>
      <Messages messages={messages} now={now} />
      <Heading level={1} className="section-title">
        手机和网页上出错
      </Heading>
      <ClientErrors errors={list.clientErrors} />
      <Heading level={1} className="section-title">
        定时任务
      </Heading>
      <View className="jobs-list">
        {list.jobs.map((job) => (
          <JobCard key={job.name} job={job} now={now} />
        ))}
      </View>
    </>
  );
}

function Messages({ messages, now }: { messages: JobList["messages"]; now: EpochMs }) {
  const lines = messageLines(messages, now);
  return (
    <View className="card">
      {messages.isConfigured ? null : <View className="jobs-warning">! {NOT_CONFIGURED}</View>}
      <View className="secondary">最近 7 天</View>
      {lines.length === 0 ? <View>没有要发的提醒</View> : lines.map((line) => <View key={line}>{line}</View>)}
    </View>
  );
}

function ClientErrors({ errors }: { errors: JobList["clientErrors"] }) {
  return (
    <View className="card">
      <View className="secondary">最近 {errors.days} 天</View>
      {errors.total === 0 ? <View>✓ 没有出错</View> : <View>一共 {errors.total} 次。请把这一页转给管服务器的人。</View>}
      {errors.kinds.map((error) => (
        <View key={`${error.kind} ${error.version} ${error.platform} ${error.message}`} className="jobs-error">
          <View>{clientErrorWords(error)}</View>
          <View className="secondary">{error.message}</View>
        </View>
      ))}
    </View>
  );
}

function JobCard({ job, now }: { job: JobList["jobs"][number]; now: EpochMs }) {
  return (
    <View className="card job">
      <Heading level={2} className="job-title">
        {job.title}
      </Heading>
      {job.isLate ? <View className="jobs-warning">! 没按时跑</View> : <View className="job-well">✓ 按时</View>}
      <View>{latestWords(job, now)}</View>
      <View className="secondary">{everyWords(job.everyMinutes)}</View>
    </View>
  );
}
