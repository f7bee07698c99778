import { z } from "zod";
import { CSV_TYPE, XLSX_TYPE } from "../common/file-types.js";
import { LongWorkAnswer, LongWorkId } from "../long-work/long-work.js";
import { StationImportAnswer } from "../stations/import/import-answer.js";
import { StationImportWork } from "../stations/import/import-work.js";
import type { Contract } from "./endpoint.js";

const importQuery = z.strictObject({
  datum: z
    .enum(["gcj02", "wgs84", "bd09"])
    .optional()
    .meta({ description: "Outweighs the header; without either it is gcj02" }),
  dryRun: z.enum(["true", "false"]).default("false"),
  map: z
    .union([z.string().max(200), z.array(z.string().max(200)).max(30)])
    .optional()
    .meta({ description: "What a heading of the file means, as in 名字=名称；may be given several times" }),
  city: z
    .string()
    .regex(/^\d{2}(\d{2}){0,2}$/, { error: "行政区划代码是 2、4 或 6 位数字" })
    .optional()
    .meta({ description: "The code of the province or city all districts lie in, as in 4101" }),
  outside: z.enum(["refuse", "set-aside"]).default("refuse").meta({
    description: "What becomes of rows outside the officer's reach: the list is refused, or they are left out",
  }),
  reinstate: z
    .enum(["true", "false"])
    .default("false")
    .meta({ description: "Whether stations of the list that were withdrawn are put back on the lists" }),
});
const listFile = {
  files: { [CSV_TYPE]: "text", [XLSX_TYPE]: "binary", "multipart/form-data": "form" },
  otherwise: "unsupported_media_type",
} as const;

export const stationImportContract = {
  importStations: {
    route: "POST /stations/import",
    summary:
      "Import a list of stations, CSV or XLSX: all of its rows or none, also when it is cut off (officer). The body is the file itself",
    description:
      "As a form, the file is its field `file`, and `mends` may hold JSON of cells put right since. An import is one act, " +
      "which `POST /changes/:changeId/undo` takes back for a day.",
    permission: "station:import",
    write: "repeatable",
    query: importQuery,
    body: listFile,
    answer: StationImportAnswer,
    answers: "What was imported, or would be",
    errors: ["conflict", "import_rejected"],
  },
  beginStationImport: {
    route: "POST /stations/imports",
    summary: "Import a list of stations as long work, for lists of many thousands: found again for a day (officer)",
    description:
      "Ask `GET /long-work/{id}` how far it is, `POST /long-work/{id}/further` to do the next part, `POST /long-work/{id}/cancel` to stop it before it is shown, and `GET /stations/imports/{id}` what it did.",
    permission: "station:import",
    write: "once",
    status: 201,
    query: importQuery,
    body: listFile,
    answer: LongWorkAnswer,
    answers: "What was begun",
    errors: ["long_work_full", "photos_unavailable"],
  },
  getStationImport: {
    route: "GET /stations/imports/:id",
    summary: "How far an import is, and what it did or what is wrong in the list once it has ended (who began it)",
    permission: "station:import",
    params: z.object({ id: LongWorkId }),
    answer: StationImportWork,
    answers: "The import",
    errors: ["not_found", "photos_unavailable"],
  },
} as const satisfies Contract;
