import Taro from "@tarojs/taro";
import type { BeijingDate } from "../../../../shared/common/time";
import type { ImportAnswer } from "../../../../shared/stations/import/import-answer";
import type { FigureGroup } from "../../../../shared/wishes/figures";
import { API_BASE } from "../../build-settings";
import { ApiFailure, failureFromReply } from "../../http/api-failure";
import { isTimeout, withToken } from "../../http/call-api";
import { sentHeader } from "../../http/sent-header";
import type { TableFile } from "../../platform/table-file-props";

/** A table is read and planned as a whole before it is answered. */
const TIMEOUT_MS = 40_000;
const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * Sends a timetable as the file it is; it says the same however often it is sent.
 *
 * @param dryRun says what would happen and changes nothing
 * @throws ApiFailure as `callApi` does; `import_rejected` names rows and columns in its fields
 */
export async function importCourseTable({ name, content }: TableFile, dryRun: boolean): Promise<ImportAnswer> {
  const answer = await sendRaw({
    url: `${API_BASE}/courses/import?dryRun=${dryRun}`,
    method: "POST",
    data: content,
    header: { "content-type": /\.csv$/i.test(name) ? "text/csv" : XLSX_TYPE },
  });
  if (typeof answer !== "object" || answer === null) throw new ApiFailure("unreadable");
  return answer as ImportAnswer;
}

/** The courses that go on, as an XLSX that can be imported again. @throws ApiFailure as `callApi` does */
export function exportCourseTable(): Promise<ArrayBuffer> {
  return fetchTable("/courses/export");
}

/** Who came to the classes of these Beijing days, both included, as an XLSX. @throws ApiFailure as `callApi` does */
export function exportAttendance(from: BeijingDate, to: BeijingDate): Promise<ArrayBuffer> {
  return fetchTable(`/classes/attendance?from=${from}&to=${to}`);
}

/** The figures of micro-wishes, as an XLSX. @throws ApiFailure as `callApi` does */
export function exportWishFigures(asked: { by: FigureGroup; from?: string; to?: string }): Promise<ArrayBuffer> {
  const query = Object.entries(asked).map(([name, value]) => `${name}=${value}`);
  return fetchTable(`/wishes/figures.xlsx?${query.join("&")}`);
}

async function fetchTable(path: string): Promise<ArrayBuffer> {
  const answer = await sendRaw({ url: API_BASE + path, method: "GET", responseType: "arraybuffer" });
  if (!(answer instanceof ArrayBuffer)) throw new ApiFailure("unreadable");
  return answer;
}

function sendRaw(request: Taro.request.Option): Promise<unknown> {
  return withToken(async (token) => {
    const { statusCode, data } = await Taro.request({
      ...request,
      header: { ...sentHeader(token), ...request.header },
      timeout: TIMEOUT_MS,
    }).catch((error: unknown) => {
      throw new ApiFailure(isTimeout(error) ? "timeout" : "offline");
    });
    if (statusCode < 200 || statusCode >= 300) throw failureFromReply(statusCode, data, null);
    return data;
  });
}
