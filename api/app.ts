import { z } from "zod";
import type { Dependencies } from "./dependencies.js";
import { healthRoutes, settingsRoutes } from "./health/health-routes.js";
import { createRouter } from "./http/app-env.js";
import { type App, appOfFeatures, type Feature, lazy, ready } from "./http/app-of-features.js";
import { awaitReplicas } from "./http/await-replicas.js";
import { bodyLimits } from "./http/body-limits.js";
import { SECURITY_SCHEMES } from "./http/describe-endpoint.js";
import { idempotency } from "./http/idempotency.js";
import { inputSentence } from "./http/input-sentences.js";
import { answerNotFound } from "./http/not-found.js";
import {
  demoDate,
  findCaller,
  rateLimit,
  requestFrame,
  requireNewClient,
  WRITING_METHODS,
} from "./http/request-context.js";
import { errorSender } from "./http/send-error.js";
import { districtRoutes, stationRoutes } from "./stations/station-routes.js";

z.config({ ...z.locales.zhCN(), customError: inputSentence });

/** The API, every route under `/api`, the same on Vercel, on Node and in tests. */
export function createApp(deps: Dependencies): App {
  const sendError = errorSender(deps);
  const around = [
    requestFrame(deps),
    requireNewClient(deps),
    ...(deps.demoClock ? [demoDate(deps.demoClock)] : []),
    findCaller(deps),
    rateLimit(deps),
  ];
  const aroundWrites = [
    bodyLimits(),
    ...(deps.replication ? [awaitReplicas(deps.replication)] : []),
    idempotency(deps),
  ];
  const base = () => {
    const app = createRouter();
    app.onError(sendError);
    app.notFound(answerNotFound(app));
    app.use(...around);
    app.on(WRITING_METHODS, ["*"], ...aroundWrites);
    return app;
  };
  return appOfFeatures(featuresOf(deps), base, "/api/openapi.json", (app, path) => {
    for (const [name, scheme] of Object.entries(SECURITY_SCHEMES)) {
      app.openAPIRegistry.registerComponent("securitySchemes", name, scheme);
    }
    app.doc31(path, {
      openapi: "3.1.0",
      info: {
        title: "Yizhan 驿站",
        version: deps.version,
        description: "Rest stations for people who work outdoors.",
        license: { name: "MIT", url: "https://opensource.org/license/mit" },
      },
      servers: [{ url: "/" }],
    });
  });
}

/**
 * Every feature; where two could answer the same request, the one that stands first does. Finding a station is there from
 * the start, everything else when it is first asked for: docs/decisions/0021-cold-start.md.
 */
