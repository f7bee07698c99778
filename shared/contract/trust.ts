import { z } from "zod";
import { REPORT_LIMITS } from "../common/field-limits.js";
import { wordsUpTo } from "../common/free-text.js";
import { wholeNumberText } from "../common/query-text.js";
import { UserId } from "../people/user.js";
import { StationId } from "../stations/station.js";
import { Dispatch, DispatchAnswer } from "../trust/dispatch.js";
import { NewReport, REPORT_KINDS, ReportId, TaskId } from "../trust/report.js";
import { Dismissal, DismissalAnswer, MyReports, ReportAnswer, TaskList } from "../trust/report-answer.js";
import { TASK_STATES } from "../trust/task-states.js";
import type { Contract } from "./endpoint.js";

const answered = {
  permission: "known",
  write: "once",
  params: z.object({ id: ReportId }),
  answer: z.object({ id: ReportId, state: z.enum(TASK_STATES) }),
  answers: "The state it is in now",
  errors: ["not_found", "task_moved_on"],
} as const;

/** What people say at the door, and what they see and say of their own reports. */
export const newReportContract = {
  reportStation: {
    route: "POST /stations/:id/reports",
    summary: "Say that a door is shut or something is wrong, with or without signing in",
    description:
      "Signed out, `X-Device-Id` (16 to 64 letters, digits, - and _, random) finds a phone's own reports. In WeChat, " +
      "`X-WeChat-Code`, the code of a `wx.login` of just now, makes it the word of one person, who can turn a station " +
      "together with another; without either, a report moves it down.",
    permission: "known",
    write: "once",
    params: z.object({ id: StationId }),
    body: NewReport,
    status: 201,
    answer: ReportAnswer,
    answers: "Noted",
    errors: ["not_found", "conflict", "too_many_reports"],
  },
} as const satisfies Contract;

export const ownReportContract = {
  listMyReports: {
    route: "GET /reports/mine",
    summary: "The reports of this account or device, newest first, and how far each got",
    permission: "known",
    answer: MyReports,
    answers: "At most 50",
    errors: ["invalid_input"],
  },
  confirmReport: {
    route: "POST /reports/:id/confirm",
    summary: "It is right now (whoever reported it)",
    ...answered,
  },
  reopenReport: {
    route: "POST /reports/:id/reopen",
    summary: "It is not right yet, once (whoever reported it)",
    ...answered,
  },
} as const satisfies Contract;

const DistrictPrefix = z
  .string()
  .regex(/^\d{2}(?:\d{2}){0,2}$/, { error: "要填 64、6401、640104 这样的区划代码" })
  .meta({ description: "A code, or its beginning" });

const moved = {
  permission: "task:handle",
  write: "repeatable",
  params: z.object({ id: TaskId }),
  answer: z.object({ id: TaskId, state: z.enum(TASK_STATES) }),
  answers: "The state it is in now",
  errors: ["not_found", "task_moved_on", "words_refused"],
} as const;

/** What keepers and officers do about reports. */
export const taskContract = {
  listTasks: {
    route: "GET /tasks",
    summary: "What was reported: a keeper's stations, an officer's reach (keeper, officer)",
    permission: "task:handle",
    query: z.object({
      stationId: StationId.optional(),
      state: z
        .enum([...TASK_STATES, "open"])
        .optional()
        .meta({ description: "`open`: all with something left to do" }),
      kind: z.enum(REPORT_KINDS).optional(),
      district: DistrictPrefix.optional(),
      olderDays: wholeNumberText(1, 999).optional().meta({ description: "Made at least so many days ago" }),
      assignee: z
        .union([UserId, z.enum(["me", "none"])])
        .optional()
        .meta({ description: "Whom they are given to; `none`: nobody" }),
      waiting: z.enum(["yes", "no"]).optional().meta({ description: "Whether a part is waited for" }),
      cursor: z
        .string()
        .regex(/^[01]-\d{15}-tk_[a-z0-9]{8,40}$/)
        .optional()
        .meta({ description: "`nextCursor` of the page before, asked for in the same way" }),
    }),
    answer: TaskList,
    answers: "A page, overdue ones first, then the newest",
  },
  dismissTasks: {
    route: "POST /tasks/dismiss",
    summary: "Dismiss a flood: what only people reported whom nobody vouches for (officer)",
    permission: "task:dismiss",
    write: "repeatable",
    body: Dismissal,
    answer: DismissalAnswer,
    answers: "How many",
    errors: ["conflict"],
  },
  dispatchTasks: {
    route: "POST /tasks/dispatch",
    summary: "Give up to 50 tasks to somebody, let them wait for a part, ask for them, or answer them (officer)",
    description:
      "Each succeeds or not by itself. `assign` with null gives a task to nobody, `wait` with null ends the waiting. " +
      "Who is asked again within an hour is not.",
    permission: "task:dispatch",
    write: "repeatable",
    body: Dispatch,
    answer: DispatchAnswer,
    answers: "What became of each",
    errors: ["words_refused", "conflict"],
  },
  acceptTask: { route: "POST /tasks/:id/accept", summary: "Somebody looks after it (keeper, officer)", ...moved },
  resolveTask: {
    route: "POST /tasks/:id/resolve",
    summary: "Say what was done; that the amenity works again, in the same tap (keeper, officer)",
    body: z.strictObject({ done: wordsUpTo(REPORT_LIMITS.done), amenityWorks: z.boolean().default(false) }),
    ...moved,
  },
} as const satisfies Contract;
