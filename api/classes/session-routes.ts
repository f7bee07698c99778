import { sessionContract } from "../../shared/contract/courses.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { moveSession } from "./change-session.js";
import { sessionsAround } from "./list-courses.js";
import { presentDate } from "./present-course.js";

/** What officers do to one date of a course; who booked it is the matter of the roster. */
export function sessionRoutes(deps: Dependencies) {
  return contractRoutes(deps, sessionContract, {
    moveClass: async ({ params, body, doer }) => {
      const session = await moveSession(deps, { ...params, move: body }, doer);
      return presentDate(session, await sessionsAround(deps, [session]));
    },
  });
}
