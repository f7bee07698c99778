import { courseTableContract } from "../../../shared/contract/courses.js";
import type { Dependencies } from "../../dependencies.js";
import { contractRoutes } from "../../http/contract-routes.js";
import { sentList } from "../../http/sent-list.js";
import { tableFile } from "../../tables/table-file.js";
import { heldCourses, reaches } from "../list-courses.js";
import { courseTable } from "./course-table.js";
import { importCourses } from "./import-courses.js";

/** Timetables as files. Before the routes of single courses, whose ids they would be taken for. */
export function courseTableRoutes(deps: Dependencies) {
  return contractRoutes(deps, courseTableContract, {
    importCourses: async ({ query, user, c }) => {
      const { file, mends } = await sentList(c);
      return importCourses(deps, { file, mends: mends?.cells ?? [], dryRun: query.dryRun === "true", user });
    },
    exportCourses: async ({ query, user, c }) => {
      const courses = (await heldCourses(deps, "running")).filter(({ venue }) => reaches(user, venue));
      const { content, headers } = await tableFile(deps.heavyWork, courseTable(courses), query.format, "courses");
      return c.body(content, 200, headers);
    },
  });
}
