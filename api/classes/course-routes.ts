import { courseContract } from "../../shared/contract/courses.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { createCourse, endCourse, findHeld, requireReach } from "./change-course.js";
import { changeInScope } from "./change-in-scope.js";
import { detailOf, listCourses } from "./list-courses.js";

/** Courses, for officers. */
export function courseRoutes(deps: Dependencies) {
  return contractRoutes(deps, courseContract, {
    listCourses: ({ query, user }) => listCourses(deps, { user, ...query }),
    getCourse: async ({ params, doer }) => {
      const held = await findHeld(deps, params.id);
      requireReach(held.venue, doer);
      return detailOf(deps, held);
    },
    createCourse: async ({ body, doer }) => detailOf(deps, await createCourse(deps, body, doer)),
    changeCourse: async ({ params, body, doer }) =>
      detailOf(deps, await changeInScope(deps, { ...params, ...body }, doer)),
    replaceCourse: async ({ params, body, doer }) =>
      detailOf(deps, await changeInScope(deps, { ...params, ...body }, doer)),
    endCourse: async ({ params, doer }) => detailOf(deps, await endCourse(deps, params.id, doer)),
  });
}
