import { z } from "zod";
import { beijingDate, beijingDayNumber, beijingInstant, type EpochMs } from "../common/time.js";
import type { AuditLine } from "./audit-answer.js";
import { AuditPart, areDaysInOrder } from "./audit-part.js";
import { whatWords, whoWords } from "./audit-words.js";
import { changeLines } from "./change-words.js";

/** Which part of the record is wanted as files. */
export const AuditExportQuestion = AuditPart.extend({
  format: z.enum(["xlsx", "csv"]).default("xlsx"),
}).refine(areDaysInOrder, { path: ["to"], error: "结束的日子不能在开始的日子前面" });
export type AuditExportQuestion = z.infer<typeof AuditExportQuestion>;

/** What a cell of a sheet takes at most, with room to spare. */
const MOST_CHARACTERS = 30_000;
/** A file is read in other years: every instant says its own. */
const YEAR_ALWAYS: EpochMs = 0;

/** The columns of an export, and whether each is a wide one. */
export const AUDIT_COLUMNS = [
  { header: "时间", isWide: true },
  { header: "谁" },
  { header: "做了什么", isWide: true },
  { header: "对什么", isWide: true },
  { header: "编号", isWide: true },
  { header: "原来", isWide: true },
  { header: "改成", isWide: true },
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

/** What changed in words, as on the page; of a change of many what it did to the first of them, by their names. */
function sideText(line: AuditLine, side: "from" | "to"): string {
  const { stations = [] } = line;
  const words = (changed: Parameters<typeof changeLines>[0]) =>
    changeLines(changed, YEAR_ALWAYS)
      .flatMap((one) => (one[side] === null ? [] : [`${one.label}：${one[side]}`]))
      .join("；");
  const told = line.stations
    ? stations.map((one) => `${one.name ?? one.id}：${words({ action: line.action, from: one.from, to: one.to })}`)
    : [words(line)];
  return told.join("\n").slice(0, MOST_CHARACTERS);
}

/** 2026-11-24 10:05:09 */
function beijingText(at: EpochMs): string {
  const day = beijingDayNumber(at);
  const date = beijingDate(day);
  return `${date} ${new Date(at - beijingInstant(date)).toISOString().slice(11, 19)}`;
}
