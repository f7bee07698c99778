import type { EpochMs } from "../../../../shared/common/time";
import type { JobList } from "../../../../shared/jobs/job-answer";
import { pastTimeWords } from "../../ui/words/clock-words";

type JobItem = JobList["jobs"][number];
type Messages = JobList["messages"];

/** 每分钟跑一次, 每 5 分钟跑一次, 每天跑一次. */
export function everyWords(minutes: number): string {
  if (minutes === 1) return "每分钟跑一次";
  if (minutes % 1_440 === 0) return minutes === 1_440 ? "每天跑一次" : `每 ${minutes / 1_440} 天跑一次`;
  return minutes % 60 === 0 ? `每 ${minutes / 60} 小时跑一次` : `每 ${minutes} 分钟跑一次`;
}

/** 今天 08:10 跑过,处理了 3 条; 今天 08:10 没跑成,上次跑成是昨天 19:02; 还没跑过. */
export function latestWords({ latest }: Pick<JobItem, "latest">, now: EpochMs): string {
  if (latest === null) return "还没跑过";
  const when = pastTimeWords(Date.parse(latest.startedAt), now);
  if (latest.outcome === "done")
    return latest.changed === 0 ? `${when} 跑过，没有要处理的` : `${when} 跑过，处理了 ${latest.changed} 条`;
  const before = latest.doneAt === null ? "从没跑成过" : `上次跑成是${pastTimeWords(Date.parse(latest.doneAt), now)}`;
  return `${when} 没跑成，${before}`;
}

/** What became of the messages of the last seven days, a line each; what did not happen is left out. */
export function messageLines(messages: Messages, now: EpochMs): string[] {
  const { waiting, waitingSince, sent, declined, failed, unknown, notSendable } = messages;
  const since = waitingSince === null ? "" : `，最早的从${pastTimeWords(Date.parse(waitingSince), now)} 等到现在`;
  const lines: [number, string][] = [
    [waiting, `${waiting} 条等着发${since}`],
    [sent, `${sent} 条发出去了`],
    [declined, `${declined} 条没发，对方没同意收提醒`],
    [notSendable, `${notSendable} 条没发，对方没绑微信，或者这种提醒没设模板`],
    [failed, `${failed} 条没发成，微信不收`],
    [unknown, `${unknown} 条不知道到没到，为了不重复打扰，没有再发`],
  ];
  return lines.filter(([count]) => count > 0).map(([, line]) => line);
}

/** 12 次，微信 0.1.0 版，在 /pages/nearby/index. */
export function clientErrorWords(error: JobList["clientErrors"]["kinds"][number]): string {
  const { count, platform, version, page } = error;
  const where = page === "" ? "" : `，在 ${page}`;
  return `${count} 次，${platform === "wechat" ? "微信" : "网页"} ${version} 版${where}`;
}
