import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { readBoardSearch } from "./board/board-search";
import { readChecksSearch } from "./checks/checks-search";
import { readClassesSearch } from "./classes/classes-search";
import { Frame } from "./frame/frame";
import { NoSuchPage } from "./frame/no-such-page";
import { readMonthReportSearch } from "./month-report/month-report-search";
import { Failed } from "./parts/failed";
import { readPeopleSearch } from "./people/people-search";
import { readRecordsSearch } from "./records/records-search";
import { readReportsSearch } from "./reports/reports-search";
import { readRollCallSearch } from "./roll-call/roll-call-search";
import { readScenarioSearch } from "./scenarios/scenario-search";
import { readTableSearch } from "./stations/table-search";
import { readWishesSearch } from "./wishes/wishes-search";

const root = createRootRoute({ component: Frame, notFoundComponent: NoSuchPage, errorComponent: Failed });

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/today" });
  },
});
const today = createRoute({
  getParentRoute: () => root,
  path: "/today",
  component: lazyRouteComponent(() => import("./today/today-page"), "TodayPage"),
});
const stations = createRoute({
  getParentRoute: () => root,
  path: "/stations",
  validateSearch: readTableSearch,
  component: lazyRouteComponent(() => import("./stations/stations-page"), "StationsPage"),
});
const importing = createRoute({
  getParentRoute: () => root,
  path: "/import",
  component: lazyRouteComponent(() => import("./import/import-page"), "ImportPage"),
});
const people = createRoute({
  getParentRoute: () => root,
  path: "/people",
  validateSearch: readPeopleSearch,
  component: lazyRouteComponent(() => import("./people/people-page"), "PeoplePage"),
});
const reports = createRoute({
  getParentRoute: () => root,
  path: "/reports",
  validateSearch: readReportsSearch,
  component: lazyRouteComponent(() => import("./reports/reports-page"), "ReportsPage"),
});
const photos = createRoute({
  getParentRoute: () => root,
  path: "/photos",
  component: lazyRouteComponent(() => import("./photos/photos-page"), "PhotosPage"),
});
const wishes = createRoute({
  getParentRoute: () => root,
  path: "/wishes",
  validateSearch: readWishesSearch,
  component: lazyRouteComponent(() => import("./wishes/wishes-page"), "WishesPage"),
});
const classes = createRoute({
  getParentRoute: () => root,
  path: "/classes",
  validateSearch: readClassesSearch,
  component: lazyRouteComponent(() => import("./classes/classes-page"), "ClassesPage"),
});
const missingStations = createRoute({
  getParentRoute: () => root,
  path: "/missing-stations",
  component: lazyRouteComponent(() => import("./missing-stations/missing-stations-page"), "MissingStationsPage"),
});
const wantedClasses = createRoute({
  getParentRoute: () => root,
  path: "/wanted-classes",
  component: lazyRouteComponent(() => import("./wanted-classes/wanted-classes-page"), "WantedClassesPage"),
});
const records = createRoute({
  getParentRoute: () => root,
  path: "/records",
  validateSearch: readRecordsSearch,
  component: lazyRouteComponent(() => import("./records/records-page"), "RecordsPage"),
});

const call = createRoute({
  getParentRoute: () => root,
  path: "/call",
  component: lazyRouteComponent(() => import("./call/call-page"), "CallPage"),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: lazyRouteComponent(() => import("./settings/settings-page"), "SettingsPage"),
});
const rollCall = createRoute({
  getParentRoute: () => root,
  path: "/roll-call",
  validateSearch: readRollCallSearch,
  component: lazyRouteComponent(() => import("./roll-call/roll-call-page"), "RollCallPage"),
});
const board = createRoute({
  getParentRoute: () => root,
  path: "/board",
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(() => import("./board/board-page"), "BoardPage"),
});
const scenarios = createRoute({
  getParentRoute: () => root,
  path: "/scenarios",
  validateSearch: readScenarioSearch,
  component: lazyRouteComponent(() => import("./scenarios/scenarios-page"), "ScenariosPage"),
});
const checks = createRoute({
  getParentRoute: () => root,
  path: "/checks",
  validateSearch: readChecksSearch,
  component: lazyRouteComponent(() => import("./checks/checks-page"), "ChecksPage"),
});
const monthReport = createRoute({
  getParentRoute: () => root,
  path: "/report",
  validateSearch: readMonthReportSearch,
  component: lazyRouteComponent(() => import("./month-report/month-report-page"), "MonthReportPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    today,
    stations,
    importing,
    people,
    records,
    reports,
    photos,
    wishes,
    classes,
    missingStations,
    wantedClasses,
    call,
    settings,
    rollCall,
    checks,
    monthReport,
    board,
    scenarios,
  ]),
  basepath: "/desk",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
