import { z } from "zod";
import { KEPT_DAYS } from "../../shared/common/kept-days.js";
import { DAY_MS, type EpochMs } from "../../shared/common/time.js";
import { Report } from "../../shared/trust/report.js";
import type { TextSealer } from "../people/sealed-text.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { replaceFieldsScript } from "../redis/scripts/replace-fields.js";

/** After this nobody can tell any more who made a report, not even the reporter's own phone. */
export const KEPT_MS = KEPT_DAYS.reports * DAY_MS;
const FORGOTTEN_AT_ONCE = 500;

const Ids = z.array(z.string());
const Values = z.array(z.string().nullable());
/** Words of before they were sealed are none of these. */
const SEALED = /^v\d\.[0-9a-f]+\.[\w-]+$/;
const SealedReports = z.tuple([z.coerce.string(), z.array(z.coerce.string())]);

/** Reports as they are stored, what people wrote in them encrypted. Part of the report store. */
export function createReportDocuments(redis: Redis, sealer: TextSealer) {
  const replaceScript = redis.createScript<number>(replaceFieldsScript);

  function reportDocument(report: Report): string {
    const note = report.note === null ? null : sealer.seal(report.note, noteOf(report.id));
    return JSON.stringify({ ...report, note });
  }

  function readReport(document: string): Report {
    const report = Report.parse(JSON.parse(document));
    const isSealed = report.note !== null && SEALED.test(report.note);
    return isSealed && report.note !== null ? { ...report, note: sealer.open(report.note, noteOf(report.id)) } : report;
  }

  /**
   * Seals under the present key what reporters wrote, of a part of the reports; a cursor of "0" is the beginning, and the
   * end.
   */
  async function resealNotes(from: string, atOnce: number): Promise<{ cursor: string; changed: number }> {
    const [cursor, found] = SealedReports.parse(await redis.hscan(keys.reports, from, { count: atOnce }));
    let changed = 0;
    for (let at = 1; at < found.length; at += 2) {
      const document = found[at] ?? "";
      const { id, note } = Report.parse(JSON.parse(document));
      if (note === null || sealer.isCurrent(note)) continue;
      const anew = reportDocument(readReport(document));
      changed += Number(await replaceScript.exec([keys.reports], [id, document, anew]));
    }
    return { cursor, changed };
  }

  async function findReports(ids: readonly string[]): Promise<Report[]> {
    if (ids.length === 0) return [];
    const documents = Values.parse(await redis.hmget(keys.reports, ...ids));
    return documents.flatMap((document) => (document === null ? [] : [readReport(document)]));
  }

  /** Takes what reporters wrote out of reports that nobody may be able to tell theirs any more. For a scheduled job. */
  async function forgetOld(now: EpochMs): Promise<number> {
    const ids = Ids.parse(
      await redis.zrange(keys.reportsByTime, "-inf", now - KEPT_MS, {
        byScore: true,
        offset: 0,
        count: FORGOTTEN_AT_ONCE,
      }),
    );
    const reports = await findReports(ids);
    if (reports.length === 0) return 0;
    const forgotten = reports.map((report): Report => ({ ...report, note: null, isNotePublic: true }));
    const batch = redis.multi();
    batch.hset(keys.reports, Object.fromEntries(forgotten.map((report) => [report.id, reportDocument(report)])));
    batch.zrem(keys.reportsByTime, ...ids);
    batch.hdel(keys.reportFollowers, ...ids);
    await batch.exec();
    return forgotten.length;
  }

  return { reportDocument, findReports, resealNotes, forgetOld };
}

/** What a note is sealed for. */
function noteOf(reportId: string): string {
  return `${reportId}|note`;
}
