import { z } from "zod";
import { wordsUpTo } from "../core/free-text.js";
import { StationId } from "../stations/station.js";
import { NewReport, ReportId, TaskId } from "../trust/report.js";
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
  acceptTask: { route: "POST /tasks/:id/accept", summary: "Somebody looks after it (keeper, officer)", ...moved },
  resolveTask: {
    route: "POST /tasks/:id/resolve",
    summary: "Say what was done; that the amenity works again, in the same tap (keeper, officer)",
    body: z.strictObject({ done: wordsUpTo(100), amenityWorks: z.boolean().default(false) }),
    ...moved,
  },
} as const satisfies Contract;
