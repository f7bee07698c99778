import { hallContract } from "../../shared/contract/courses.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { changeHall, createHall } from "./change-hall.js";
import { listVenues } from "./list-courses.js";
import { presentHall } from "./present-course.js";

export function hallRoutes(deps: Dependencies) {
  return contractRoutes(deps, hallContract, {
    createHall: async ({ body, doer }) => presentHall(await createHall(deps, body, doer)),
    changeHall: async ({ params, body: { revision, ...facts }, doer }) =>
      presentHall(await changeHall(deps, { ...params, facts, revision }, doer)),
    listVenues: async () => ({ venues: await listVenues(deps) }),
  });
}
