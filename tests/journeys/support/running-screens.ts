import type { JobList } from "../../../shared/jobs/job-answer.js";
import { signInAs } from "./account.js";
import type { Screen } from "./screens.js";
import { COMMUNITY } from "./town.js";

/** What the server answers of its jobs, with something amiss. */
const AMISS: JobList = {
  asOf: "2026-11-18T02:00:00.000Z",
  jobs: [
    {
      name: "send-messages",
      title: "发送微信提醒",
      everyMinutes: 1,
      latest: {
        startedAt: "2026-11-18T01:00:00.000Z",
        outcome: "failed",
        changed: 0,
        doneAt: "2026-11-17T11:02:00.000Z",
      },
      isLate: true,
    },
    { name: "trim-audit", title: "清掉 3 年前的操作记录", everyMinutes: 1_440, latest: null, isLate: true },
  ],
  messages: {
    isConfigured: true,
    waiting: 12,
    waitingSince: "2026-11-17T11:10:00.000Z",
    isLate: true,
    sent: 230,
    declined: 41,
    failed: 2,
    unknown: 3,
    notSendable: 7,
  },
  clientErrors: {
    days: 7,
    total: 1_225,
    kinds: [
      {
        kind: "error",
        message: "TypeError: Cannot read property 'open' of undefined",
        stack: "at show (pages/nearby/index.js:1:20433)",
        page: "/pages/nearby/index",
        version: "0.1.0",
        platform: "wechat",
        count: 1_219,
      },
      {
        kind: "rejection",
        message:
          "Error: https://yizhan.example/visitor-station-index/chunk-vendors-and-everything-that-has-no-space-in-it.js… failed to load",
        stack: "",
        page: "/visitor/station/index",
        version: "0.1.0",
        platform: "web",
        count: 3,
      },
      {
        kind: "page_not_found",
        message: "no page pages/gone/index",
        stack: "",
        page: "",
        version: "0.0.9",
        platform: "wechat",
        count: 1,
      },
    ],
  },
};

/** What officers see of what runs by itself and of who changed what, in every state that looks different. */
export const RUNNING_SCREENS: readonly Screen[] = [
  {
    name: "union, running",
    show: async (visitor) => {
      await signInAs(visitor, "示例干部");
      await visitor.page.getByRole("button", { name: "运行情况" }).click();
      await visitor.page.getByRole("heading", { name: "发送微信提醒" }).waitFor();
    },
  },
  {
    name: "union, running late",
    show: async (visitor) => {
      await visitor.page.route("**/api/jobs", (route) => route.fulfill({ json: AMISS }));
      await signInAs(visitor, "示例干部");
      await visitor.page.goto("/#/union/jobs/index");
      await visitor.page.getByText("有定时任务没按时跑").waitFor();
    },
  },
  {
    name: "union, running, asked",
    show: async (visitor) => {
      await visitor.page.route("**/api/jobs", () => undefined);
      await signInAs(visitor, "示例干部");
      await visitor.page.goto("/#/union/jobs/index");
      await visitor.page.getByRole("status", { name: "正在找" }).waitFor();
    },
  },
  {
    name: "union, one station's record",
    show: async (visitor) => {
      await signInAs(visitor, "示例干部");
      await visitor.page.goto("/#/visitor/station/index?id=st_community");
      await visitor.page.getByRole("button", { name: "谁改过什么" }).click();
      await visitor.page.getByRole("heading", { name: `${COMMUNITY}的操作记录` }).waitFor();
    },
  },
  {
    name: "union, no record",
    show: async (visitor) => {
      await visitor.page.route("**/api/audit*", (route) => route.fulfill({ json: { entries: [], nextCursor: null } }));
      await signInAs(visitor, "示例干部");
      await visitor.page.goto("/#/union/audit/index");
      await visitor.page.getByRole("heading", { name: "还没有操作记录" }).waitFor();
    },
  },
];
