import { z } from "zod";
import { beijingDate, beijingDayNumber, beijingInstant, DAY_MS, type EpochMs } from "../core/time.js";
import type { AuditLine } from "./audit-answer.js";
import { whatWords, whoWords } from "./audit-words.js";

const Day = z.iso.date();

/** Which part of the record is wanted as files. */
export const AuditExportQuestion = z
  .strictObject({
    format: z.enum(["xlsx", "csv"]).default("xlsx"),
    from: Day.optional().meta({ description: "The first day in Beijing; without it, from the beginning" }),
    to: Day.optional().meta({ description: "The last day in Beijing; without it, until now" }),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    error: "结束的日子不能在开始的日子前面",
  });
export type AuditExportQuestion = z.infer<typeof AuditExportQuestion>;

/** Whether an entry was written on one of the days asked for. */
export function isAsked({ from, to }: AuditExportQuestion, at: EpochMs): boolean {
  if (from !== undefined && at < beijingInstant(from)) return false;
  return to === undefined || at < beijingInstant(to) + DAY_MS;
}

/** What a cell of a sheet takes at most, with room to spare. */
const MOST_CHARACTERS = 30_000;

/** The columns of an export, and whether each is a wide one. */
export const AUDIT_COLUMNS = [
  { header: "时间", isWide: true },
  { header: "谁" },
  { header: "做了什么", isWide: true },
  { header: "对什么", isWide: true },
  { header: "编号", isWide: true },
  { header: "改前", isWide: true },
  { header: "改后", isWide: true },
];

/** One line of the record as a row under {@link AUDIT_COLUMNS}. */
export function auditRow(line: AuditLine): string[] {
  return [
    beijingText(Date.parse(line.at)),
    whoWords(line),
    whatWords(line),
    line.changed === undefined ? (line.subjectName ?? "") : `${line.changed} 个驿站`,
    line.subject.id,
    sideText(line, "from"),
    sideText(line, "to"),
  ];
}

/** Of a change of many, what it did to the first of them, by their ids. */
function sideText({ stations, ...line }: AuditLine, side: "from" | "to"): string {
  return fieldsText(stations ? Object.fromEntries(stations.map((one) => [one.id, one[side]])) : line[side]);
}

/** 2026-11-24 10:05:09 */
function beijingText(at: EpochMs): string {
  const day = beijingDayNumber(at);
  const date = beijingDate(day);
  return `${date} ${new Date(at - beijingInstant(date)).toISOString().slice(11, 19)}`;
}

function fieldsText(fields: Record<string, unknown>): string {
  return Object.keys(fields).length === 0 ? "" : JSON.stringify(fields).slice(0, MOST_CHARACTERS);
}
