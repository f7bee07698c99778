import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { ChangeAuthor } from "../../shared/audit/audit-entry.js";
import { instantText } from "../../shared/core/instant.js";
import { StationId } from "../../shared/stations/station.js";
import { NewReport, ReportId } from "../../shared/trust/report.js";
import { MyReports, ReportAnswer } from "../../shared/trust/report-answer.js";
import { TASK_STATES } from "../../shared/trust/task-states.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer, jsonBody } from "../http/answers.js";
import { type AppEnv, createRouter } from "../http/app-env.js";
import { clientAddress } from "../http/client-address.js";
import { CLIENT_HEADER } from "../http/doer-of.js";
import { acceptSignIn } from "../http/who-asks.js";
import { listOwnReports } from "./list-own-reports.js";
import { answerReport } from "./move-task.js";
import { reportAtDoor } from "./report-at-door.js";
import { type Evidence, ownFingerprints, whoReports } from "./who-reports.js";

const DEVICE_HEADER = "X-Device-Id";
/** Random, made on the phone, so that nobody else's is guessed. */
const DEVICE_ID = /^[\w-]{16,64}$/;
const WECHAT_CODE_HEADER = "X-WeChat-Code";
const LONGEST_WECHAT_CODE = 128;

const newReportRoute = createRoute({
  method: "post",
  path: "/{id}/reports",
  summary: "Say that a door is shut or something is wrong, with or without signing in",
  description: `Signed out, \`${DEVICE_HEADER}\` (16 to 64 letters, digits, - and _, random) finds a phone's own reports. In
WeChat, \`${WECHAT_CODE_HEADER}\`, the code of a \`wx.login\` of just now, makes it the word of one person, who can turn a
station together with another; without either, a report moves it down.`,
  request: { params: z.object({ id: StationId }), body: jsonBody(NewReport) },
  responses: {
    201: jsonAnswer("Noted", ReportAnswer),
    ...errorAnswers("malformed_json", "invalid_input", "sign_in_expired", "not_found", "conflict", "too_many_reports"),
  },
});

const myReportsRoute = createRoute({
  method: "get",
  path: "/mine",
  summary: "The reports of this account or device, newest first, and how far each got",
  responses: { 200: jsonAnswer("At most 50", MyReports), ...errorAnswers("invalid_input", "sign_in_expired") },
});

const answerRoute = (move: "confirm" | "reopen", summary: string) =>
  createRoute({
    method: "post",
    path: `/{id}/${move}`,
    summary,
    request: { params: z.object({ id: ReportId }) },
    responses: {
      200: jsonAnswer("The state it is in now", z.object({ id: ReportId, state: z.enum(TASK_STATES) })),
      ...errorAnswers("invalid_input", "sign_in_expired", "not_found", "task_moved_on"),
    },
  });

/** `POST /api/stations/{id}/reports`, for everybody. */
export function newReportRoutes(deps: Dependencies) {
  const router = createRouter();
  router.on("POST", "/:id/reports", acceptSignIn(deps));
  return router.openapi(newReportRoute, async (c) => {
    const answer = await reportAtDoor(deps, {
      stationId: c.req.valid("param").id,
      said: c.req.valid("json"),
      reporter: await whoReports(deps, evidenceOf(deps, c)),
      userId: c.get("asker")?.id ?? null,
      way: wayOf(c),
    });
    return c.json(answer, 201);
  });
}

/** What reporters see and say of their own reports. */
export function ownReportRoutes(deps: Dependencies) {
  const answer = async (c: Context<AppEnv>, reportId: string, move: "confirm" | "reopen") => {
    const author: ChangeAuthor = { userId: null, role: null, way: wayOf(c) };
    const { state } = await answerReport(deps, {
      reportId,
      move,
      reporter: ownFingerprints(deps, evidenceOf(deps, c)),
      author,
    });
    return { id: reportId, state };
  };
  const router = createRouter();
  router.use(acceptSignIn(deps));
  return router
    .openapi(myReportsRoute, async (c) => {
      const { account, device } = ownFingerprints(deps, evidenceOf(deps, c));
      const reports = await listOwnReports(
        deps,
        [account, device].filter((one) => one !== null),
      );
      c.header("Cache-Control", "no-store");
      return c.json({ asOf: instantText(deps.clock()), reports }, 200);
    })
    .openapi(answerRoute("confirm", "It is right now (whoever reported it)"), async (c) =>
      c.json(await answer(c, c.req.valid("param").id, "confirm"), 200),
    )
    .openapi(answerRoute("reopen", "It is not right yet, once (whoever reported it)"), async (c) =>
      c.json(await answer(c, c.req.valid("param").id, "reopen"), 200),
    );
}

function evidenceOf({ trustProxy }: Pick<Dependencies, "trustProxy">, c: Context<AppEnv>): Evidence {
  const deviceId = c.req.header(DEVICE_HEADER);
  if (deviceId !== undefined && !DEVICE_ID.test(deviceId)) {
    throw new ApiError("invalid_input", [{ path: DEVICE_HEADER, message: "16 到 64 个字母、数字、- 或 _" }]);
  }
  const wechatCode = c.req.header(WECHAT_CODE_HEADER) ?? "";
  return {
    user: c.get("asker"),
    // One that cannot be a code vouches for nobody, and is no reason to lose a report.
    wechatCode: wechatCode === "" || wechatCode.length > LONGEST_WECHAT_CODE ? null : wechatCode,
    deviceId: deviceId ?? null,
    network: clientAddress(c, trustProxy).network,
  };
}

function wayOf(c: Context<AppEnv>): "page" | "api" {
  return c.req.header(CLIENT_HEADER) === "page" ? "page" : "api";
}
