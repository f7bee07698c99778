import { KEPT_DAYS } from "../../shared/common/kept-days.js";
import { keptWords } from "../../shared/common/kept-words.js";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../shared/common/time.js";
import { makeSessions } from "../classes/make-sessions.js";
import { seedDemoClasses } from "../demo/seed-demo-classes.js";
import { tellGroups } from "../groups/tell-groups.js";
import { askHolidays } from "../holidays/ask-holidays.js";
import { forgetLongWork, runLongWork } from "../long-work/run-long-work.js";
import { tellOfTasks, tellWhatAges } from "../notices/tell-due.js";
import { tellNews } from "../notices/tell-news.js";
import { sendMessages } from "../outbox/send-messages.js";
import { deleteIdleAccounts } from "../people/delete-idle-accounts.js";
import { resealSome } from "../people/reseal.js";
import { settleCities } from "../stations/settle-cities.js";
import { eraseOldWishes } from "../wishes/forget-wishes.js";
import { settleLapsed } from "../wishes/settle-wishes.js";
import type { Job } from "./jobs.js";

/** Every job, in the order in which they run. */
export const JOBS: readonly Job[] = [
  {
    name: "settle-classes",
    title: `更新报名和候补，清掉${keptWords(KEPT_DAYS.bookings)}前的考勤`,
    everyMs: MINUTE_MS,
    run: async ({ bookings, clock }) => ({ changed: await inHelpings(() => bookings.settleDue(clock(), 50)) }),
  },
  {
    name: "make-class-sessions",
    title: "排出以后的课次",
    everyMs: 6 * HOUR_MS,
    run: async (deps) => {
      if (deps.mode === "demo") await seedDemoClasses(deps);
      return makeSessions(deps);
    },
  },
  {
    name: "settle-cities",
    title: "没有区划代码的驿站归到它的市",
    everyMs: HOUR_MS,
    run: settleCities,
  },
  {
    name: "tell-news",
    title: "有人报门没开、有新任务时通知站长",
    everyMs: MINUTE_MS,
    run: tellNews,
  },
  {
    name: "tell-groups",
    title: "在群里说要盯的事",
    everyMs: MINUTE_MS,
    run: tellGroups,
  },
  {
    name: "tell-of-tasks",
    title: "任务快到期、超时了通知站长和干部",
    everyMs: 10 * MINUTE_MS,
    run: tellOfTasks,
  },
  {
    name: "tell-what-ages",
    title: "药品快过期、多天没确认时问站长",
    everyMs: 6 * HOUR_MS,
    run: tellWhatAges,
  },
  {
    name: "send-messages",
    title: "发送微信提醒",
    everyMs: MINUTE_MS,
    run: sendMessages,
  },
  {
    name: "forget-messages",
    title: `清掉${keptWords(KEPT_DAYS.messages)}前的提醒记录`,
    everyMs: DAY_MS,
    run: async ({ outbox, clock }) => ({ changed: await inHelpings(() => outbox.forget(clock())) }),
  },
  {
    name: "forget-reports",
    title: `抹去${keptWords(KEPT_DAYS.reports)}前的反馈里写的话`,
    everyMs: DAY_MS,
    run: async ({ reports, clock }) => ({ changed: await inHelpings(() => reports.forgetOld(clock())) }),
    isRecorded: true,
  },
  {
    name: "settle-wishes",
    title: ({ confirmDays }) => `到期的心愿认领退回，没等到回话的收起，送达满${keptWords(confirmDays)}的算办结`,
    everyMs: MINUTE_MS,
    run: async (deps) => ({ changed: await inHelpings(() => settleLapsed(deps)) }),
  },
  {
    name: "erase-wishes",
    title: ({ keptDays }) => `抹去办完${keptWords(keptDays)}的心愿里的联系方式和原话`,
    everyMs: DAY_MS,
    run: async (deps) => ({ changed: await inHelpings(() => eraseOldWishes(deps)) }),
    isRecorded: true,
  },
  {
    name: "ask-holidays",
    title: "放假前 10、7、3、1 天，问站长假期开不开",
    everyMs: 10 * MINUTE_MS,
    run: askHolidays,
  },
  {
    name: "keep-coverage",
    title: "记下各市今天 15 分钟服务圈的覆盖，和看板这个月的数",
    everyMs: HOUR_MS,
    // Loaded when it runs: what cells are made with is large.
    run: async (deps, signal) => {
      const kept = await (await import("../circle/keep-coverage-days.js")).keepCoverageDays(deps, signal);
      await (await import("../board/keep-board-months.js")).keepBoardMonths(deps, signal);
      return kept;
    },
  },
  {
    name: "settle-demand",
    title: "把前一天没找到驿站的人次按格子、按小时加起来",
    everyMs: HOUR_MS,
    // Loaded when it runs: what cells are made with is large.
    run: async (deps, signal) => (await import("../demand/settle-demand.js")).settleDemand(deps, signal),
  },
  {
    name: "reseal",
    title: "用新的密钥重新加密",
    everyMs: MINUTE_MS,
    run: resealSome,
  },
  {
    name: "delete-idle-accounts",
    title: `注销${keptWords(KEPT_DAYS.idleAccounts)}没用过的账号`,
    everyMs: DAY_MS,
    run: deleteIdleAccounts,
    isRecorded: true,
  },
  {
    name: "do-long-work",
    title: "接着做要做很久的事(导出记录、成批的海报、大份的名单)",
    everyMs: MINUTE_MS,
    run: runLongWork,
  },
  {
    name: "forget-long-work",
    title: "清掉一天前做好的文件",
    everyMs: HOUR_MS,
    run: forgetLongWork,
  },
  {
    name: "trim-audit",
    title: `清掉${keptWords(KEPT_DAYS.record)}前的操作记录`,
    everyMs: DAY_MS,
    run: async ({ audit, wallClock }) => ({ changed: await audit.trim(wallClock()) }),
    isRecorded: true,
  },
];

/** Repeats what does a part at a time until there is nothing left, within reason: the rest is for the next day. */
async function inHelpings(take: () => Promise<number>): Promise<number> {
  let changed = 0;
  for (let helping = 0; helping < 20; helping += 1) {
    const taken = await take();
    changed += taken;
    if (taken === 0) break;
  }
  return changed;
}
