import { attendanceContract } from "../../shared/contract/courses.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { tableFile } from "../tables/table-file.js";
import { attendanceTable } from "./attendance.js";

/** Attendance as a file. Before the routes of single classes, whose ids it would be taken for. */
export function attendanceRoutes(deps: Dependencies) {
  return contractRoutes(deps, attendanceContract, {
    exportAttendance: async ({ query: { format, ...days }, user, c }) => {
      const table = await attendanceTable(deps, days, user);
      const { content, headers } = await tableFile(deps.heavyWork, table, format, `attendance-${days.from}-${days.to}`);
      return c.body(content, 200, headers);
    },
  });
}
