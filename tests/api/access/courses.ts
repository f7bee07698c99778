import { givenCourse, givenSession, givenVenue } from "../../support/given-class.js";
import { EVERYBODY, type FeatureAccess, OFFICERS, type World } from "./access.js";

const NEW_COURSE = {
  title: "零基础瑜伽",
  category: "yoga",
  venueId: "st_own",
  capacity: 20,
  schedule: {
    kind: "weekly",
    weekdays: [2],
    startsAt: "19:00",
    durationMinutes: 90,
    from: "2026-11-01",
    until: "2026-12-31",
    holidays: "skip",
    except: [],
  },
};
const TIMETABLE = "课程名称,类别,地点,星期,时间,结束日期,名额\n瑜伽,瑜伽,st_own,周三,19:00-20:30,2026-12-31,20\n";
const NEW_HALL = {
  name: "职工培训中心",
  address: "文化东街 1 号",
  district: { code: "640104", text: "兴庆区" },
  location: { latitude: 38.47, longitude: 106.29 },
};
const ELSEWHERE = { code: "410102", text: "中原区" };

async function courseAt({ test }: World, venueId: string): Promise<string> {
  const course = givenCourse({ venueId });
  await test.deps.courses.change({ what: "course", course, previous: null });
  return course.id;
}

async function sessionAt({ test }: World, venueId: string): Promise<string> {
  const district = venueId === "st_elsewhere" ? { district: ELSEWHERE } : {};
  const session = givenSession({ venue: givenVenue({ id: venueId, ...district }) });
  await test.deps.classSessions.put({ session, previous: null });
  return session.id;
}

/** What officers say of courses and of the halls where they are held. */
export const coursesAccess: FeatureAccess = {
  lines: {
    "GET /api/courses": { who: OFFICERS, bad: { path: "/api/courses?state=lost", field: "state" } },
    "POST /api/courses": {
      who: OFFICERS,
      options: { json: NEW_COURSE },
      bad: { options: { json: { ...NEW_COURSE, title: "" } }, field: "title" },
      elsewhere: { options: { json: { ...NEW_COURSE, venueId: "st_elsewhere" } } },
    },
    "GET /api/courses/:id": {
      who: OFFICERS,
      path: "/api/courses/FRESH_COURSE",
      bad: { path: "/api/courses/CO!", field: "id" },
      elsewhere: { path: "/api/courses/FRESH_DISTANT_COURSE" },
    },
    "PATCH /api/courses/:id": {
      who: OFFICERS,
      path: "/api/courses/FRESH_COURSE",
      options: { json: { scope: "all", teacher: "丁老师" } },
      bad: { options: { json: { scope: "some" } }, field: "scope" },
      elsewhere: { path: "/api/courses/FRESH_DISTANT_COURSE", options: { json: { scope: "all", teacher: "丁老师" } } },
    },
    "PUT /api/courses/:id": {
      who: OFFICERS,
      path: "/api/courses/FRESH_COURSE",
      options: { json: { ...NEW_COURSE, scope: "all" } },
      bad: {
        path: "/api/courses/FRESH_COURSE",
        options: { json: { ...NEW_COURSE, scope: "this" } },
        field: "sessionId",
      },
      elsewhere: { path: "/api/courses/FRESH_DISTANT_COURSE", options: { json: { ...NEW_COURSE, scope: "all" } } },
    },
    "POST /api/courses/import": {
      who: OFFICERS,
      path: "/api/courses/import?dryRun=true",
      options: { headers: { "content-type": "text/csv" }, body: TIMETABLE },
      bad: {
        path: "/api/courses/import?dryRun=maybe",
        options: { headers: { "content-type": "text/csv" }, body: TIMETABLE },
        field: "dryRun",
      },
    },
    "GET /api/courses/export": { who: OFFICERS, bad: { path: "/api/courses/export?format=pdf", field: "format" } },
    "POST /api/courses/:id/end": {
      who: OFFICERS,
      path: "/api/courses/FRESH_COURSE/end",
      bad: { path: "/api/courses/CO!/end", field: "id" },
      elsewhere: { path: "/api/courses/FRESH_DISTANT_COURSE/end" },
    },
    "POST /api/classes/:id/move": {
      who: OFFICERS,
      path: "/api/classes/FRESH_SESSION/move",
      options: { json: { startsAt: "2026-12-04T19:00:00+08:00" } },
      bad: { options: { json: { startsAt: "tomorrow" } }, field: "startsAt" },
      elsewhere: { path: "/api/classes/FRESH_DISTANT_SESSION/move" },
    },
    "POST /api/halls": {
      who: OFFICERS,
      options: { json: NEW_HALL },
      bad: { options: { json: { ...NEW_HALL, name: "" } }, field: "name" },
      elsewhere: { options: { json: { ...NEW_HALL, district: ELSEWHERE } } },
    },
    "PUT /api/halls/:id": {
      who: OFFICERS,
      path: "/api/halls/FRESH_HALL",
      options: { json: { ...NEW_HALL, name: "职工文化宫" } },
      bad: { path: "/api/halls/VN!", options: { json: NEW_HALL }, field: "id" },
      elsewhere: { path: "/api/halls/FRESH_HALL", options: { json: { ...NEW_HALL, district: ELSEWHERE } } },
    },
    "GET /api/venues": { who: EVERYBODY },
    "GET /api/venues/:id/calendar.ics": {
      who: EVERYBODY,
      path: "/api/venues/st_own/calendar.ics",
      bad: { path: "/api/venues/VN!/calendar.ics", field: "id" },
    },
    "GET /api/classes/:id/calendar.ics": {
      who: EVERYBODY,
      path: "/api/classes/FRESH_SESSION/calendar.ics",
      bad: { path: "/api/classes/CS!/calendar.ics", field: "id" },
    },
  },
  fresh: {
    FRESH_COURSE: (world) => courseAt(world, "st_own"),
    FRESH_DISTANT_COURSE: (world) => courseAt(world, "st_elsewhere"),
    FRESH_SESSION: (world) => sessionAt(world, "st_own"),
    FRESH_DISTANT_SESSION: (world) => sessionAt(world, "st_elsewhere"),
    FRESH_HALL: async ({ test, tokens }) => {
      const token = tokens.officer;
      const { body } = await test.call<{ id: string }>("POST", "/api/halls", { token, json: NEW_HALL });
      return body.id;
    },
  },
};
