import { givenCourse } from "../../support/given-class.js";
import { type FeatureAccess, OFFICERS, WORKERS, type World } from "./access.js";

const WANTED = { district: "640104", subject: "cooking" };

/** A course, and somebody who waits for it. */
async function given({ test }: World): Promise<string> {
  const course = givenCourse({ title: "家常面点" });
  await test.deps.courses.change({ what: "course", course, previous: null });
  const token = await test.signIn("worker", "想学面点的人");
  await test.call("PUT", "/api/wanted-classes", { token, json: { ...WANTED, wants: true } });
  return course.id;
}

/** What people want to learn. */
export const wantedClassesAccess: FeatureAccess = {
  lines: {
    "GET /api/wanted-classes": { who: OFFICERS },
    "GET /api/wanted-classes/mine": { who: WORKERS },
    "PUT /api/wanted-classes": {
      who: WORKERS,
      options: { json: { ...WANTED, wants: true } },
      bad: { options: { json: { ...WANTED, subject: "flying", wants: true } }, field: "subject" },
    },
    "POST /api/wanted-classes/opened": {
      who: OFFICERS,
      options: { json: { ...WANTED, courseId: "FRESH_WANTED_COURSE" } },
      bad: { options: { json: { ...WANTED, courseId: "yoga" } }, field: "courseId" },
      elsewhere: { options: { json: { ...WANTED, district: "410102", courseId: "FRESH_WANTED_COURSE" } } },
    },
  },
  fresh: {
    FRESH_WANTED_COURSE: given,
  },
};