function featuresOf(deps: Dependencies): Feature[] {
  const { demoClock } = deps;
  return [
    ready("/api", healthRoutes(deps)),
    ready("/api", settingsRoutes(deps)),
    lazy("/api/docs", async () => (await import("./docs/docs-routes.js")).docsRoutes()),

    lazy("/api", async () => (await import("./stations/import/import-routes.js")).importRoutes(deps), [
      "/api/stations/import",
      "/api/stations/imports",
    ]),
    lazy("/api", async () => (await import("./changes/change-routes.js")).changeRoutes(deps), [
      "/api/stations/bulk",
      "/api/changes",
    ]),
    lazy("/api", async () => (await import("./stations/keeper-routes.js")).keeperRoutes(deps), [
      "/api/stations/mine",
      "/api/stations/:id/closure",
      "/api/stations/:id/amenities",
      "/api/stations/:id/services",
      "/api/stations/:id/today",
      "/api/stations/:id/days",
      "/api/stations/:id/facts",
      "/api/stations/:id/shown",
      "/api/stations/:id/confirm",
    ]),
    lazy("/api", async () => (await import("./posters/poster-batch-routes.js")).posterBatchRoutes(deps), [
      "/api/stations/posters",
    ]),
    ready("/api", stationRoutes(deps)),
    lazy("/api", async () => (await import("./posters/poster-routes.js")).posterRoutes(deps), [
      "/api/stations/:id/poster.pdf",
      "/api/stations/:id/poster.png",
    ]),
    lazy("/api", async () => (await import("./holidays/holiday-routes.js")).holidayRoutes(deps), [
      "/api/holidays",
      "/api/stations/:id/holiday.pdf",
    ]),
    lazy("/api", async () => (await import("./photos/photo-routes.js")).photoRoutes(deps), [
      "/api/stations/:id/photos",
    ]),
    lazy("/api", async () => (await import("./photos/photo-routes.js")).waitingPhotoRoutes(deps), ["/api/photos"]),
    lazy("/api", async () => (await import("./wechat/push-routes.js")).wechatPushRoutes(deps), ["/api/wechat/push"]),
    lazy("/api", async () => (await import("./trust/report-routes.js")).newReportRoutes(deps), [
      "/api/stations/:id/reports",
    ]),
    lazy("/api", async () => (await import("./trust/report-routes.js")).ownReportRoutes(deps), ["/api/reports"]),
    lazy("/api", async () => (await import("./trust/task-routes.js")).taskRoutes(deps), ["/api/tasks"]),
    lazy("/api", async () => (await import("./packs/pack-routes.js")).packRoutes(deps), ["/api/packs"]),
    ready("/api", districtRoutes(deps)),

    // Before those of one course or class, whose `/:id` would match them too.
    lazy("/api", async () => (await import("./classes/import/course-table-routes.js")).courseTableRoutes(deps), [
      "/api/courses",
    ]),
    lazy("/api", async () => (await import("./classes/attendance-routes.js")).attendanceRoutes(deps), ["/api/classes"]),
    lazy("/api", async () => (await import("./classes/course-routes.js")).courseRoutes(deps), ["/api/courses"]),
    lazy("/api", async () => (await import("./classes/session-routes.js")).sessionRoutes(deps), ["/api/classes"]),
    lazy("/api", async () => (await import("./classes/hall-routes.js")).hallRoutes(deps), [
      "/api/halls",
      "/api/venues",
    ]),
    lazy("/api", async () => (await import("./classes/calendar-routes.js")).calendarRoutes(deps), [
      "/api/classes",
      "/api/venues",
    ]),
    lazy("/api", async () => (await import("./classes/timetable-routes.js")).timetableRoutes(deps), ["/api/classes"]),
    lazy("/api", async () => (await import("./classes/booking-routes.js")).bookingRoutes(deps), ["/api/classes"]),
    lazy("/api", async () => (await import("./classes/roster-routes.js")).rosterRoutes(deps), ["/api/classes"]),
    lazy("/api", async () => (await import("./classes/booking-routes.js")).ownBookingRoutes(deps), ["/api/bookings"]),
    lazy("/api", async () => (await import("./wanted-classes/wanted-routes.js")).wantedRoutes(deps), [
      "/api/wanted-classes",
    ]),
    lazy("/api", async () => (await import("./classes/appeal-routes.js")).appealRoutes(deps), [
      "/api/bookings",
      "/api/appeals",
    ]),

    lazy("/api", async () => (await import("./audit/audit-routes.js")).auditRoutes(deps), ["/api/audit"]),
    lazy("/api", async () => (await import("./long-work/long-work-routes.js")).longWorkRoutes(deps), [
      "/api/long-work",
    ]),
    lazy("/api", async () => (await import("./jobs/job-routes.js")).jobRoutes(deps), ["/api/jobs"]),
    lazy("/api", async () => (await import("./client-errors/client-error-routes.js")).clientErrorRoutes(deps), [
      "/api/client-errors",
    ]),
    lazy("/api", async () => (await import("./outbox/message-routes.js")).messageRoutes(deps), ["/api/messages"]),
    lazy("/api", async () => (await import("./groups/group-routes.js")).groupRoutes(deps), ["/api/groups"]),
    lazy("/api", async () => (await import("./desk/desk-routes.js")).deskRoutes(deps), ["/api/desk"]),
    lazy("/api", async () => (await import("./open-data/parcel-routes.js")).parcelRoutes(deps), [
      "/api/open-data/parcels",
    ]),
    lazy("/api", async () => (await import("./open-data/open-data-routes.js")).openDataRoutes(deps), [
      "/api/open-data",
    ]),
    lazy("/api", async () => (await import("./public-lists/public-list-routes.js")).publicListRoutes(deps), [
      "/api/public-lists",
    ]),
    lazy("/api", async () => (await import("./checks/check-routes.js")).checkRoutes(deps), ["/api/checks"]),
    lazy("/api", async () => (await import("./board/board-routes.js")).boardRoutes(deps), ["/api/board"]),
    lazy("/api", async () => (await import("./circle/circle-routes.js")).circleRoutes(deps), [
      "/api/coverage",
      "/api/circle",
    ]),
    lazy("/api", async () => (await import("./circle/scenario-routes.js")).scenarioRoutes(deps), ["/api/scenarios"]),
    lazy("/api", async () => (await import("./missing-stations/missing-routes.js")).missingStationRoutes(deps), [
      "/api/missing-stations",
    ]),
    lazy("/api", async () => (await import("./demand/demand-routes.js")).demandRoutes(deps), ["/api/demand"]),
    lazy("/api", async () => (await import("./month-reports/month-report-routes.js")).monthReportRoutes(deps), [
      "/api/month-reports",
    ]),
    lazy("/api", async () => (await import("./uniformity/uniformity-routes.js")).uniformityRoutes(deps), [
      "/api/uniformity",
    ]),

    // Before those of one wish, whose `/:id` would match them too.
    lazy("/api", async () => (await import("./wishes/open-wish-routes.js")).openWishRoutes(deps), ["/api/wishes"]),
    lazy("/api", async () => (await import("./wishes/wish-move-routes.js")).wishMoveRoutes(deps), ["/api/wishes"]),
    lazy("/api", async () => (await import("./wishes/wish-routes.js")).wishRoutes(deps), ["/api/wishes"]),

    lazy("/api", async () => (await import("./people/sign-in-routes.js")).signInRoutes(deps), [
      "/api/sign-in",
      "/api/sign-out",
    ]),
    lazy("/api", async () => (await import("./people/role-routes.js")).roleRoutes(deps), [
      "/api/invitations",
      "/api/people",
    ]),
    lazy("/api", async () => (await import("./people/account-routes.js")).accountRoutes(deps), ["/api/me"]),
    ...(demoClock === null
      ? []
      : [
          lazy("/api", async () => (await import("./demo/demo-routes.js")).demoRoutes(deps, demoClock), [
            "/api/sign-in/demo",
            "/api/demo",
          ]),
        ]),
  ];
}
