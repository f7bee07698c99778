import { z } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import type { ErrorCode } from "../shared/contract/error-codes.js";
import { ApiError } from "./api-error.js";
import { auditRoutes } from "./audit/audit-routes.js";
import { appealRoutes, ownAppealRoutes } from "./classes/appeal-routes.js";
import { attendanceRoutes } from "./classes/attendance-routes.js";
import { bookingRoutes, ownBookingRoutes } from "./classes/booking-routes.js";
import { sessionCalendarRoutes, venueCalendarRoutes } from "./classes/calendar-routes.js";
import { courseRoutes } from "./classes/course-routes.js";
import { hallRoutes, venueRoutes } from "./classes/hall-routes.js";
import { courseTableRoutes } from "./classes/import/course-table-routes.js";
import { cancelClassRoutes, checkInRoutes, rosterRoutes } from "./classes/roster-routes.js";
import { sessionRoutes } from "./classes/session-routes.js";
import { timetableRoutes } from "./classes/timetable-routes.js";
import { demoRoutes } from "./demo/demo-routes.js";
import type { Dependencies } from "./dependencies.js";
import { docsRoutes } from "./docs/docs-routes.js";
import { healthRoutes } from "./health/health-routes.js";
import { createRouter } from "./http/app-env.js";
import { idempotency } from "./http/idempotency.js";
import { inputSentence } from "./http/input-sentences.js";
import { demoDate, isRead, rateLimit, requestContext, requestLog } from "./http/request-context.js";
import { errorSender } from "./http/send-error.js";
import { jobRoutes } from "./jobs/job-routes.js";
import { messageRoutes } from "./outbox/message-routes.js";
import { packRoutes } from "./packs/pack-routes.js";
import { accountRoutes } from "./people/account-routes.js";
import { roleRoutes } from "./people/role-routes.js";
import { signInRoutes } from "./people/sign-in-routes.js";
import { LARGEST_PHOTO_BYTES, PHOTO_PATH, photoRoutes, waitingPhotoRoutes } from "./photos/photo-routes.js";
import { posterRoutes } from "./posters/poster-routes.js";
import { importRoutes, LARGEST_LIST_BYTES } from "./stations/import/import-routes.js";
import { keeperRoutes } from "./stations/keeper-routes.js";
import { districtRoutes, stationRoutes } from "./stations/station-routes.js";
import { newReportRoutes, ownReportRoutes } from "./trust/report-routes.js";
import { taskRoutes } from "./trust/task-routes.js";
import { uniformityRoutes } from "./uniformity/uniformity-routes.js";
import { wechatPushRoutes } from "./wechat/push-routes.js";
import { wishMoveRoutes } from "./wishes/wish-move-routes.js";
import { wishQueueRoutes } from "./wishes/wish-queue-routes.js";
import { wishRoutes } from "./wishes/wish-routes.js";

z.config({ ...z.locales.zhCN(), customError: inputSentence });

/** The largest body of a write, apart from an imported list. */
const LARGEST_BODY_BYTES = 256 * 1024;
const IMPORT_PATH = "/api/stations/import";
/** Whose bodies are whole lists. */
const LIST_PATHS: ReadonlySet<string> = new Set([IMPORT_PATH, "/api/courses/import"]);

/** The API, every route under `/api`, the same on Vercel, on Node and in tests. */
export function createApp(deps: Dependencies) {
  const app = createRouter();
  app.onError(errorSender(deps));
  app.notFound(() => {
    throw new ApiError("not_found");
  });
  app.use(secureHeaders(), requestLog(deps), demoDate(deps), requestContext(deps), rateLimit(deps));
  const limitWrite = limitBody(LARGEST_BODY_BYTES);
  const limitList = limitBody(LARGEST_LIST_BYTES);
  const limitPhoto = limitBody(LARGEST_PHOTO_BYTES, "photo_too_large");
  app.use((c, next) => {
    // Looking for the body of a read would make a whole request of what is a few headers.
    if (isRead(c.req.method)) return next();
    if (LIST_PATHS.has(c.req.path)) return limitList(c, next);
    return PHOTO_PATH.test(c.req.path) ? limitPhoto(c, next) : limitWrite(c, next);
  });
  app.use(idempotency(deps));

  app.route("/api", healthRoutes(deps));
  app.route("/api/docs", docsRoutes());
  app.route(IMPORT_PATH, importRoutes(deps));
  app.route("/api/stations", keeperRoutes(deps));
  app.route("/api/stations", stationRoutes(deps));
  app.route("/api/stations", posterRoutes(deps));
  app.route("/api/stations", photoRoutes(deps));
  app.route("/api/photos", waitingPhotoRoutes(deps));
  app.route("/api/wechat/push", wechatPushRoutes(deps));
  app.route("/api/stations", newReportRoutes(deps));
  app.route("/api/reports", ownReportRoutes(deps));
  app.route("/api/tasks", taskRoutes(deps));
  app.route("/api/packs", packRoutes(deps));
  app.route("/api/districts", districtRoutes(deps));
  app.route("/api/courses", courseTableRoutes(deps));
  app.route("/api/courses", courseRoutes(deps));
  app.route("/api/classes", sessionRoutes(deps));
  app.route("/api/classes", sessionCalendarRoutes(deps));
  app.route("/api/halls", hallRoutes(deps));
  app.route("/api/venues", venueRoutes(deps));
  app.route("/api/venues", venueCalendarRoutes(deps));
  app.route("/api/classes", attendanceRoutes(deps));
  app.route("/api/classes", timetableRoutes(deps));
  app.route("/api/classes", bookingRoutes(deps));
  app.route("/api/classes", checkInRoutes(deps));
  app.route("/api/classes", rosterRoutes(deps));
  app.route("/api/classes", cancelClassRoutes(deps));
  app.route("/api/bookings", ownBookingRoutes(deps));
  app.route("/api/bookings", ownAppealRoutes(deps));
  app.route("/api/appeals", appealRoutes(deps));
  app.route("/api/audit", auditRoutes(deps));
  app.route("/api/jobs", jobRoutes(deps));
  app.route("/api/messages", messageRoutes(deps));
  app.route("/api/uniformity", uniformityRoutes(deps));
  // Before those of one wish, whose `/:id` would match them too.
  app.route("/api/wishes", wishQueueRoutes(deps));
  app.route("/api/wishes", wishMoveRoutes(deps));
  app.route("/api/wishes", wishRoutes(deps));
  app.route("/api", signInRoutes(deps));
  app.route("/api", roleRoutes(deps));
  app.route("/api/me", accountRoutes(deps));
  if (deps.demoClock) app.route("/api", demoRoutes(deps, deps.demoClock));
  app.doc31("/api/openapi.json", {
    openapi: "3.1.0",
    info: { title: "Yizhan 驿站", version: deps.version, description: "Rest stations for people who work outdoors." },
  });
  return app;
}

function limitBody(maxSize: number, code: ErrorCode = "too_large") {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ApiError(code);
    },
  });
}
